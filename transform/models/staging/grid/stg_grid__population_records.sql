with

source as (

    {{ latest_rows('grid', 'population_records', ['area_code', 'as_of']) }}

),

renamed as (

    select

        ---------- ids
        area_code,

        ---------- numbers
        records_valid,

        ---------- dates
        as_of as counted_on,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
