with

population_begun as (

    {{ ledger_entries_of('population', 'int_areas_population', at='counted_from',
        value='resident_population') }}

),

population_ended as (

    {{ ledger_entries_of('population', 'int_areas_population', at='counted_until',
        value='-resident_population') }}

),

{# Residents and registered floating people: whom courts and police count. #}
population_registered_begun as (

    {{ ledger_entries_of('population_registered', 'int_areas_population', at='counted_from',
        value='resident_population + floating_population') }}

),

population_registered_ended as (

    {{ ledger_entries_of('population_registered', 'int_areas_population', at='counted_until',
        value='-(resident_population + floating_population)') }}

),

grids_begun as (

    {{ ledger_entries_of('grids', 'int_grids', at='valid_from') }}

),

grids_ended as (

    {{ ledger_entries_of('grids', 'int_grids', at='valid_to', value='-1') }}

),

grids_staffed as (

    {{ ledger_entries_of('grids_staffed', 'int_grids_staffing', at='changed_on', value='change',
        key='area_code') }}

)

select * from population_begun
union all
select * from population_ended
union all
select * from population_registered_begun
union all
select * from population_registered_ended
union all
select * from grids_begun
union all
select * from grids_ended
union all
select * from grids_staffed
