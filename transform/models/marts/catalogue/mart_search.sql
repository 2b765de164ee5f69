{# What can be found by words. Events, disputes and petitions are found by their number in their
   own lists; here they would be a hundred times as many rows. -#}
with

places as (

    select
        'place' as kind,
        areas.area_code as entry_id,
        areas.area_name as title,
        concat_ws(' · ', areas.area_path, levels.level_name) as detail,
        areas.area_code,
        areas.level_rank::bigint as sort_order,
        lower(concat_ws(' ', areas.area_code, areas.area_name, areas.area_path)) as search_text
    from {{ ref('dim_areas') }} as areas
    inner join {{ ref('dim_levels') }} as levels
        on areas.level = levels.level
    where areas.is_current

),

found_indicators as (

    select
        'indicator' as kind,
        indicator_code as entry_id,
        name_zh as title,
        concat_ws(' · ', indicator_code, governance, theme) as detail,
        null::varchar as area_code,
        governance_order::bigint as sort_order,
        search_text
    from {{ ref('mart_catalogue_indicators') }}

),

tasks as (

    select
        'task' as kind,
        tasks.task_id as entry_id,
        tasks.title,
        concat_ws(' · ', tasks.task_id, departments.department_name, areas.area_name) as detail,
        tasks.area_code,
        0::bigint as sort_order,
        lower(concat_ws(
            ' ', tasks.task_id, tasks.title, tasks.problem, tasks.measure,
            departments.department_name, areas.area_name
        )) as search_text
    from {{ ref('fct_tasks') }} as tasks
    left join {{ ref('dim_departments') }} as departments
        on tasks.department_code = departments.department_code
    left join {{ ref('dim_areas') }} as areas
        on tasks.area_code = areas.area_code

)

select * from places
union all
select * from found_indicators
union all
select * from tasks
