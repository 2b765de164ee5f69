with

reports as (

    select * from {{ ref('stg_case__court_filings') }}
    where month_start < {{ as_of() }}

),

totals as (

    {{ places_reported_below('reports') }}

)

select

    ---------- ids
    reports.area_code,

    ---------- numbers
    reports.civil_filings,
    reports.administrative_filings,
    reports.civil_filings + reports.administrative_filings as filings,

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
