{# One row per file that a load took in or refused, with the first row that came out of it. #}
with

loads as (

    select * from {{ ref('stg_meta__loads') }}

),

root as (

    select area_code from {{ ref('dim_areas') }}
    where is_root

)

select
    loads.*,
    root.area_code,
    loads.load_id || '#' || loads.feed_code || '#' || loads.file || '#' || loads.source
        as source_key,
    loads.feed_code as source_feed,
    first_rows.source_file,
    first_rows.source_row
from loads
left join root
    on true
left join {{ ref('stg_meta__first_rows') }} as first_rows
    on loads.load_id = first_rows.load_id
    and loads.feed_code = first_rows.feed_code
    and loads.file = first_rows.file
    and loads.source = first_rows.source
