with

source as (

    select * from {{ source('seal', 'units') }}

),

renamed as (

    select

        ---------- ids
        scheme_code,
        period_start,
        area_code,

        ---------- strings
        level,
        peer_group,
        card,

        ---------- numbers
        total,
        "rank",
        ranked_count,
        rank_best,
        rank_worst,
        total_low,
        total_high,

        ---------- booleans
        is_ranked,
        is_tied_with_next

    from source

)

select renamed.*
from renamed
semi join {{ ref('stg_seal__seals') }} as seals
    on renamed.scheme_code = seals.scheme_code
    and renamed.period_start = seals.period_start
