with

source as (

    select * from {{ source('seal', 'entries') }}

),

renamed as (

    select

        ---------- ids
        scheme_code,
        period_start,
        measure_code,
        area_code,
        source_model,
        source_key,

        ---------- numbers
        "value",

        ---------- timestamps (local wall time)
        entry_at,

        ---------- origin
        source_file,
        source_row

    from source

)

select renamed.*
from renamed
semi join {{ ref('stg_seal__seals') }} as seals
    on renamed.scheme_code = seals.scheme_code
    and renamed.period_start = seals.period_start
