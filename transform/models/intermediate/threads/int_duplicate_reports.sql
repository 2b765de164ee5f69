{# 疑似重复上报: the same report under two numbers. The report before it in the same grid, of the
   same matter and with the same title, came at most 30 minutes earlier and from at most 30 metres
   away (where no point is known, the grid has to do). #}
with

reports as (

    select
        event_id,
        area_code,
        matter_code,
        title,
        source,
        lon,
        lat,
        reported_at,
        source_file,
        source_row
    from {{ ref('fct_events') }}
    where reported_at >= {{ integrity_since() }}
        and trim(title) != ''

),

followed as (

    select
        *,
        lag(event_id) over same_words as earlier_id,
        lag(source) over same_words as earlier_source,
        lag(reported_at) over same_words as earlier_at,
        lag(lon) over same_words as earlier_lon,
        lag(lat) over same_words as earlier_lat,
        lag(source_file) over same_words as earlier_file,
        lag(source_row) over same_words as earlier_row
    from reports
    window same_words as (
        partition by area_code, matter_code, title order by reported_at, event_id
    )

),

measured as (

    select
        *,
        date_diff('second', earlier_at, reported_at) / 60.0 as minutes_apart,
        {{ metres_between('lon', 'lat', 'earlier_lon', 'earlier_lat') }} as metres_apart
    from followed
    where earlier_at >= reported_at - interval 30 minute

)

select * from measured
where coalesce(metres_apart, 0) <= 30
