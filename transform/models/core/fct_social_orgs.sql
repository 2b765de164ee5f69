select
    org_id,
    area_code,
    kind,
    status,
    is_incubated,
    since,
    case when until < {{ as_of() }} then until end as until,
    org_id as source_key,
    source_feed,
    source_file,
    source_row
from {{ ref('stg_base__social_orgs') }}
where since < {{ as_of() }}
