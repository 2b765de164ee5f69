with

deliberations_due as (

    {{ ledger_entries_of('deliberations_due', 'fct_deliberations', at='settled_on') }}

),

deliberations_implemented_on_time as (

    {{ ledger_entries_of('deliberations_implemented_on_time', 'fct_deliberations',
        at='settled_on', where='is_implemented_on_time') }}

),

{# 群众说事 without the items of the five micros, which are not complaints to be solved. #}
say_matters_due as (

    {{ ledger_entries_of('say_matters_due', 'fct_say_matters', at='settled_at',
        where='micro_kind is null') }}

),

{# Of those due, solved and answered by the data cut, late or not. #}
say_matters_done as (

    {{ ledger_entries_of('say_matters_done', 'fct_say_matters', at='settled_at',
        where='micro_kind is null and done_at is not null') }}

),

wishes_due as (

    {{ ledger_entries_of('wishes_due', 'fct_say_matters', at='settled_at',
        where="micro_kind = 'wish'") }}

),

wishes_fulfilled as (

    {{ ledger_entries_of('wishes_fulfilled', 'fct_say_matters', at='settled_at',
        where="micro_kind = 'wish' and done_at is not null") }}

),

community_tasks_given as (

    {{ ledger_entries_of('community_tasks_given', 'fct_admissions', at='given_on',
        department='department_code') }}

),

community_tasks_admitted as (

    {{ ledger_entries_of('community_tasks_admitted', 'fct_admissions', at='given_on',
        where='is_admitted', department='department_code') }}

)

select * from deliberations_due
union all
select * from deliberations_implemented_on_time
union all
select * from say_matters_due
union all
select * from say_matters_done
union all
select * from wishes_due
union all
select * from wishes_fulfilled
union all
select * from community_tasks_given
union all
select * from community_tasks_admitted
