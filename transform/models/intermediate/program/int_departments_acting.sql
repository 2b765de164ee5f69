{# The days on which a department did something about an event itself. That an event was sent to it
   proves nothing. #}
with

acting as (

    select
        department_code,
        "at"::date as acted_on,
        max("at") as acted_at,
        arg_max(source_key, ("at", source_key)) as source_key
    from {{ ref('fct_event_steps') }}
    where department_code is not null
        and state in ('signed', 'returned', 'extended', 'suspended', 'resumed', 'handled')
    group by all

)

select
    *,
    {{ is_department_connected('department_code', 'acted_at') }} as is_connected
from acting
