"""Records by day, before the range that is usual on such a day."""

#: Names `<mart>` and `<matches>` as `record_filters.written` fills them in, and `$days`.
OPENED_A_DAY = """
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
    ),
    calendar as (
        select ($last_day - place::integer)::date as day
        from range($days::integer + 56) as places (place)
    ),
    ranged as (
        select
            day,
            coalesce(reported, 0)::bigint as reported,
            quantile_cont(coalesce(reported, 0), 0.1) over before as low,
            quantile_cont(coalesce(reported, 0), 0.9) over before as high,
            min(day) filter (reported > 0) over () as begin
        from calendar
        left join counted using (day)
        window before as (
            partition by dayofweek(day) order by day rows between 8 preceding and 1 preceding
        )
    )
    select
        day,
        reported,
        case when day >= begin + 49 then low end as low,
        case when day >= begin + 49 then high end as high
    from ranged
    where day > $last_day - $days::integer
    order by day
"""
