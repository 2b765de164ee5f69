with

source as (

    select * from {{ source('meta', 'mappings') }}
    {%- if var('known_then') %}
    where loaded_at < {{ as_of() }}
    {%- endif %}

),

renamed as (

    select

        ---------- ids
        load_id,
        feed as feed_code,
        source,
        "position",
        "column" as column_code,

        ---------- strings
        files as file_patterns,
        settings,
        left_out as left_out_reasons,
        title as column_title,
        origin,
        conversion,

        ---------- timestamps (local wall time)
        loaded_at

    from source

)

select * from renamed
