with

communities_with_service_hall as (

    {{ ledger_entries_of('communities_with_service_hall', 'int_units_facilities',
        at='changed_on', where="kind = 'service_hall' and level = 'community'",
        value='change', key='area_code') }}

),

urban_communities_with_service_site as (

    {{ ledger_entries_of('urban_communities_with_service_site', 'int_units_facilities',
        at='changed_on',
        where="kind = 'community_service' and level = 'community' and not is_village",
        value='change', key='area_code') }}

),

villages_with_service_site as (

    {{ ledger_entries_of('villages_with_service_site', 'int_units_facilities', at='changed_on',
        where="kind = 'community_service' and is_village", value='change', key='area_code') }}

),

districts_and_streets_with_incubator as (

    {{ ledger_entries_of('districts_and_streets_with_incubator', 'int_units_facilities',
        at='changed_on', where="kind = 'incubator' and level in ('district', 'street')",
        value='change', key='area_code') }}

),

streets_with_psych_room as (

    {{ ledger_entries_of('streets_with_psych_room', 'int_units_facilities', at='changed_on',
        where="kind = 'psych_room' and level = 'street'", value='change', key='area_code') }}

),

communities_with_psych_room as (

    {{ ledger_entries_of('communities_with_psych_room', 'int_units_facilities', at='changed_on',
        where="kind = 'psych_room' and level = 'community'", value='change',
        key='area_code') }}

),

communities_with_police as (

    {{ ledger_entries_of('communities_with_police', 'int_units_rosters', at='changed_on',
        where="kind = 'police' and level = 'community'", value='change', key='area_code') }}

),

streets_with_mediators as (

    {{ ledger_entries_of('streets_with_mediators', 'int_units_rosters', at='changed_on',
        where="kind = 'mediator' and level = 'street'", value='change', key='area_code') }}

),

communities_with_enough_organisations as (

    {{ ledger_entries_of('communities_with_enough_organisations', 'int_units_organisations',
        at='changed_on', where="level = 'community'", value='change', key='area_code') }}

),

civilised_villages_and_towns as (

    {{ ledger_entries_of('civilised_villages_and_towns', 'int_units_awards', at='changed_on',
        where="kind = 'civilised_village' and (is_village or is_town)", value='change',
        key='area_code') }}

),

democratic_rule_communities as (

    {{ ledger_entries_of('democratic_rule_communities', 'int_units_awards', at='changed_on',
        where="kind = 'democratic_rule_village' and level = 'community'", value='change',
        key='area_code') }}

),

safe_units as (

    {{ ledger_entries_of('safe_units', 'int_units_awards', at='changed_on',
        where="kind = 'safe_unit' and level in ('street', 'community')", value='change',
        key='area_code') }}

)

select * from communities_with_service_hall
union all
select * from urban_communities_with_service_site
union all
select * from villages_with_service_site
union all
select * from districts_and_streets_with_incubator
union all
select * from streets_with_psych_room
union all
select * from communities_with_psych_room
union all
select * from communities_with_police
union all
select * from streets_with_mediators
union all
select * from communities_with_enough_organisations
union all
select * from civilised_villages_and_towns
union all
select * from democratic_rule_communities
union all
select * from safe_units
