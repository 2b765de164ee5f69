with

source as (

    {{ latest_rows('volunteer', 'volunteers', ['volunteer_key']) }}

),

renamed as (

    select

        ---------- ids
        volunteer_key,
        area_code,

        ---------- dates
        registered_on,
        withdrawn_on,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
