{# A village and its lawsuits of a year, as far as reported. A month without a row is unknown, not
   zero: a village that did not report a month that others reported is not without lawsuits. #}
with

filings as (

    select
        reports.*,
        date_trunc('year', reports.month_start)::date as year_start
    from {{ ref('fct_court_filings') }} as reports
    semi join {{ ref('dim_areas') }} as areas
        on reports.area_code = areas.area_code
        and areas.level = 'community'

),

years as (

    select
        year_start,
        count(distinct month_start) as months_reported
    from filings
    group by all

),

villages as (

    select
        area_code,
        year_start,
        max(month_start) as latest_month,
        count(*) as months_reported,
        sum(filings) as filings,
        arg_max(source_key, month_start) as source_key
    from filings
    group by all

)

select
    villages.area_code,
    villages.year_start,
    villages.latest_month,
    villages.filings,
    villages.filings = 0 and villages.months_reported = years.months_reported
        as is_without_lawsuits,
    villages.source_key
from villages
inner join years
    on villages.year_start = years.year_start
