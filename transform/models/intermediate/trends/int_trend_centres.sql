{# What a day should have brought: from the days of its class in the eight weeks before, the mean
   without the highest and the lowest of them; of shares all their cases together.

   `chance` is the standard deviation that chance alone would give: Poisson for counts, binomial for
   shares. A share at its ceiling still has the chance of half a case. #}
with

pairs as (

    select
        today.indicator_code,
        today.area_code,
        today.period_type,
        today.period_start,
        today.kind,
        today.scale,
        today.value,
        today.denominator,
        count(*) as days,
        (sum(before.value) - max(before.value) - min(before.value)) / (count(*) - 2)
            as trimmed_mean,
        sum(before.numerator) / nullif(sum(before.denominator), 0) as pooled_share
    from {{ ref('int_trend_series') }} as today
    inner join {{ ref('int_trend_series') }} as before
        on today.indicator_code = before.indicator_code
        and today.area_code = before.area_code
        and today.period_type = before.period_type
        and today.day_class = before.day_class
        and today.period_start > before.period_start
        and today.period_start <= before.period_start + 56
    group by
        today.indicator_code, today.area_code, today.period_type, today.period_start,
        today.kind, today.scale, today.value, today.denominator
    having count(*) >= 5

)

select
    indicator_code,
    area_code,
    period_type,
    period_start,
    kind,
    value,
    days,
    case kind when 'count' then trimmed_mean else scale * pooled_share end as expected,
    case kind
        when 'count' then sqrt(greatest(trimmed_mean, 1))
        else scale * sqrt(
            greatest(pooled_share * (1 - pooled_share), 0.5 / (denominator + 1)) / denominator
        )
    end
    {# The centre itself is an estimate from so many days. #}
    * sqrt(1 + 1.0 / days) as chance
from pairs
