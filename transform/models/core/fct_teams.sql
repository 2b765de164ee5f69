select
    team_id,
    area_code,
    kind,
    founded_on,
    case when dissolved_on < {{ as_of() }} then dissolved_on end as dissolved_on,
    team_id as source_key,
    source_feed,
    source_file,
    source_row
from {{ ref('stg_volunteer__teams') }}
where founded_on < {{ as_of() }}
