with

data_batches_due as (

    {{ ledger_entries_of('data_batches_due', 'int_feed_batches', at='settled_at') }}

),

data_batches_on_time as (

    {{ ledger_entries_of('data_batches_on_time', 'int_feed_batches', at='settled_at',
        where='is_on_time') }}

),

{# A file counts when it was loaded, with as many checks as its feed's contract has. #}
data_checks_run as (

    {{ ledger_entries_of('data_checks_run', 'fct_loads', at='loaded_at', value='checks_run',
        where='checks_run > 0 and loaded_at < ' ~ as_of()) }}

),

data_checks_passed as (

    {{ ledger_entries_of('data_checks_passed', 'fct_loads', at='loaded_at',
        value='checks_run - checks_broken',
        where='checks_run > checks_broken and loaded_at < ' ~ as_of()) }}

)

select * from data_batches_due
union all
select * from data_batches_on_time
union all
select * from data_checks_run
union all
select * from data_checks_passed
