select
    {{ as_of() }} as as_of,
    '{{ var("build_id") }}' as build_id,
    {{ site('due_soon_hours') }}::double as due_soon_hours,
    min(areas.area_code) filter (where areas.is_root) as root_area_code,
    max(areas.area_name) filter (where areas.is_root) as root_area_name
from {{ ref('dim_areas') }} as areas
