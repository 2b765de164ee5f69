{# Whether devices answered. Of several samples of a camera on one day the last one tells. #}
select
    samples.facility_id,
    facilities.area_code,
    facilities.kind,
    samples.sampled_at,
    samples.sampled_at::date as sampled_on,
    samples.is_online,
    facilities.kind = 'camera'
    and facilities.opened_on <= samples.sampled_at::date
    and coalesce(facilities.closed_on > samples.sampled_at::date, true)
    and samples.sampled_at = max(samples.sampled_at) over (
        partition by samples.facility_id, samples.sampled_at::date
    ) as is_camera_of_day,
    samples.facility_id || '|' || strftime(samples.sampled_at, '%Y-%m-%d %H:%M:%S')
        as source_key,
    samples.source_feed,
    samples.source_file,
    samples.source_row
from {{ ref('stg_grid__devices') }} as samples
inner join {{ ref('fct_facilities') }} as facilities
    on samples.facility_id = facilities.facility_id
where samples.sampled_at < {{ as_of() }}
