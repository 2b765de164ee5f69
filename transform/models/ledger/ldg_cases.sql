with

{# One row brings many cases: the value is their number. The month is the finest that is known. #}
court_filings as (

    {{ ledger_entries_of('court_filings', 'fct_court_filings', at='month_start',
        where='not is_total', value='filings') }}

),

security_incidents as (

    {{ ledger_entries_of('security_incidents', 'fct_security_incidents', at='month_start',
        where='not is_total', value='incidents') }}

),

villages_reporting_lawsuits as (

    {{ ledger_entries_of('villages_reporting_lawsuits', 'int_villages_lawsuits',
        at='latest_month') }}

),

villages_without_lawsuits as (

    {{ ledger_entries_of('villages_without_lawsuits', 'int_villages_lawsuits', at='latest_month',
        where='is_without_lawsuits') }}

),

{# Running totals: a reward may be paid long after its tip. #}
rewards_due as (

    {{ ledger_entries_of('rewards_due', 'fct_reward_tips', at='received_on',
        where='is_reward_due') }}

),

rewards_paid as (

    {{ ledger_entries_of('rewards_paid', 'fct_reward_tips', at='reward_paid_on',
        where='is_reward_due') }}

)

select * from court_filings
union all
select * from security_incidents
union all
select * from villages_reporting_lawsuits
union all
select * from villages_without_lawsuits
union all
select * from rewards_due
union all
select * from rewards_paid
