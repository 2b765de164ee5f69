with

{# 应结案数 without the suspended: each item once, when it was closed or ran over its deadline. #}
closing_due as (

    {{ ledger_entries_of('closing_due', 'fct_events', at='closing_settled_at',
        department='department_code') }}

),

closing_done as (

    {{ ledger_entries_of('closing_done', 'fct_events', at='closing_settled_at',
        where='closed_at is not null or is_closed_on_time', department='department_code') }}

),

closing_done_on_time as (

    {{ ledger_entries_of('closing_done_on_time', 'fct_events', at='closing_settled_at',
        where='is_closed_on_time', department='department_code') }}

),

closing_done_late as (

    {{ ledger_entries_of('closing_done_late', 'fct_events', at='closing_settled_at',
        where='closed_at is not null and not is_closed_on_time',
        department='department_code') }}

),

{# 返工: failed its check at least once. #}
closing_due_reworked as (

    {{ ledger_entries_of('closing_due_reworked', 'fct_events', at='closing_settled_at',
        where='rework_count > 0', department='department_code') }}

),

{# 超期未结: in when the closing deadline passes, out when the item is closed after all. #}
overdue_begun as (

    {{ ledger_entries_of('overdue_open', 'fct_events', at='closing_settled_at',
        where='not is_closed_on_time', department='department_code') }}

),

overdue_ended as (

    {{ ledger_entries_of('overdue_open', 'fct_events', at='closed_at', value='-1',
        where='not is_closed_on_time', department='department_code') }}

),

{# Closed items whose level of settlement is known. #}
events_closed as (

    {{ ledger_entries_of('events_closed', 'fct_events', at='closed_at',
        where='settled_level is not null') }}

),

{# 小事一格解决: settled in the grid or the community. #}
events_closed_in_grid as (

    {{ ledger_entries_of('events_closed_in_grid', 'fct_events', at='closed_at',
        where="settled_level in ('grid', 'community')") }}

),

callbacks_valid as (

    {{ ledger_entries_of('callbacks_valid', 'fct_callbacks', at='called_at', where='is_valid',
        department='department_code') }}

),

callbacks_satisfied as (

    {{ ledger_entries_of('callbacks_satisfied', 'fct_callbacks', at='called_at',
        where='is_valid and is_satisfied', department='department_code') }}

)

select * from closing_due
union all
select * from closing_done
union all
select * from closing_done_on_time
union all
select * from closing_done_late
union all
select * from closing_due_reworked
union all
select * from overdue_begun
union all
select * from overdue_ended
union all
select * from events_closed
union all
select * from events_closed_in_grid
union all
select * from callbacks_valid
union all
select * from callbacks_satisfied
