with

hotline_calls_in as (

    {{ ledger_entries_of('hotline_calls_in', 'fct_hotline_calls', at='called_at',
        value='calls_in') }}

),

hotline_calls_answered as (

    {{ ledger_entries_of('hotline_calls_answered', 'fct_hotline_calls', at='called_at',
        value='calls_answered') }}

)

select * from hotline_calls_in
union all
select * from hotline_calls_answered
