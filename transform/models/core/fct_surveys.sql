with

surveys as (

    select * from {{ ref('stg_base__surveys') }}
    where wave_on < {{ as_of() }}

),

{# A survey that tells its streets and their district asks everybody once: the streets count. #}
told_by_parts as (

    select distinct
        parts.survey_id,
        bridge.ancestor_code as area_code
    from surveys as parts
    inner join {{ ref('bridge_area_ancestors') }} as bridge
        on parts.area_code = bridge.area_code
    where bridge.distance > 0

)

select
    surveys.survey_id,
    surveys.area_code,
    surveys.kind,
    surveys.measured_by,
    surveys.wave_on,
    surveys.respondents,
    surveys.positive,
    surveys.measured_by in ('superior', 'third_party') and told_by_parts.survey_id is null
        as is_of_record,
    surveys.survey_id || '|' || surveys.area_code as source_key,
    surveys.source_feed,
    surveys.source_file,
    surveys.source_row
from surveys
left join told_by_parts
    on surveys.survey_id = told_by_parts.survey_id
    and surveys.area_code = told_by_parts.area_code
