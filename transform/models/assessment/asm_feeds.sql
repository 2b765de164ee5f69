{# Is the data of a period all in? A scheme names the feeds that it needs and how many days at the
   ends of a period may be empty (`grid/events:7`). A feed that stopped earlier than that, never
   came, or holds less than half of the period leaves the whole scheme unranked in that period;
   one that begins later than that is only remarked on. #}
with

needed as (

    select
        scheme_code,
        period_type,
        split_part(need, ':', 1) as feed_code,
        split_part(need, ':', 2)::integer as grace_days
    from (
        select
            scheme_code,
            period_type,
            unnest(string_split(needed_feeds, ' ')) as need
        from {{ ref('asm_schemes') }}
        where needed_feeds is not null
    )

),

loaded as (

    select
        feed_code,
        min(earliest_at) as earliest_at,
        max(latest_at) as latest_at
    from {{ ref('fct_loads') }}
    where status = 'loaded' and accepted_count > 0
    group by all

),

periods_of_schemes as (

    select distinct
        scheme_code,
        period_start
    from {{ ref('asm_items') }}

),

judged as (

    select
        needed.*,
        periods.period_start,
        coalesce(feeds.feed_name, needed.feed_code) as feed_name,
        loaded.earliest_at,
        loaded.latest_at,
        case
            when loaded.feed_code is null then 'absent'
            when loaded.latest_at < periods.counted_until - to_days(needed.grace_days) then 'late'
            when loaded.earliest_at > periods.start_at + (periods.end_at - periods.start_at) / 2
                then 'begins_late'
            when loaded.earliest_at > periods.start_at + to_days(needed.grace_days) then 'partial'
            else 'complete'
        end as state
    from needed
    inner join periods_of_schemes
        on needed.scheme_code = periods_of_schemes.scheme_code
    inner join {{ ref('periods') }} as periods
        on needed.period_type = periods.period_type
        and periods_of_schemes.period_start = periods.period_start
    left join loaded
        on needed.feed_code = loaded.feed_code
    left join {{ ref('feeds') }} as feeds
        on needed.feed_code = feeds.feed_code

)

select
    scheme_code,
    period_start,
    feed_code,
    feed_name,
    grace_days,
    earliest_at,
    latest_at,
    state,
    state in ('absent', 'late', 'begins_late') as is_waited_for,
    case state
        when 'absent' then feed_name || '未接入'
        when 'late' then feed_name || '只到 ' || strftime(latest_at, '%Y-%m-%d')
        when 'complete' then null
        else feed_name || '始于 ' || strftime(earliest_at, '%Y-%m-%d')
    end as remark
from judged
