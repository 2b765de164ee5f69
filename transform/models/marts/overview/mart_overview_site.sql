select
    {{ as_of() }} as as_of,
    '{{ var("build_id") }}' as build_id,
    coalesce({{ site_text('site_name') }}, root.area_name, '一屏') as site_name,
    coalesce(
        {{ site_text('product_title') }},
        case
            when root.level = 'province' then '省域社会治理'
            when root.kind = '县' then '县域社会治理'
            else '市域社会治理'
        end
    ) as product_title,
    {{ site('demo') }}::boolean as demo,
    {{ site_text('boundary_note') }} as boundary_note,
    root.area_code as root_area_code,
    root.area_name as root_area_name,
    root.level as root_level,
    root.unit_level,
    coalesce(root.unit_level_name, '区域') as unit_level_name,
    coalesce(root.unit_count, 0) as unit_count
from (select 1 as one_row) as always
left join {{ ref('int_overview_root') }} as root
    on true
