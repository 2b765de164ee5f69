with

source as (

    {{ latest_rows('grid', 'devices', ['facility_id', 'sampled_at']) }}

),

renamed as (

    select

        ---------- ids
        facility_id,

        ---------- booleans
        online as is_online,

        ---------- timestamps (local wall time)
        sampled_at,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
