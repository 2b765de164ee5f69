with

petitions_received as (

    {{ ledger_entries_of('petitions_received', 'fct_petitions', at='received_at',
        department='department_code') }}

),

petitions_repeated as (

    {{ ledger_entries_of('petitions_repeated', 'fct_petitions', at='received_at',
        where='is_repeat', department='department_code') }}

),

petitions_answer_due as (

    {{ ledger_entries_of('petitions_answer_due', 'fct_petitions', at='answer_settled_at',
        department='department_code') }}

),

petitions_answered_on_time as (

    {{ ledger_entries_of('petitions_answered_on_time', 'fct_petitions', at='answer_settled_at',
        where='is_answered_on_time', department='department_code') }}

),

petitions_reply_due as (

    {{ ledger_entries_of('petitions_reply_due', 'fct_petitions', at='reply_settled_at',
        department='department_code') }}

),

petitions_replied_on_time as (

    {{ ledger_entries_of('petitions_replied_on_time', 'fct_petitions', at='reply_settled_at',
        where='is_replied_on_time', department='department_code') }}

),

{# First petitions enter 90 days after their reply, when it is known whether they came back. #}
first_petitions_known as (

    {{ ledger_entries_of('first_petitions_known', 'fct_petitions', at='resolution_known_at',
        where='not is_repeat', department='department_code') }}

),

first_petitions_resolved as (

    {{ ledger_entries_of('first_petitions_resolved', 'fct_petitions', at='resolution_known_at',
        where='not is_repeat and not has_repeat_within_90_days', department='department_code') }}

),

petitions_replied as (

    {{ ledger_entries_of('petitions_replied', 'fct_petitions', at='replied_at',
        department='department_code') }}

),

{# Counted on the day of the reply, so that the share belongs to the items replied to. #}
petitions_rated as (

    {{ ledger_entries_of('petitions_rated', 'fct_petition_ratings', at='replied_at',
        department='department_code') }}

),

petition_ratings as (

    {{ ledger_entries_of('petition_ratings', 'fct_petition_ratings', at='rated_at',
        department='department_code') }}

),

petition_ratings_satisfied as (

    {{ ledger_entries_of('petition_ratings_satisfied', 'fct_petition_ratings', at='rated_at',
        where='is_satisfied', department='department_code') }}

),

{# Months in which a hearing (听证) or consultation (会商) was held; receptions do not count. #}
hearing_months as (

    {{ ledger_entries_of('hearing_months', 'fct_hearings', at='held_on',
        key="strftime(held_on, '%Y-%m')", where="kind in ('hearing', 'consultation')") }}

),

months_elapsed as (

    {{ ledger_entries_of('months_elapsed', 'int_areas_months', at='month_start',
        key="strftime(month_start, '%Y-%m')") }}

)

select * from petitions_received
union all
select * from petitions_repeated
union all
select * from petitions_answer_due
union all
select * from petitions_answered_on_time
union all
select * from petitions_reply_due
union all
select * from petitions_replied_on_time
union all
select * from first_petitions_known
union all
select * from first_petitions_resolved
union all
select * from petitions_replied
union all
select * from petitions_rated
union all
select * from petition_ratings
union all
select * from petition_ratings_satisfied
union all
select * from hearing_months
union all
select * from months_elapsed
