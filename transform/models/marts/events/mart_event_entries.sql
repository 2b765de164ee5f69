{#- What the numbers of the events page count, entry by entry; the cube is its sum. -#}
with

entries as (

    select *
    from {{ ref('ledger_entries') }}
    where measure_code in (
        'events_reported', 'closing_due', 'closing_done_on_time', 'overdue_open',
        'events_closed', 'events_closed_in_grid', 'callbacks_valid', 'callbacks_satisfied'
    )

),

callbacks as (

    select
        source_key,
        event_id
    from {{ ref('fct_callbacks') }}

),

events as (

    select * from {{ ref('mart_event_list') }}

),

keyed as (

    {# Two plain joins: a left join on a condition of its left side takes a minute. #}
    select
        entries.*,
        entries.source_key as event_id
    from entries
    where entries.source_model = 'fct_events'

    union all

    select
        entries.*,
        callbacks.event_id
    from entries
    inner join callbacks
        on entries.source_key = callbacks.source_key
    where entries.source_model = 'fct_callbacks'

)

select
    keyed.measure_code,
    keyed.entry_at,
    keyed.entry_date,
    {# The 24 hours that end at the data cut's time of day on this date hold the entry. #}
    (
        ({{ as_of() }} - interval 1 microsecond)::date
        - (
            date_diff('microsecond', keyed.entry_at, {{ as_of() }} - interval 1 microsecond)
            // 86400000000
        )::integer
    )::date as window_date,
    keyed.area_code,
    events.line,
    events.class_name,
    events.source,
    events.stage,
    events.department_code,
    events.event_id,
    keyed.value,
    keyed.source_model,
    keyed.source_key
from keyed
inner join events
    on keyed.event_id = events.event_id
order by keyed.measure_code, keyed.entry_date
