{# The versions of an event that came in may name different matters: the first and the last. #}
with

source as (

    select * from {{ source('grid', 'events') }}
    {%- if var('known_then') %}
    where _loaded_at < {{ as_of() }}
    {%- endif %}

),

changed as (

    select
        event_id,
        arg_min(matter_code, (coalesce(updated_at, _loaded_at), _loaded_at, _file, _row))
            as first_matter_code,
        arg_max(matter_code, (coalesce(updated_at, _loaded_at), _loaded_at, _file, _row))
            as last_matter_code
    from source
    group by event_id
    having min(matter_code) != max(matter_code)

)

select * from changed
