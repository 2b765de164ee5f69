with

visits_required as (

    {{ ledger_entries_of('visits_required', 'fct_visits', at='settled_on',
        value='required_count', where='required_count > 0') }}

),

visits_done as (

    {{ ledger_entries_of('visits_done', 'fct_visits', at='settled_on',
        value='done_as_required', where='required_count > 0') }}

)

select * from visits_required
union all
select * from visits_done
