with

source as (

    select * from {{ source('meta', 'quarantine') }}
    {%- if var('known_then') %}
    where loaded_at < {{ as_of() }}
    {%- endif %}

),

renamed as (

    select

        ---------- ids
        load_id,
        feed as feed_code,
        family,

        ---------- strings
        file,
        source,
        rules,
        "values" as original_values,

        ---------- numbers
        "row" as file_row,

        ---------- timestamps (local wall time)
        loaded_at

    from source

)

select * from renamed
