with

questions as (

    select
        signal_code,
        area_code,
        month_start
    from {{ ref('int_integrity_judged') }}
    where is_question

),

hits as (

    select
        signal_code,
        event_id,
        related_key,
        happened_at,
        measured,
        month_start,
        unnest(list_distinct([district_code, street_code, community_code])) as unit_code
    from {{ ref('int_integrity_items') }}
    where is_hit

)

select

    ---------- ids
    hits.signal_code,
    questions.area_code,
    hits.event_id,
    hits.related_key,

    ---------- strings
    events.title,
    matters.matter_name,
    areas.area_path,
    signals.measured_name,
    signals.measured_unit,

    ---------- numbers
    hits.measured::double as measured,

    ---------- dates
    hits.month_start,

    ---------- timestamps (local wall time)
    events.reported_at,
    events.closed_at,
    hits.happened_at,

    ---------- origin
    events.source_file,
    events.source_row

from hits
inner join questions
    on hits.signal_code = questions.signal_code
    and hits.unit_code = questions.area_code
    and hits.month_start = questions.month_start
inner join {{ ref('fct_events') }} as events
    on hits.event_id = events.event_id
inner join {{ ref('integrity_signals') }} as signals
    on hits.signal_code = signals.signal_code
left join {{ ref('dim_matters') }} as matters
    on events.matter_code = matters.matter_code
left join {{ ref('dim_areas') }} as areas
    on events.area_code = areas.area_code
