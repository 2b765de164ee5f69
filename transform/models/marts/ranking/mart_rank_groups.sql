with

board as (

    select
        *,
        rank = max(rank) over (
            partition by scheme_code, period_start, level, peer_group
        ) and rank > 1 as is_last
    from {{ ref('mart_rank_board') }}

),

waiting as (

    select
        scheme_code,
        period_start,
        string_agg(remark, '、' order by feed_code) filter (where is_waited_for) as waits_for
    from {{ ref('asm_feeds') }}
    group by all

),

{# Each group by itself, and all of them together under an empty name. #}
summed as (

    select
        scheme_code,
        period_start,
        level,
        coalesce(peer_group, '') as peer_group,
        any_value(scheme_name) as scheme_name,
        any_value(scheme_version) as scheme_version,
        any_value(period_type) as period_type,
        any_value(period_end) as period_end,
        max(rules_since) as rules_since,
        any_value(period_label) as period_label,
        bool_and(is_complete) as is_complete,
        count(*) as unit_count,
        count(rank) as ranked_count,
        avg(total::decimal(9, 2)) as mean_total,
        avg(previous_total::decimal(9, 2)) as previous_mean_total,
        string_agg(area_name, '、' order by area_code) filter (where rank = 1) as first_names,
        max(total) filter (where rank = 1) as first_total,
        max(rank_worst) filter (where rank = 1) as first_rank_worst,
        string_agg(area_name, '、' order by total, area_code) filter (where is_last) as last_names,
        min(total) filter (where is_last) as last_total,
        arg_min(total_change, (total, area_code)) filter (where is_last) as last_change,
        count(*) filter (where card = 'green') as green_count,
        count(*) filter (where card = 'yellow') as yellow_count,
        count(*) filter (where card = 'red') as red_count
    from board
    group by grouping sets (
        (scheme_code, period_start, level, peer_group), (scheme_code, period_start, level)
    )

)

select
    summed.scheme_code,
    schemes.scheme_no,
    summed.scheme_name,
    summed.scheme_version,
    summed.period_type,
    summed.period_start,
    summed.period_end,
    summed.period_label,
    summed.is_complete,
    summed.level,
    summed.peer_group,
    summed.unit_count::integer as unit_count,
    summed.ranked_count::integer as ranked_count,
    round(summed.mean_total, 2) as mean_total,
    round(summed.mean_total - summed.previous_mean_total, 2) as mean_change,
    summed.first_names,
    summed.first_total,
    summed.first_rank_worst::integer as first_rank_worst,
    summed.last_names,
    summed.last_total,
    summed.last_change,
    summed.green_count::integer as green_count,
    summed.yellow_count::integer as yellow_count,
    summed.red_count::integer as red_count,
    schemes.green_line,
    schemes.yellow_line,
    schemes.red_line,
    schemes.yellow_last,
    schemes.red_after,
    schemes.ties,
    schemes.deduction_cap,
    summed.rules_since,
    feeds.waits_for,
    case
        when coalesce(
            schemes.green_line, schemes.yellow_line, schemes.red_line, schemes.yellow_last
        ) is null then '本方案未设红黄绿牌线，不发牌'
        else concat_ws(
            '；',
            format('≥{:g} 绿牌', schemes.green_line),
            nullif(concat_ws(
                '或',
                format('＜{:g}', schemes.yellow_line),
                format('组内末 {:d} 位', schemes.yellow_last)
            ), '') || ' 黄牌' || coalesce(format('，连续 {:d} 期转红牌', schemes.red_after), ''),
            format('＜{:g} 红牌', schemes.red_line)
        )
    end as card_rule,
    schemes.minimum_sample,
    schemes.shrink_weight,
    schemes.minimum_scored_share,
    schemes.basis,
    schemes.note
from summed
inner join {{ ref('asm_schemes') }} as schemes
    on summed.scheme_code = schemes.scheme_code
left join waiting as feeds
    on summed.scheme_code = feeds.scheme_code
    and summed.period_start = feeds.period_start
