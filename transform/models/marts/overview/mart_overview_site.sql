select
    {{ as_of() }} as as_of,
    '{{ var("build_id") }}' as build_id,
    {{ site_text('site_name') }} as site_name,
    {{ site_text('product_title') }} as product_title,
    {{ site('demo') }}::boolean as demo,
    {{ site_text('boundary_note') }} as boundary_note,
    root.area_code as root_area_code,
    root.area_name as root_area_name,
    root.level as root_level,
    root.unit_level,
    coalesce({{ level_name('root.unit_level') }}, '区域') as unit_level_name,
    coalesce(root.unit_count, 0) as unit_count
from (select 1 as one_row) as always
left join {{ ref('int_overview_root') }} as root
    on true
