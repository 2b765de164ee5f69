{# What is published: a sealed period stays as it was announced, with the ranking of today beside
   it; any other period is as the data say. #}
select
    ranks.* replace (
        case when seals.scheme_code is null then ranks.is_ranked
            else coalesce(sealed.is_ranked, false) end as is_ranked,
        case when seals.scheme_code is null then ranks.total else sealed.total end as total,
        case when seals.scheme_code is null then ranks.rank else sealed.rank end as rank,
        case when seals.scheme_code is null then ranks.ranked_count else sealed.ranked_count end
            as ranked_count,
        case when seals.scheme_code is null then ranks.rank_best else sealed.rank_best end
            as rank_best,
        case when seals.scheme_code is null then ranks.rank_worst else sealed.rank_worst end
            as rank_worst,
        case when seals.scheme_code is null then ranks.is_tied_with_next
            else sealed.is_tied_with_next
        end as is_tied_with_next,
        case when seals.scheme_code is null then ranks.total_low else sealed.total_low end
            as total_low,
        case when seals.scheme_code is null then ranks.total_high else sealed.total_high end
            as total_high
    ),
    ranks.total as total_today,
    ranks.rank as rank_today,
    seals.scheme_code is not null as is_sealed,
    seals.sealed_at,
    seals.sealed_by,
    seals.seal_digest,
    sealed.card as sealed_card
from {{ ref('asm_ranks') }} as ranks
left join {{ ref('stg_seal__seals') }} as seals
    on ranks.scheme_code = seals.scheme_code
    and ranks.period_start = seals.period_start
left join {{ ref('stg_seal__units') }} as sealed
    on ranks.scheme_code = sealed.scheme_code
    and ranks.period_start = sealed.period_start
    and ranks.area_code = sealed.area_code
