with

reports as (

    select * from {{ ref('stg_case__security_incidents') }}
    where month_start < {{ as_of() }}

),

totals as (

    {{ places_reported_below('reports') }}

)

select

    ---------- ids
    reports.area_code,

    ---------- numbers
    reports.criminal_cases,
    reports.public_order_cases,
    reports.criminal_cases + reports.public_order_cases as incidents,

    ---------- booleans
    totals.area_code is not null as is_total,

    ---------- dates
    reports.month_start,

    ---------- origin
    reports.area_code || '#' || strftime(reports.month_start, '%Y-%m') as source_key,
    reports.source_feed,
    reports.source_file,
    reports.source_row

from reports
left join totals
    on reports.area_code = totals.area_code
    and reports.month_start = totals.month_start
