with

source as (

    select * from {{ source('meta', 'points') }}
    {%- if var('known_then') %}
    where loaded_at < {{ as_of() }}
    {%- endif %}

),

renamed as (

    select

        ---------- ids
        load_id,
        feed as feed_code,

        ---------- strings
        source,
        file,
        coordinates,
        fitting_coordinates,

        ---------- numbers
        checked as checked_count,
        outside as outside_count,
        rows_outside,

        ---------- timestamps (local wall time)
        loaded_at

    from source

)

select * from renamed
