{# What changed in the register: the ground of a place, and what was written down about itself. #}
with

versions as (

    select
        area_code,
        held_from as changed_on,
        area_name,
        kind,
        resident_population,
        households,
        lag(area_name) over told as former_name,
        lag(kind) over told as former_kind,
        lag(resident_population) over told as former_population,
        lag(households) over told as former_households,
        version_no
    from {{ ref('dim_area_versions') }}
    where is_in_force
    window told as (partition by area_code order by version_no)

),

rewritten as (

    select
        area_code,
        changed_on,
        unnest([
            case when former_name != area_name
                then '更名：' || former_name || ' → ' || area_name
            end,
            case when former_kind != kind
                then '类型：' || former_kind || ' → ' || kind
            end,
            case when former_population != resident_population
                then format('常住人口：{:,} → {:,}', former_population, resident_population)
            end,
            case when former_households != households
                then format('户数：{:,} → {:,}', former_households, households)
            end
        ]) as change_words
    from versions
    where version_no > 1

),

moved as (

    select
        area_code,
        changed_on,
        {# Without the date, which stands in a column of its own. #}
        substr(change_zh, 12) as change_words
    from {{ ref('int_area_changes') }}

),

united as (

    select * from rewritten
    union all
    select * from moved

)

select
    areas.area_code,
    united.changed_on,
    string_agg(united.change_words, '；' order by united.change_words) as change_words
from united
inner join {{ ref('dim_areas') }} as areas
    on united.area_code = areas.area_code
where united.change_words is not null
    and united.changed_on <= {{ as_of() }}
group by all
