with

disputes_accepted as (

    {{ ledger_entries_of('disputes_accepted', 'fct_disputes', at='accepted_at') }}

),

{# 调结: success, failure or termination; a withdrawn dispute was not mediated to an end. #}
disputes_concluded as (

    {{ ledger_entries_of('disputes_concluded', 'fct_disputes', at='concluded_at',
        where='is_concluded') }}

),

disputes_succeeded as (

    {{ ledger_entries_of('disputes_succeeded', 'fct_disputes', at='concluded_at',
        where='is_success') }}

),

{# 三调联动: at least two of people's, administrative and judicial mediation. #}
disputes_joint as (

    {{ ledger_entries_of('disputes_joint', 'fct_disputes', at='concluded_at',
        where='is_concluded and ways_count >= 2') }}

),

disputes_limit_due as (

    {{ ledger_entries_of('disputes_limit_due', 'fct_disputes', at='limit_settled_at') }}

),

disputes_settled_within_limit as (

    {{ ledger_entries_of('disputes_settled_within_limit', 'fct_disputes', at='limit_settled_at',
        where='is_settled_within_limit') }}

),

{# By the day of acceptance, so that the share belongs to the disputes accepted. #}
disputes_passed_up as (

    {{ ledger_entries_of('disputes_passed_up', 'fct_disputes', at='accepted_at',
        where='passed_up_at is not null') }}

),

{# Only a written agreement can be confirmed by a court (人民调解法 art. 33). #}
disputes_agreed_in_writing as (

    {{ ledger_entries_of('disputes_agreed_in_writing', 'fct_disputes', at='concluded_at',
        where="result = 'success_written'") }}

),

disputes_confirmed as (

    {{ ledger_entries_of('disputes_confirmed', 'fct_disputes', at='concluded_at',
        where="result = 'success_written' and judicially_confirmed_at is not null") }}

)

select * from disputes_accepted
union all
select * from disputes_concluded
union all
select * from disputes_succeeded
union all
select * from disputes_joint
union all
select * from disputes_limit_due
union all
select * from disputes_settled_within_limit
union all
select * from disputes_passed_up
union all
select * from disputes_agreed_in_writing
union all
select * from disputes_confirmed
