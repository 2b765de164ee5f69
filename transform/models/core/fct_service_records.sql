select
    records.record_id,
    records.volunteer_key,
    records.team_id,
    records.area_code,
    teams.area_code as team_area_code,
    volunteers.area_code as volunteer_area_code,
    records.kind,
    records.started_at,
    records.hours,
    records.record_id as source_key,
    records.source_feed,
    records.source_file,
    records.source_row
from {{ ref('stg_volunteer__service_records') }} as records
left join {{ ref('fct_teams') }} as teams
    on records.team_id = teams.team_id
left join {{ ref('fct_volunteers') }} as volunteers
    on records.volunteer_key = volunteers.volunteer_key
where records.started_at < {{ as_of() }}
