{# The mapping of each source as of its newest load. #}
select
    feed_code,
    source,
    "position",
    column_code,
    column_title,
    origin,
    nullif(conversion, '') as conversion
from {{ ref('stg_meta__mappings') }}
qualify load_id = max(load_id) over (partition by feed_code, source)
