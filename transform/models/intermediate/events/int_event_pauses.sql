{# How long a clock stood still. A suspension stops it from the moment at which it runs: what was
   suspended before the start is no gift, and a clock that has run out stops no more.

   An approved extension states a new moment; what is suspended after it moves that moment and
   is counted in int_event_deadlines. #}
with

pauses as (

    select
        clocks.*,
        greatest(suspensions.suspended_at, clocks.started_at) as stopped_at,
        greatest(suspensions.suspended_clock, clocks.started_clock) as stopped_clock,
        suspensions.counted_until,
        suspensions.counted_until_clock
    from {{ ref('int_event_clocks') }} as clocks
    inner join {{ ref('int_event_suspensions') }} as suspensions
        on clocks.event_id = suspensions.event_id
        and clocks.started_at < suspensions.counted_until
    where clocks.clock != 'filing'
        and (clocks.extended_at is null or suspensions.suspended_at < clocks.extended_at)

),

measured as (

    select
        *,
        date_diff('second', stopped_at, counted_until) as seconds,
        counted_until_clock - stopped_clock as working_seconds
    from pauses

),

followed as (

    select
        *,
        coalesce(sum(seconds) over earlier, 0) as seconds_before,
        coalesce(sum(working_seconds) over earlier, 0) as working_seconds_before
    from measured
    window earlier as (
        partition by event_id, clock
        order by stopped_at, counted_until
        rows between unbounded preceding and 1 preceding
    )

)

select
    event_id,
    clock,
    sum(seconds)::bigint as suspended_seconds,
    sum(working_seconds)::bigint as suspended_working_seconds
from followed
where not coalesce(
    case
        when stated_due_at is not null
            then stopped_at > stated_due_at + to_seconds(seconds_before)
        when is_in_office_hours
            then stopped_clock > started_clock + limit_seconds + working_seconds_before
        else stopped_at > started_at + to_seconds(limit_seconds + seconds_before)
    end, false
)
group by all
