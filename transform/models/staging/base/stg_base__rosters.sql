with

source as (

    {{ latest_rows('base', 'rosters', ['role', 'person_key', 'area_code']) }}

),

renamed as (

    select

        ---------- ids
        person_key,
        area_code,

        ---------- strings
        role,

        ---------- booleans
        full_time as is_full_time,

        ---------- dates
        since,
        until,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
