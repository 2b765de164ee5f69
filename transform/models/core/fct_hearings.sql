select
    hearing_id,
    petition_id,
    area_code,
    kind,
    held_on,
    hearing_id as source_key,
    source_feed,
    source_file,
    source_row
from {{ ref('stg_petition__hearings') }}
where held_on < {{ as_of() }}
