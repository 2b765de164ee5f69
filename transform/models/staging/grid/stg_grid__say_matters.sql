with

source as (

    {{ latest_rows('grid', 'say_matters', ['matter_id']) }}

),

renamed as (

    select

        ---------- ids
        matter_id,
        area_code,

        ---------- strings
        channel,
        micro_kind,

        ---------- booleans
        root_cause_fixed as is_root_cause_fixed,

        ---------- timestamps (local wall time)
        raised_at,
        due_at,
        solved_at,
        replied_at,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
