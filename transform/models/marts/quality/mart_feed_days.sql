select

    ---------- ids
    days.feed_code,

    ---------- strings
    coalesce(feeds.feed_name, days.feed_code) as feed_name,

    ---------- numbers
    coalesce(feeds.sort_order, 1000) as sort_order,
    days.batches_due,
    days.batches_on_time,
    days.checks_run,
    days.checks_passed,
    days.row_count,
    days.accepted_count,
    days.score::double as score,

    ---------- dates
    days.date

from {{ ref('int_feed_days') }} as days
left join {{ ref('feeds') }} as feeds
    on days.feed_code = feeds.feed_code
where days.date >= {{ as_of() }}::date - 60
