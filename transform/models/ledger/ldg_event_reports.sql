with

events_reported as (

    {{ ledger_entries_of('events_reported', 'fct_events', at='reported_at',
        department='department_code') }}

),

{# 诉求: what citizens bring up, themselves or through the hotline; patrols find the same things
   at the same place by their nature. #}
appeals_reported as (

    {{ ledger_entries_of('appeals_reported', 'fct_events', at='reported_at',
        where='is_appeal') }}

),

appeals_repeated as (

    {{ ledger_entries_of('appeals_repeated', 'fct_events', at='reported_at',
        where='is_repeat_appeal') }}

),

{# Reports whose validity was judged at all; a source that does not judge gives no rate. #}
reports_judged as (

    {{ ledger_entries_of('reports_judged', 'fct_events', at='reported_at',
        where='is_valid_report is not null') }}

),

reports_valid as (

    {{ ledger_entries_of('reports_valid', 'fct_events', at='reported_at',
        where='is_valid_report') }}

),

{# Items rejected or cancelled leave every denominator; where only the day is known, a limit of
   hours cannot be judged. #}
events_filed as (

    {{ ledger_entries_of('events_filed', 'fct_events', at='filed_at',
        where="is_filed_on_time is not null and stage != 'dropped'") }}

),

events_filed_on_time as (

    {{ ledger_entries_of('events_filed_on_time', 'fct_events', at='filed_at',
        where="is_filed_on_time and stage != 'dropped'") }}

),

events_dispatched as (

    {{ ledger_entries_of('events_dispatched', 'fct_events', at='dispatched_at',
        where="stage != 'dropped'", department='first_department_code') }}

),

{# Correct: the first assignee did not send it back. #}
events_dispatched_correctly as (

    {{ ledger_entries_of('events_dispatched_correctly', 'fct_events', at='dispatched_at',
        where="not is_first_dispatch_returned and stage != 'dropped'", department='first_department_code') }}

)

select * from events_reported
union all
select * from appeals_reported
union all
select * from appeals_repeated
union all
select * from reports_judged
union all
select * from reports_valid
union all
select * from events_filed
union all
select * from events_filed_on_time
union all
select * from events_dispatched
union all
select * from events_dispatched_correctly
