with

ranks as (

    select * from {{ ref('asm_ranks') }}

),

compared as (

    select
        ranks.*,
        schemes.* exclude (scheme_code, period_type),
        periods.period_end,
        periods.label as period_label,
        periods.is_complete,
        before.total as previous_total,
        before.rank as previous_rank,
        {# A rank in another group, or of another company of peers, is no comparison. #}
        before.rank - ranks.rank as rank_change,
        round(ranks.total - before.total, 2) as total_change
    from ranks
    inner join {{ ref('asm_schemes') }} as schemes
        on ranks.scheme_code = schemes.scheme_code
    inner join {{ ref('periods') }} as periods
        on ranks.period_type = periods.period_type
        and ranks.period_start = periods.period_start
    left join ranks as before
        on ranks.scheme_code = before.scheme_code
        and ranks.area_code = before.area_code
        and ranks.peer_group = before.peer_group
        and periods.previous_start = before.period_start

)

select
    compared.scheme_code,
    compared.scheme_no,
    compared.scheme_name,
    compared.version as scheme_version,
    compared.period_type,
    compared.period_start,
    compared.period_end,
    compared.period_label,
    compared.is_complete,
    compared.level,
    compared.peer_group,
    compared.area_code,
    areas.area_name,
    areas.street_code,
    areas.street_name,
    compared.is_ranked,
    compared.rank::integer as rank,
    compared.previous_rank::integer as previous_rank,
    compared.rank_change::integer as rank_change,
    compared.rank_best::integer as rank_best,
    compared.rank_worst::integer as rank_worst,
    coalesce(compared.ranked_count, 0)::integer as ranked_count,
    compared.is_tied_with_next,
    compared.total,
    compared.previous_total,
    compared.total_change,
    compared.total_low,
    least(compared.total_high, compared.total_points) as total_high,
    compared.scored_weight,
    compared.missing_count::integer as missing_count,
    compared.small_sample_count::integer as small_sample_count,
    concat_ws(
        '；',
        case when not compared.is_ranked then '数据未齐，暂不排名' end,
        case when compared.missing_count > 0
            then printf('缺 %d 项', compared.missing_count)
                || case when compared.is_ranked then '，按其余项折算' else '' end
        end,
        case when compared.small_sample_count > 0
            then printf('小样本 %d 项', compared.small_sample_count)
        end
    ) as note,
    {# A card is a verdict: none on a month that still runs, none on mostly small samples. #}
    case
        when not compared.is_complete or compared.total is null then 'none'
        when compared.sound_weight < compared.minimum_scored_share * compared.total_points
            then 'none'
        when compared.total < compared.red_line then 'red'
        when greatest(compared.total, compared.previous_total) < compared.yellow_line
            and compared.previous_total is not null then 'red'
        when compared.total < compared.yellow_line then 'yellow'
        when compared.total >= compared.green_line then 'green'
        else 'none'
    end as card
from compared
inner join {{ ref('dim_areas') }} as areas
    on compared.area_code = areas.area_code
