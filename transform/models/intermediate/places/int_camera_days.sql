{# On a day on which a street samples its cameras, every one on its register owes an answer: a
   camera that is missing from the export is not online. #}
with

cameras as (

    select
        facilities.*,
        coalesce(areas.street_code, facilities.area_code) as street_code
    from {{ ref('fct_facilities') }} as facilities
    inner join {{ ref('dim_areas') }} as areas
        on facilities.area_code = areas.area_code
    where facilities.kind = 'camera'

),

sampling_days as (

    select distinct
        cameras.street_code,
        samples.sampled_on
    from {{ ref('fct_device_samples') }} as samples
    inner join cameras
        on samples.facility_id = cameras.facility_id

)

select
    cameras.facility_id,
    cameras.area_code,
    sampling_days.sampled_on,
    cameras.source_key
from cameras
inner join sampling_days
    on cameras.street_code = sampling_days.street_code
    and cameras.opened_on <= sampling_days.sampled_on
    and coalesce(cameras.closed_on > sampling_days.sampled_on, true)
