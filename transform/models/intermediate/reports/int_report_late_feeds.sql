{# Which indicators stand on data that are not all in, period by period: a feed that never came,
   that stopped longer before the end of the period (or before the cut) than `feeds` allows, or
   that holds less than half of the period. Registers, which come when something changes, are
   never late. Where nothing is late there is no row. #}
with

needed as (

    select
        catalogue.indicator_code,
        measures.feed_code
    from {{ ref('indicators') }} as catalogue
    inner join {{ ref('measures') }} as measures
        on measures.measure_code in (catalogue.numerator_measure, catalogue.denominator_measure)
    where catalogue.status = 'computed'

    {# 办理 of events is told by their log. #}
    union

    select
        catalogue.indicator_code,
        'grid/event_log' as feed_code
    from {{ ref('indicators') }} as catalogue
    inner join {{ ref('measures') }} as measures
        on catalogue.numerator_measure = measures.measure_code
    where measures.feed_code = 'grid/events'
        and catalogue.numerator_measure != 'events_reported'

),

loaded as (

    select
        feed_code,
        min(earliest_at) as earliest_at,
        max(latest_at) as latest_at
    from {{ ref('fct_loads') }}
    where status = 'loaded' and accepted_count > 0
    group by feed_code

),

judged as (

    select
        periods.period_type,
        periods.period_start,
        feeds.feed_code,
        feeds.sort_order,
        case
            {# Events may bring their steps along: a site without a log waits for none. #}
            when loaded.feed_code is null
                then case
                    when feeds.feed_code != 'grid/event_log' then feeds.feed_name || '未接入'
                end
            when loaded.latest_at
                < periods.counted_until - to_seconds(feeds.limit_hours::bigint * 3600)
                then feeds.feed_name || '只到 ' || strftime(loaded.latest_at, '%Y-%m-%d')
            when loaded.earliest_at > periods.start_at + (periods.end_at - periods.start_at) / 2
                then feeds.feed_name || '始于 ' || strftime(loaded.earliest_at, '%Y-%m-%d')
        end as remark
    from {{ ref('periods') }} as periods
    cross join {{ ref('feeds') }} as feeds
    left join loaded
        on feeds.feed_code = loaded.feed_code
    where feeds.limit_hours is not null
        and periods.period_type in ('week', 'month', 'quarter', 'half', 'year')

)

select
    needed.indicator_code,
    judged.period_type,
    judged.period_start,
    string_agg(judged.remark, '，' order by judged.sort_order) as remark
from needed
inner join judged
    on needed.feed_code = judged.feed_code
where judged.remark is not null
group by all
