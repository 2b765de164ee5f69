{# The log of every event up to the data cut. Most platforms export a column per stage instead
   of a log; for their events the log is derived from the columns, and says so. #}
with

events as (

    select * from {{ ref('stg_grid__events') }}
    where reported_at < {{ as_of() }}

),

logged as (

    select
        log.event_id,
        log.seq::integer as seq,
        log.state,
        log."at",
        log.level,
        log.department_code,
        log.due_at,
        log.reason,
        false as is_derived,
        log.source_feed,
        log.source_file,
        log.source_row
    from {{ ref('stg_grid__event_log') }} as log
    semi join events
        on log.event_id = events.event_id
    where log."at" < {{ as_of() }}

),

wide as (

    select events.*
    from events
    anti join logged
        on events.event_id = logged.event_id

),

columns_as_steps as (

    {%- set columns = [
        ('reported', 'reported_at', 'null::timestamp'),
        ('accepted', 'accepted_at', 'null::timestamp'),
        ('filed', 'filed_at', 'due_at'),
        ('dispatched', 'dispatched_at', 'null::timestamp'),
        ('signed', 'signed_at', 'null::timestamp'),
        ('handled', 'handled_at', 'null::timestamp'),
        ('check_passed', 'checked_at', 'null::timestamp'),
        ('closed', 'closed_at', 'null::timestamp'),
    ] %}
    {%- for state, column, due_at in columns %}
    select
        event_id,
        {{ loop.index }} as seq,
        '{{ state }}' as state,
        {{ column }} as "at",
        case when '{{ state }}' in ('handled', 'check_passed', 'closed')
            then settled_level end as level,
        department_code,
        {{ due_at }} as due_at,
        null::varchar as reason,
        true as is_derived,
        source_feed,
        source_file,
        source_row
    from wide
    where {{ column }} < {{ as_of() }}
    {% if not loop.last %}union all{% endif %}
    {%- endfor %}

)

select * from logged
union all
select * from columns_as_steps
