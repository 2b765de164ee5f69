with

source as (

    {{ latest_rows('grid', 'visits', ['area_code', 'period_start']) }}

),

renamed as (

    select

        ---------- ids
        area_code,

        ---------- numbers
        required as required_count,
        done as done_count,

        ---------- dates
        period_start as week_start,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
