with

source as (

    {{ latest_rows('grid', 'callbacks', ['event_id', 'called_at']) }}

),

renamed as (

    select

        ---------- ids
        event_id,

        ---------- strings
        rating,
        measured_by,

        ---------- booleans
        valid as is_valid,

        ---------- timestamps (local wall time)
        called_at,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
