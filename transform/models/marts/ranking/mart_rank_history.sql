select
    scheme_code,
    period_type,
    period_start,
    period_label,
    level,
    peer_group,
    area_code,
    area_name,
    is_complete,
    rank,
    total
from {{ ref('mart_rank_board') }}
