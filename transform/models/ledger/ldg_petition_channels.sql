with

petitions_online as (

    {{ ledger_entries_of('petitions_online', 'fct_petitions', at='received_at',
        where="channel = 'web'", department='department_code') }}

),

petition_visits as (

    {{ ledger_entries_of('petition_visits', 'fct_petitions', at='received_at',
        where="channel = 'visit'", department='department_code') }}

),

petition_group_visits as (

    {{ ledger_entries_of('petition_group_visits', 'fct_petitions', at='received_at',
        where="channel = 'visit' and persons >= " ~ site('group_visit_persons'),
        department='department_code') }}

)

select * from petitions_online
union all
select * from petition_visits
union all
select * from petition_group_visits
