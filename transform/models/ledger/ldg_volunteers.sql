with

volunteers_registered as (

    {{ ledger_entries_of('volunteers', 'fct_volunteers', at='registered_on') }}

),

volunteers_withdrawn as (

    {{ ledger_entries_of('volunteers', 'fct_volunteers', at='withdrawn_on', value='-1') }}

),

service_hours as (

    {{ ledger_entries_of('service_hours', 'fct_service_records', at='started_at', value='hours') }}

),

volunteers_serving as (

    {{ ledger_entries_of('volunteers_serving', 'fct_service_records', at='started_at',
        key='volunteer_key') }}

),

{# In the trailing window of the measure catalogue (12 months), where they are registered. #}
volunteers_active as (

    {{ ledger_entries_of('volunteers_active', 'fct_service_records', at='started_at',
        key='volunteer_key', area='volunteer_area_code') }}

),

service_hours_top_tenth as (

    {{ ledger_entries_of('service_hours_top_tenth', 'fct_service_records', at='started_at',
        value='hours', key='volunteer_key') }}

),

teams_founded as (

    {{ ledger_entries_of('teams', 'fct_teams', at='founded_on') }}

),

teams_dissolved as (

    {{ ledger_entries_of('teams', 'fct_teams', at='dissolved_on', value='-1') }}

),

{# In the trailing window of the measure catalogue (90 days), at the home of the team. #}
teams_active as (

    {{ ledger_entries_of('teams_active', 'fct_service_records', at='started_at', key='team_id',
        area='team_area_code') }}

)

select * from volunteers_registered
union all
select * from volunteers_withdrawn
union all
select * from service_hours
union all
select * from volunteers_serving
union all
select * from volunteers_active
union all
select * from service_hours_top_tenth
union all
select * from teams_founded
union all
select * from teams_dissolved
union all
select * from teams_active
