{# How complete the data of an assessed period are: days of it that the files of a feed span. #}
with

asked as (

    select distinct
        scheme_code,
        period_type,
        period_start,
        counted_until
    from {{ ref('asm_items') }}
    inner join {{ ref('periods') }} using (period_type, period_start)

),

spans as (

    select
        feeds.*,
        greatest(feeds.earliest_at::date, asked.period_start) as first_day,
        -- What comes from before midnight is of the day that ends there.
        least(
            feeds.latest_at::date,
            (asked.counted_until - to_microseconds(1))::date
        ) as last_day,
        date_diff(
            'day', asked.period_start, (asked.counted_until - to_microseconds(1))::date
        ) + 1 as days_due
    from {{ ref('asm_feeds') }} as feeds
    inner join asked
        on feeds.scheme_code = asked.scheme_code
        and feeds.period_start = asked.period_start

)

select
    spans.scheme_code,
    spans.period_start,
    spans.feed_code,
    spans.feed_name,
    coalesce(feeds.sort_order, 1000) as sort_order,
    spans.state,
    spans.remark,
    spans.grace_days,
    spans.days_due::integer as days_due,
    case
        when spans.last_day is null then 0
        -- Days on which nothing happened at the end of a period are not missing.
        when spans.state = 'complete' then spans.days_due
        else greatest(date_diff('day', spans.first_day, spans.last_day) + 1, 0)
    end::integer as days_covered
from spans
left join {{ ref('feeds') }} as feeds
    on spans.feed_code = feeds.feed_code
