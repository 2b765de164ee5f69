with

ranks as (

    select * from {{ ref('asm_published') }}

),

compared as (

    select
        ranks.*,
        schemes.* exclude (scheme_code, period_type, ties),
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

),

samples as (

    select
        scheme_code,
        period_start,
        area_code,
        sum(denominator) filter (where part = 'base') as sample
    from {{ ref('asm_item_scores') }}
    group by all

),

corrected as (

    select
        scheme_code,
        period_start,
        area_code,
        count(*) as correction_count
    from {{ ref('asm_corrections') }}
    group by all

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
    least(compared.total_high, compared.total_points + compared.bonus) as total_high,
    compared.bonus,
    compared.deduction,
    compared.correction,
    compared.veto,
    compared.puts_last,
    decisions.reasons as decision_reasons,
    compared.average_rank,
    compared.rules_since,
    compared.scored_weight,
    compared.missing_count::integer as missing_count,
    compared.small_sample_count::integer as small_sample_count,
    concat_ws(
        '；',
        case when not compared.is_ranked
            then '数据未齐，暂不排名' || coalesce('：' || compared.waits_for, '')
        end,
        case when compared.is_ranked then compared.feed_remark end,
        case when compared.puts_last then '一票否决，列末位' end,
        case when compared.veto < 0 then format('一票否决扣 {:g} 分', -compared.veto) end,
        case when compared.bonus > 0 then format('加分 {:g}', compared.bonus) end,
        case when compared.deduction > 0 then format('扣分 {:g}', compared.deduction) end,
        case when compared.correction != 0 then format('更正 {:+g}', compared.correction) end,
        case when compared.average_rank > compared.rank
            then format('并列，平均名次 {:g}', compared.average_rank)
        end,
        case when compared.missing_count > 0
            then printf('缺 %d 项', compared.missing_count)
                || case when compared.is_ranked then '，按其余项折算' else '' end
        end,
        case when compared.small_sample_count > 0
            then printf('小样本 %d 项', compared.small_sample_count)
        end
    ) as note,
    coalesce(compared.sealed_card, cards.card) as card,
    cards.card_reason,
    reasons.reason as change_reason,
    samples.sample::double as sample,
    compared.sound_weight / compared.total_points as sound_share,
    compared.interval_method,
    compared.is_sealed,
    compared.sealed_at,
    compared.sealed_by,
    compared.seal_digest,
    compared.total_today,
    compared.rank_today::integer as rank_today,
    coalesce(corrected.correction_count, 0)::integer as correction_count
from compared
inner join {{ ref('dim_areas') }} as areas
    on compared.area_code = areas.area_code
inner join {{ ref('asm_cards') }} as cards
    on compared.scheme_code = cards.scheme_code
    and compared.period_start = cards.period_start
    and compared.area_code = cards.area_code
left join {{ ref('asm_change_reasons') }} as reasons
    on compared.scheme_code = reasons.scheme_code
    and compared.period_start = reasons.period_start
    and compared.area_code = reasons.area_code
left join {{ ref('asm_adjustments') }} as decisions
    on compared.scheme_code = decisions.scheme_code
    and compared.period_start = decisions.period_start
    and compared.area_code = decisions.area_code
left join samples
    on compared.scheme_code = samples.scheme_code
    and compared.period_start = samples.period_start
    and compared.area_code = samples.area_code
left join corrected
    on compared.scheme_code = corrected.scheme_code
    and compared.period_start = corrected.period_start
    and compared.area_code = corrected.area_code
