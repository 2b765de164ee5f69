with

source as (

    {{ latest_rows('grid', 'event_log', ['event_id', 'seq']) }}

),

renamed as (

    select

        ---------- ids
        event_id,
        seq,
        department_code,

        ---------- strings
        state,
        level,
        reason,

        ---------- timestamps (local wall time)
        "at",
        due_at,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
