with

source as (

    {{ latest_rows('base', 'areas', ['area_code', 'valid_from']) }}

),

renamed as (

    select

        ---------- ids
        area_code,
        nullif(parent_code, '') as parent_code,

        ---------- strings
        area_name,
        level,
        kind,
        peer_group,
        geometry,

        ---------- numbers
        resident_population,
        floating_population,
        households,
        area_km2,
        lon,
        lat,

        ---------- dates
        valid_from,
        valid_to,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
