with

{# The backlog (存量) of a year: what was open on 1 January or came later. What was closed leaves
   both lists at the end of its year, so that every year is judged by its own work. #}
backlog_listed as (

    {{ ledger_entries_of('petition_backlog_listed', 'fct_petitions', at='received_at',
        where='is_backlog', department='department_code') }}

),

backlog_listed_until as (

    {{ ledger_entries_of('petition_backlog_listed', 'fct_petitions',
        at='lists_left_at', where='is_backlog', value='-1', department='department_code') }}

),

backlog_closed as (

    {{ ledger_entries_of('petition_backlog_closed', 'fct_petitions', at='closed_at',
        where='is_backlog', department='department_code') }}

),

backlog_closed_until as (

    {{ ledger_entries_of('petition_backlog_closed', 'fct_petitions',
        at='lists_left_at', where='is_backlog', value='-1', department='department_code') }}

),

{# The same for what a leader took charge of (包案). #}
leader_cases_listed as (

    {{ ledger_entries_of('petition_leader_cases_listed', 'fct_petitions', at='received_at',
        where='leader_in_charge is not null', department='department_code') }}

),

leader_cases_listed_until as (

    {{ ledger_entries_of('petition_leader_cases_listed', 'fct_petitions',
        at='lists_left_at', where='leader_in_charge is not null', value='-1', department='department_code') }}

),

leader_cases_closed as (

    {{ ledger_entries_of('petition_leader_cases_closed', 'fct_petitions', at='closed_at',
        where='leader_in_charge is not null', department='department_code') }}

),

leader_cases_closed_until as (

    {{ ledger_entries_of('petition_leader_cases_closed', 'fct_petitions',
        at='lists_left_at', where='leader_in_charge is not null', value='-1', department='department_code') }}

)

select * from backlog_listed
union all
select * from backlog_listed_until
union all
select * from backlog_closed
union all
select * from backlog_closed_until
union all
select * from leader_cases_listed
union all
select * from leader_cases_listed_until
union all
select * from leader_cases_closed
union all
select * from leader_cases_closed_until
