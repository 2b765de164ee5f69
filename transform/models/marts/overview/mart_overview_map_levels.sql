{#- Class borders at these shares of the place-weeks of the quarter before. -#}
{%- set shares = '[0.35, 0.6, 0.82, 0.95]' %}

with

levels as (

    select
        level,
        level_rank,
        count(*) as place_count,
        count(geometry) as boundary_count,
        {# Of the whole: whether it can still be seen on a map of the whole. #}
        coalesce(median(area_km2) / nullif(sum(area_km2), 0), 1 / count(*)) as middle_share,
        count(*) filter (where population > 0) * 2 >= count(*) as has_population
    from {{ ref('int_overview_places') }}
    group by all

),

borders as (

    select
        levels.level,
        quantile_cont(case when levels.has_population then weeks.rate else weeks.event_count end,
            {{ shares }}) as borders
    from levels
    inner join {{ ref('int_overview_week_rates') }} as weeks
        on levels.level = weeks.level
    group by all

),

{# Numbers that can be read out; equal ones become one border. #}
rounded as (

    select
        level,
        list_sort(list_distinct(list_filter(
            list_transform(
                borders, x -> round(x, case when borders[4] - borders[1] < 5 then 1 else 0 end)
            ),
            x -> x > 0
        ))) as breaks
    from borders

)

select
    levels.level,
    levels.level_rank::bigint as level_rank,
    names.level_name,
    levels.place_count,
    levels.boundary_count,
    levels.middle_share::double as middle_share,
    case when levels.has_population then '每千人事件数' else '事件数' end as measure_name,
    levels.has_population as is_rate,
    coalesce(rounded.breaks, []::double[]) as breaks
from levels
inner join {{ ref('dim_levels') }} as names
    on levels.level = names.level
left join rounded
    on levels.level = rounded.level
