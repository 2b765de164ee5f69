with

source as (

    {{ latest_rows('petition', 'ratings', ['petition_id']) }}

),

renamed as (

    select

        ---------- ids
        petition_id,

        ---------- booleans
        satisfied as is_satisfied,

        ---------- timestamps (local wall time)
        rated_at,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
