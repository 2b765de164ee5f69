{# Suspensions (缓办): each lasts until the next step that resumes or ends the work, or until the
   data cut. Both ends also on the working clock. #}
with

marks as (

    select
        event_id,
        seq,
        state,
        "at" as suspended_at,
        lead("at") over (partition by event_id order by seq) as resumed_at
    from {{ ref('fct_event_steps') }}
    where state in ('suspended', 'resumed', 'handled', 'closed', 'cancelled', 'rejected')

),

lasting as (

    select
        * exclude (state),
        {# A log that runs backwards suspends nothing. #}
        greatest(coalesce(resumed_at, {{ as_of() }}), suspended_at) as counted_until
    from marks
    where state = 'suspended'

)

select
    lasting.*,
    {{ working_clock('lasting.suspended_at', 'since_day') }} as suspended_clock,
    {{ working_clock('lasting.counted_until', 'until_day') }} as counted_until_clock
from lasting
inner join {{ ref('dim_dates') }} as since_day
    on lasting.suspended_at::date = since_day.date
inner join {{ ref('dim_dates') }} as until_day
    on lasting.counted_until::date = until_day.date
