"""Records by day, before the range that is usual on such a day."""

from warehouse.read.usual_days import before_the_usual

_COUNTED = """
    with dated as (
        -- On the trailing clock a window holds its begin, and not the moment that ends it.
        select case when $is_trailing
            then $last_day - (ceil(epoch($end_at - opened_at) / 86400) - 1)::integer
            else opened_at::date
        end as day
        from <mart>
        where opened_at >= $end_at - to_days($days::integer + 57)
            and opened_at < $end_at
            and <matches>
    ),
    counted as (
        select day, count(*) as reported from dated group by all
    )
"""
#: Names `<mart>` and `<matches>` as `record_filters.written` fills them in, and `$days`.
OPENED_A_DAY = before_the_usual(_COUNTED)
