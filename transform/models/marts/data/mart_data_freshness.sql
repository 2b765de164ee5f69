with

feeds as (

    select * from {{ ref('feeds') }}

),

loads as (

    select
        feed_code,
        any_value(family) as family,

        count(*) filter (where status = 'loaded')::bigint as file_count,
        count(*) filter (where status = 'refused')::bigint as refused_file_count,
        sum(row_count)::bigint as row_count,
        sum(accepted_count)::bigint as accepted_count,
        sum(refused_count)::bigint as refused_count,

        max(loaded_at) filter (where status = 'loaded') as last_loaded_at,
        {# Rows from after the data cut are not read, so they make nothing fresher. #}
        least(max(latest_at), {{ as_of() }}) as latest_at

    from {{ ref('fct_loads') }}

    group by feed_code

),

joined as (

    select
        coalesce(feeds.feed_code, loads.feed_code) as feed_code,
        coalesce(feeds.family, loads.family) as family,
        coalesce(feeds.feed_name, loads.feed_code) as feed_name,
        feeds.time_label,
        coalesce(feeds.sort_order, 1000) as sort_order,
        coalesce(feeds.is_core, false) as is_core,
        feeds.expected_hours,
        feeds.limit_hours,
        coalesce(loads.file_count, 0) as file_count,
        coalesce(loads.refused_file_count, 0) as refused_file_count,
        coalesce(loads.row_count, 0) as row_count,
        coalesce(loads.accepted_count, 0) as accepted_count,
        coalesce(loads.refused_count, 0) as refused_count,
        loads.last_loaded_at,
        case when feeds.time_label is not null then loads.latest_at end as latest_at
    from feeds
    full join loads
        on feeds.feed_code = loads.feed_code

),

aged as (

    select
        *,
        (date_diff('second', latest_at, {{ as_of() }}) / 3600.0)::double as delay_hours
    from joined

)

select

    ---------- ids
    feed_code,
    family,

    ---------- strings
    feed_name,
    time_label,
    case
        when accepted_count = 0 then 'none'
        when delay_hours > limit_hours then 'too_late'
        when delay_hours > expected_hours then 'late'
        else 'normal'
    end as freshness,

    ---------- numbers
    sort_order,
    expected_hours,
    limit_hours,
    case when expected_hours is not null then delay_hours end as delay_hours,
    file_count,
    refused_file_count,
    row_count,
    accepted_count,
    refused_count,
    (refused_count * 100.0 / nullif(row_count, 0))::double as refused_percent,

    ---------- booleans
    is_core,

    ---------- timestamps (local wall time)
    latest_at,
    last_loaded_at

from aged
