{{ config(materialized='view') }}
with

steps as (

    select * from {{ ref('fct_event_steps') }}

),

events as (

    select * from {{ ref('fct_events') }}

),

callbacks as (

    select * from {{ ref('fct_callbacks') }}

),

departments as (

    select * from {{ ref('dim_departments') }}

),

logged as (

    select
        steps.event_id,
        'step' as kind,
        steps.state,
        steps."at",
        steps.seq::bigint as seq,
        steps.level,
        departments.department_name,
        steps.due_at,
        steps.reason,
        steps.is_derived,
        steps.stage_left,
        steps.stage_seconds / 3600.0 as stage_hours,
        null::boolean as is_kept,
        steps.source_feed,
        steps.source_file,
        steps.source_row::bigint as source_row
    from steps
    left join departments
        on steps.department_code = departments.department_code

),

{# The two promises of an event, as points on its line of time. #}
promised as (

    select
        event_id,
        'deadline' as kind,
        'closing_due' as state,
        closing_due_at as "at",
        is_closed_on_time as is_kept
    from events
    where closing_due_at is not null and stage != 'dropped'

    union all

    select
        event_id,
        'deadline' as kind,
        'handling_due' as state,
        handling_due_at as "at",
        is_handled_on_time as is_kept
    from events
    where handling_due_at is not null
        and handling_due_at is distinct from closing_due_at
        and stage != 'dropped'

),

called as (

    select
        event_id,
        'callback' as kind,
        coalesce(rating, 'called') as state,
        called_at as "at",
        measured_by as level,
        is_satisfied as is_kept,
        source_feed,
        source_file,
        source_row::bigint as source_row
    from callbacks

)

select * from logged
union all by name
select * from promised
union all by name
select * from called
