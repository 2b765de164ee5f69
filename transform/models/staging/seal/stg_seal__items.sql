with

source as (

    select * from {{ source('seal', 'items') }}

),

renamed as (

    select

        ---------- ids
        scheme_code,
        period_start,
        area_code,
        item_code,
        indicator_code,

        ---------- numbers
        numerator,
        denominator,
        "value",
        points

    from source

)

select renamed.*
from renamed
semi join {{ ref('stg_seal__seals') }} as seals
    on renamed.scheme_code = seals.scheme_code
    and renamed.period_start = seals.period_start
