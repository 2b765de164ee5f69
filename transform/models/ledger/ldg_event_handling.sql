with

{# 应处置数: each item once, on the day it was handled or ran over its deadline. #}
handling_due as (

    {{ ledger_entries_of('handling_due', 'fct_events', at='handling_settled_at',
        department='department_code') }}

),

{# Of the items due, those done by the data cut, late or not. #}
handling_done as (

    {{ ledger_entries_of('handling_done', 'fct_events', at='handling_settled_at',
        where='handled_at is not null', department='department_code') }}

),

handling_done_on_time as (

    {{ ledger_entries_of('handling_done_on_time', 'fct_events', at='handling_settled_at',
        where='is_handled_on_time', department='department_code') }}

),

{# 延期: an extension was granted at least once. #}
handling_due_extended as (

    {{ ledger_entries_of('handling_due_extended', 'fct_events', at='handling_settled_at',
        where='is_extended', department='department_code') }}

),

handling_hours_median as (

    {{ ledger_entries_of('handling_hours_median', 'fct_events', at='handled_at',
        value='handling_hours', where='handling_hours is not null',
        department='department_code') }}

),

handling_hours_p90 as (

    {{ ledger_entries_of('handling_hours_p90', 'fct_events', at='handled_at',
        value='handling_hours', where='handling_hours is not null',
        department='department_code') }}

),

{# Open past the handling deadline: in when it passes, out when the item is handled after all. #}
handling_overdue_begun as (

    {{ ledger_entries_of('handling_overdue_open', 'fct_events', at='handling_settled_at',
        where='not is_handled_on_time', department='department_code') }}

),

handling_overdue_ended as (

    {{ ledger_entries_of('handling_overdue_open', 'fct_events', at='handled_at', value='-1',
        where='not is_handled_on_time', department='department_code') }}

)

select * from handling_due
union all
select * from handling_done
union all
select * from handling_done_on_time
union all
select * from handling_due_extended
union all
select * from handling_hours_median
union all
select * from handling_hours_p90
union all
select * from handling_overdue_begun
union all
select * from handling_overdue_ended
