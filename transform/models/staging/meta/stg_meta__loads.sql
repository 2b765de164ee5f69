with

source as (

    select * from {{ source('meta', 'loads') }}
    where status != 'skipped'
    {%- if var('known_then') %}
        and loaded_at < {{ as_of() }}
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
        content_hash,
        source,
        status,
        message,

        ---------- numbers
        "rows" as row_count,
        accepted as accepted_count,
        quarantined as refused_count,
        duration_seconds,
        checks_run,
        checks_broken,

        ---------- timestamps (local wall time)
        loaded_at,
        earliest as earliest_at,
        latest as latest_at

    from source

)

select * from renamed
