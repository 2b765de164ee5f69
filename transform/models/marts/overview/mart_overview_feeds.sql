with

loads as (

    select
        feed_code,
        {# Rows from after the data cut are not read, so they make nothing fresher. #}
        least(max(latest_at), {{ as_of() }}) as latest_at
    from {{ ref('fct_loads') }}
    where accepted_count > 0
    group by feed_code

),

families as (

    select
        feeds.family,
        min(feeds.sort_order) as sort_order,
        arg_min(feeds.feed_name, feeds.sort_order) as feed_name,
        min(feeds.expected_hours) as expected_hours,
        min(feeds.limit_hours) as limit_hours,
        max(loads.latest_at) as latest_at
    from {{ ref('feeds') }} as feeds
    left join loads
        on feeds.feed_code = loads.feed_code
    where feeds.is_core
        and feeds.expected_hours is not null
    group by all

),

aged as (

    select
        *,
        date_diff('second', latest_at, {{ as_of() }}) / 3600.0 as delay_hours
    from families

)

select
    family,
    sort_order::bigint as sort_order,
    feed_name,
    latest_at,
    delay_hours::double as delay_hours,
    expected_hours::double as expected_hours,
    limit_hours::double as limit_hours,
    case
        when latest_at is null then 'none'
        when delay_hours > limit_hours then 'too_late'
        when delay_hours > expected_hours then 'late'
        else 'normal'
    end as freshness
from aged
