with

population_records as (

    {{ ledger_entries_of('population_records', 'int_population_records', at='changed_on',
        value='change', key='area_code') }}

),

population_to_record_begun as (

    {{ ledger_entries_of('population_to_record', 'int_population_to_record', at='counted_from',
        value='resident_population') }}

),

population_to_record_ended as (

    {{ ledger_entries_of('population_to_record', 'int_population_to_record', at='counted_until',
        value='-resident_population') }}

)

select * from population_records
union all
select * from population_to_record_begun
union all
select * from population_to_record_ended
