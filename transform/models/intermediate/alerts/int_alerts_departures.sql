{# 异常: what the last 24 hours brought lies outside the range that their own history lets expect.
   Shares only where they fell to the worse side; counts, which are neither good nor bad, on both. #}
with

newest as (

    select max(period_start) as period_start
    from {{ ref('periods') }}
    where period_type = 'last24h'

)

select
    'departure' as kind,
    'watch' as status,
    ranges.indicator_code || '@' || ranges.area_code as subject_key,
    catalogue.name_zh as subject,
    ranges.area_code,
    null::varchar as department_code,
    null::varchar as event_id,
    null::varchar as petition_id,
    null::bigint as event_count,
    null::double as usual_count,
    null::double as hours,
    {{ as_of() }} - interval 1 day as since_at,
    '常态' || printf('%.' || catalogue.decimals || 'f', ranges.usual_low) || '–'
    || printf('%.' || catalogue.decimals || 'f', ranges.usual_high)
    || '，现' || printf('%.' || catalogue.decimals || 'f', ranges.value) || catalogue.unit
        as last_action,
    null::double as lon,
    null::double as lat,
    ranges.standing as direction
from {{ ref('expected_ranges') }} as ranges
inner join newest
    on ranges.period_start = newest.period_start
inner join {{ ref('indicators') }} as catalogue
    on ranges.indicator_code = catalogue.indicator_code
where ranges.period_type = 'last24h'
    and (
        (catalogue.better = 'none' and catalogue.unit != '%' and ranges.standing != 'inside')
        or (catalogue.better = 'higher' and ranges.standing = 'below')
        or (catalogue.better = 'lower' and ranges.standing = 'above')
    )
