with

source as (

    {{ latest_rows('volunteer', 'service_orders', ['order_id']) }}

),

renamed as (

    select

        ---------- ids
        order_id,
        area_code,

        ---------- strings
        kind,
        provider,

        ---------- numbers
        rating,

        ---------- timestamps (local wall time)
        ordered_at,
        accepted_at,
        due_at,
        done_at,

        ---------- origin
        _feed as source_feed,
        _file as source_file,
        _row as source_row,
        _loaded_at as loaded_at

    from source

)

select * from renamed
