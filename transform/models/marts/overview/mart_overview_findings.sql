{#- The rules of 态势 by unit: everything that is not normal. Limits for a unit come from the
    site's: its fair share of the target, twice for 关注, and thrice of the severe line for 严重. -#}
with

units as (

    select
        area_code,
        area_name
    from {{ ref('int_overview_places') }}
    where area_code = unit_code

),

site as (

    select
        greatest(any_value(root.unit_count), 1) as unit_count,
        any_value(targets.target) as overdue_target,
        any_value(targets.severe_line) as overdue_line
    from {{ ref('int_overview_root') }} as root
    left join {{ ref('indicator_targets') }} as targets
        on root.area_code = targets.area_code
        and targets.indicator_code = 'OPS-18'

),

overdue as (

    select
        counts.area_code,
        'overdue' as rule,
        counts.overdue_count::double as value,
        null::varchar as subject,
        case
            when counts.overdue_count > 3 * site.overdue_line / site.unit_count then 'severe'
            when counts.overdue_count > 2 * site.overdue_target / site.unit_count then 'watch'
        end as status
    from {{ ref('int_overview_place_counts') }} as counts
    cross join site

),

closing as (

    select
        area_code,
        'closing' as rule,
        value,
        null::varchar as subject,
        case when not is_small_sample and status in ('watch', 'severe') then status end as status
    from {{ ref('indicator_readings') }}
    where indicator_code = 'OPS-08'
        and period_type = 'last7d'
        and period_start = (
            select max(period_start) from {{ ref('periods') }} where period_type = 'last7d'
        )

),

clusters as (

    select
        unit_code as area_code,
        'cluster' as rule,
        event_count::double as value,
        subject,
        status
    from {{ ref('mart_alerts') }}
    where kind = 'cluster'

),

repeats as (

    select
        unit_code as area_code,
        'repeat' as rule,
        count(*)::double as value,
        null::varchar as subject,
        case when count(*) >= 3 then 'watch' end as status
    from {{ ref('mart_alerts') }}
    where kind = 'repeat_petition'
    group by all

),

{# The last 7 days against the weeks and the 7 days there were; on a Monday the week that has just
   begun has the same first day, so the type tells them apart. #}
dispute_counts as (

    select
        area_code,
        arg_max(value, period_start) filter (where period_type = 'last7d') as value,
        quantile_cont(value, 0.95) as high_value
    from {{ ref('indicator_values') }}
    where indicator_code = 'LAW-18'
        and period_type in ('week', 'last7d')
    group by all

),

disputes as (

    select
        area_code,
        'dispute' as rule,
        value,
        null::varchar as subject,
        case when value >= 5 and value > 1.1 * high_value then 'watch' end as status
    from dispute_counts

),

united as (

    select * from overdue
    union all
    select * from closing
    union all
    select * from clusters
    union all
    select * from repeats
    union all
    select * from disputes

),

found as (

    select
        united.*,
        units.area_name,
        bool_or(united.status = 'severe') over (partition by united.area_code) as is_severe,
        count(*) over (partition by united.area_code) as finding_count,
        list_position(['cluster', 'overdue', 'closing', 'repeat', 'dispute'], united.rule)
            as rule_order
    from united
    inner join units
        on united.area_code = units.area_code
    where united.status is not null

)

select
    area_code as unit_code,
    area_name as unit_name,
    case when is_severe then 'severe' else 'watch' end as unit_status,
    rule,
    status,
    subject,
    value,
    row_number() over (
        order by is_severe desc, finding_count desc, area_code,
            status = 'severe' desc, rule_order, value desc
    ) as sort_order
from found
