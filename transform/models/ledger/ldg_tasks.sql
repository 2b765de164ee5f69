with

tasks_due as (

    {{ ledger_entries_of('tasks_due', 'fct_tasks', at='settled_on', where="kind != 'problem'",
        department='department_code') }}

),

tasks_done_on_time as (

    {{ ledger_entries_of('tasks_done_on_time', 'fct_tasks', at='settled_on',
        where="kind != 'problem' and is_done_on_time", department='department_code') }}

),

problems_listed as (

    {{ ledger_entries_of('problems_listed', 'fct_tasks', at='started_on',
        where="kind = 'problem'", department='department_code') }}

),

{# 销号 needs evidence: a problem that was only declared done stays on the list. #}
problems_struck as (

    {{ ledger_entries_of('problems_struck', 'fct_tasks', at='done_on',
        where="kind = 'problem' and has_evidence", department='department_code') }}

)

select * from tasks_due
union all
select * from tasks_done_on_time
union all
select * from problems_listed
union all
select * from problems_struck
