{# The target of an indicator for a place: the row of the seed that fits the place best. #}
select
    targets.indicator_code,
    areas.area_code,
    targets.target,
    targets.severe_line,
    case targets.statement
        when '参考值' then '参考值，可配置'
        else concat_ws('，', targets.document, strftime(targets.deadline, '%Y-%m-%d 前'))
    end as target_basis
from {{ ref('targets') }} as targets
inner join {{ ref('dim_areas') }} as areas
    on (
        targets.level is null
        or targets.level = areas.level
        {# A target for a count is meant for the whole place, not for each of its streets. #}
        or (targets.level = 'root' and areas.is_root)
    )
    and (targets.place_kind is null or targets.place_kind = areas.kind)
where targets.indicator_code is not null
qualify row_number() over (
    partition by targets.indicator_code, areas.area_code
    order by (targets.level is not null) desc, (targets.place_kind is not null) desc
) = 1
