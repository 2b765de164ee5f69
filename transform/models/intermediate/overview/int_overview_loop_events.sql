{# The events behind the counts of the loop. Reached: of those reported in the last 7 days, how far
   they have come; rejected and cancelled ones stop at the first stage. Open: where everything
   open lies now. #}
with

events as (

    select
        *,
        list_position(
            ['dropped', 'report', 'dispatch', 'handle', 'check', 'closed'], stage
        ) as progress
    from {{ ref('fct_events') }}

),

recent as (

    select * from events
    where reported_at >= {{ as_of() }} - interval 7 day

),

{%- set stages = [('report', 1), ('dispatch', 4), ('handle', 5), ('check', 6)] %}

reached as (

    {%- for stage, progress in stages %}
    select
        '{{ stage }}' as stage,
        'reached' as counted,
        event_id
    from recent
    where progress >= {{ progress }}

    union all
    {% endfor %}
    select
        'callback' as stage,
        'reached' as counted,
        event_id
    from recent
    where event_id in (select callbacks.event_id from {{ ref('fct_callbacks') }} as callbacks)

),

lying as (

    select
        stage,
        'open' as counted,
        event_id
    from events
    where is_open

    union all

    select
        stage,
        'overdue' as counted,
        event_id
    from events
    where is_overdue

)

select * from reached
union all
select * from lying
