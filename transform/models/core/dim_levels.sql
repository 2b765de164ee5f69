{# The levels that there are, by the words of their places: 街道 where there are only streets, 乡镇 in
   a county of towns, 镇街 where there are both. A kind that hardly occurs gives no name. #}
with

kinds as (

    select
        level,
        level_rank,
        coalesce(kind, {{ level_name('level') }}) as kind,
        count(*) as places
    from {{ ref('dim_areas') }}
    where is_current
    group by all

),

shares as (

    select
        *,
        places / sum(places) over (partition by level) as share
    from kinds

),

levels as (

    select
        level,
        level_rank,
        sum(places)::bigint as place_count,
        list_sort(
            coalesce(list(kind) filter (where share >= 0.1 and kind is not null), [])
        ) as kinds
    from shares
    group by all

)

select
    level,
    level_rank::bigint as level_rank,
    place_count,
    case
        when level = 'street' and kinds = ['镇'] then '镇'
        when level = 'street' and kinds = ['乡'] then '乡'
        when level = 'street' and list_has_any(kinds, ['镇', '乡'])
            then case when list_contains(kinds, '街道') then '镇街' else '乡镇' end
        when level = 'community' and kinds = ['村'] then '村'
        when level = 'community' and list_has_all(kinds, ['村', '社区']) then '村社区'
        else {{ level_name('level') }}
    end as level_name
from levels
