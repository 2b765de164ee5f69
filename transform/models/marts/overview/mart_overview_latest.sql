{#- The newest step of each of the last events that moved. -#}
with

steps as (

    select
        steps.event_id,
        steps.state,
        steps."at",
        coalesce(steps.department_code, events.department_code) as department_code,
        events.area_code,
        events.title,
        events.matter_code
    from {{ ref('fct_event_steps') }} as steps
    inner join {{ ref('fct_events') }} as events
        on steps.event_id = events.event_id
    where steps."at" >= {{ as_of() }} - interval 1 day
        and steps."at" < {{ as_of() }}
    qualify row_number() over (
        partition by steps.event_id order by steps."at" desc, steps.seq desc
    ) = 1

)

select
    row_number() over (order by steps."at" desc, steps.event_id) as sort_order,
    steps.event_id,
    steps."at" as step_at,
    places.area_path as place,
    coalesce(nullif(trim(steps.title), ''), matters.matter_name, '未命名事项') as subject,
    coalesce(states.state_name, steps.state) as state_name,
    departments.department_name as owner_name
from steps
left join {{ ref('int_overview_places') }} as places
    on steps.area_code = places.area_code
left join {{ ref('dim_matters') }} as matters
    on steps.matter_code = matters.matter_code
left join {{ ref('overview_states') }} as states
    on steps.state = states.state
left join {{ ref('dim_departments') }} as departments
    on steps.department_code = departments.department_code
order by steps."at" desc
limit 16
