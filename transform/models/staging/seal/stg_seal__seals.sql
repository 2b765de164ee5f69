with

source as (

    select * from {{ source('seal', 'seals') }}
    {%- if var('known_then') %}
    where sealed_at < {{ as_of() }}
    {%- endif %}

),

renamed as (

    select

        ---------- ids
        scheme_code,
        period_type,
        period_start,
        build_id,

        ---------- strings
        period_label,
        sealed_by,
        digest as seal_digest,

        ---------- timestamps (local wall time)
        as_of as sealed_as_of,
        sealed_at

    from source

)

select * from renamed
