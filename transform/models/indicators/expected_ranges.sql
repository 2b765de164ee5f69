{#- How many standard deviations away is no longer normal. With 3, chance alone takes a bell-shaped
    series out of its range on 0.27 % of all days; what it comes to on real days is counted in
    mart_data_trends. -#}
{%- set width = 3 %}
with

centres as (

    select * from {{ ref('int_trend_centres') }}

),

{# Real series swing more than chance: the median of how much more, in the quarter before. #}
swung as (

    select
        *,
        greatest(1, 1.4826 * median(abs(value - expected) / chance) over quarter_before) as swing,
        count(*) over quarter_before as judged_days
    from centres
    window quarter_before as (
        partition by indicator_code, area_code, period_type
        order by period_start
        range between interval 91 day preceding and interval 1 day preceding
    )

),

ranged as (

    select
        *,
        expected - {{ width }} * swing * chance as low_end,
        expected + {{ width }} * swing * chance as high_end
    from swung
    where judged_days >= 28

)

select
    series.indicator_code,
    series.area_code,
    series.period_type,
    series.period_start,
    series.numerator,
    series.denominator,
    series.value,
    ranged.expected,
    if(ranged.low_end < 0, 0, ranged.low_end) as usual_low,
    if(ranged.kind = 'share', least(catalogue.scale, ranged.high_end), ranged.high_end)
        as usual_high,
    case
        when series.value > ranged.high_end then 'above'
        when series.value < ranged.low_end then 'below'
        when ranged.expected is not null then 'inside'
    end as standing,
    ranged.days as compared_days
from {{ ref('int_trend_series') }} as series
inner join {{ ref('indicators') }} as catalogue
    on series.indicator_code = catalogue.indicator_code
left join ranged
    on series.indicator_code = ranged.indicator_code
    and series.area_code = ranged.area_code
    and series.period_type = ranged.period_type
    and series.period_start = ranged.period_start
where series.period_start >= {{ as_of() }}::date - 366
