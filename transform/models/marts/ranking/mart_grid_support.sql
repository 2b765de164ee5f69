{#- What calls for support. A grid is often one person: it is helped, never ranked. -#}
{%- set days = 30 %}
{%- set usual_days = 180 %}
{%- set least_repeats = 5 %}

with

grids as (

    select * from {{ ref('dim_areas') }}
    where level = 'grid'
        and (valid_to is null or valid_to > {{ as_of() }})

),

reported as (

    select
        area_code,
        count(*) filter (where is_overdue) as overdue_count,
        max(overdue_hours) as overdue_longest_hours,
        count(*) filter (
            where is_repeat and reported_at >= {{ as_of() }} - interval {{ days }} day
        ) as repeat_count,
        count(*) filter (
            where is_repeat
                and reported_at < {{ as_of() }} - interval {{ days }} day
                and reported_at >= {{ as_of() }} - interval {{ days + usual_days }} day
        ) * {{ days }} / {{ usual_days }} as usual_repeats,
        max(reported_at) as last_reported_at
    from {{ ref('fct_events') }}
    group by all

),

{# Who serves the grid at the cut, and since when nobody does. A roster that is no feed of the
   site says nothing about vacancies. #}
staffed as (

    select
        area_code,
        bool_or(coalesce(until, date '9999-12-31') > {{ as_of() }}) as has_worker,
        max(until) as last_until
    from {{ ref('fct_rosters') }}
    where role = 'grid_worker'
        and since < {{ as_of() }}
    group by all

),

judged as (

    select
        grids.*,
        coalesce(reported.overdue_count, 0) as overdue_count,
        reported.overdue_longest_hours,
        coalesce(reported.repeat_count, 0) as repeat_count,
        reported.usual_repeats,
        {# Against its own past, not against other grids. #}
        coalesce(
            reported.repeat_count >= {{ least_repeats }}
            and reported.repeat_count >= 2 * reported.usual_repeats, false
        ) as has_many_repeats,
        reported.last_reported_at,
        coalesce(staffed.has_worker, false) = false
            and exists (select 1 from staffed as anywhere) as is_vacant,
        staffed.last_until as vacant_since,
        silences.area_code is not null as is_silent,
        silences.expected_count
    from grids
    left join reported
        on grids.area_code = reported.area_code
    left join staffed
        on grids.area_code = staffed.area_code
    left join {{ ref('int_grid_silences') }} as silences
        on grids.area_code = silences.area_code

)

select
    area_code,
    area_name,
    area_path,
    street_code,
    street_name,
    community_code,
    community_name,
    overdue_count::integer as overdue_count,
    overdue_longest_hours::double as overdue_longest_hours,
    repeat_count::integer as repeat_count,
    is_vacant,
    case when is_vacant then vacant_since end as vacant_since,
    is_silent,
    last_reported_at,
    concat_ws(
        '；',
        case when is_vacant then '网格员空缺'
            || coalesce(strftime(vacant_since, '（自 %Y-%m-%d 起）'), '')
        end,
        case when overdue_count > 0
            then format('超期未结 {} 件，最长超期 {} 天', overdue_count,
                ceil(overdue_longest_hours / 24)::integer)
        end,
        case when has_many_repeats
            then format('近 {{ days }} 日重复事件 {} 件，此前半年月均 {:.0f} 件', repeat_count,
                usual_repeats)
        end,
        case when is_silent
            then strftime(last_reported_at, '自 %m-%d 起无上报')
                || format('，按其平常应有约 {:.0f} 件', expected_count)
        end
    ) as reasons
from judged
where is_vacant
    or overdue_count > 0
    or has_many_repeats
    or is_silent
{# By place: the list helps, it does not rank. #}
order by area_code
