with

source as (

    {{ latest_rows('base', 'facilities', ['facility_id']) }}

),

renamed as (

    select

        ---------- ids
        facility_id,
        area_code,

        ---------- strings
        kind,
        name as facility_name,

        ---------- numbers
        lon,
        lat,

        ---------- booleans
        online as is_online,

        ---------- dates
        opened_on,
        closed_on,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
