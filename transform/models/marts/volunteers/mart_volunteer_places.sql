{# The indicators of volunteering side by side; people are counted from five on. #}
with

readings as (

    select
        period_type,
        period_start,
        area_code,
        indicator_code,
        numerator,
        denominator,
        value
    from {{ ref('indicator_values') }}
    where indicator_code in (
            'MOR-02', 'MOR-03', 'MOR-04A', 'MOR-04B', 'MOR-05', 'MOR-06', 'MOR-09', 'SLF-09'
        )
        and period_type != 'day'

),

side_by_side as (

    select
        period_type,
        period_start,
        area_code,
        max(numerator) filter (where indicator_code = 'MOR-02') as registered,
        max(value) filter (where indicator_code = 'MOR-02') as registered_share,
        max(numerator) filter (where indicator_code = 'MOR-03') as active,
        max(value) filter (where indicator_code = 'MOR-03') as active_rate,
        max(denominator) filter (where indicator_code = 'MOR-04A') as serving,
        max(value) filter (where indicator_code = 'MOR-09') as hours,
        max(value) filter (where indicator_code = 'MOR-04A') as hours_each,
        max(value) filter (where indicator_code = 'MOR-04B') as top_tenth_share,
        max(denominator) filter (where indicator_code = 'MOR-06') as teams,
        max(numerator) filter (where indicator_code = 'MOR-06') as teams_active,
        max(value) filter (where indicator_code = 'MOR-06') as teams_active_rate,
        max(denominator) filter (where indicator_code = 'MOR-05') as orders_due,
        max(value) filter (where indicator_code = 'MOR-05') as orders_done_rate,
        max(numerator) filter (where indicator_code = 'SLF-09') as social_orgs,
        max(value) filter (where indicator_code = 'SLF-09') as social_orgs_per_ten_thousand
    from readings
    group by all

)

select
    side_by_side.period_type,
    side_by_side.period_start,
    side_by_side.area_code,
    areas.area_name,
    areas.parent_code,
    areas.level,
    case when registered >= 5 then registered::bigint end as registered,
    case when registered >= 5 then registered_share end as registered_share,
    case when active >= 5 or active = 0 then active::bigint end as active,
    case when active >= 5 or active = 0 then active_rate end as active_rate,
    case when serving >= 5 then serving::bigint end as serving,
    hours,
    case when serving >= 5 then hours_each end as hours_each,
    case when serving >= 50 then top_tenth_share end as top_tenth_share,
    teams::bigint as teams,
    teams_active::bigint as teams_active,
    teams_active_rate,
    orders_due::bigint as orders_due,
    orders_done_rate,
    social_orgs::bigint as social_orgs,
    social_orgs_per_ten_thousand
from side_by_side
inner join {{ ref('dim_areas') }} as areas
    on side_by_side.area_code = areas.area_code
where areas.is_current
order by period_type, period_start, area_code
