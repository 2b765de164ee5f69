with

events as (

    select * from {{ ref('mart_event_list') }}

),

chosen as (

    select
        'class' as kind,
        class_name as choice,
        class_name as label,
        min(line) as line,
        count(*) as events
    from events
    group by all

    union all

    select
        'line' as kind,
        line as choice,
        line as label,
        line,
        count(*) as events
    from events
    group by all

    union all

    select
        'department' as kind,
        department_code as choice,
        coalesce(department_name, department_code) as label,
        null as line,
        count(*) as events
    from events
    where department_code is not null
    group by all

    union all

    select
        'source' as kind,
        source as choice,
        source as label,
        null as line,
        count(*) as events
    from events
    where source is not null
    group by all

)

select * from chosen
