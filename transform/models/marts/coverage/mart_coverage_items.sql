{# What every village, community, street or grid must have, by the indicator that counts it. #}
with

items as (

    select
        unnest([
            'SLF-01', 'SLF-02', 'SLF-03', 'SLF-04', 'SLF-05', 'LAW-16A', 'LAW-16B',
            'LAW-15', 'LAW-24', 'SMT-01', 'POL-01', 'LAW-25', 'LAW-26', 'MOR-01'
        ]) as indicator_code,
        unnest([
            '政务服务点', '社区综合服务设施', '村级综合服务设施', '社会组织孵化场所', '社会组织达标',
            '心理咨询室（乡镇街道）', '心理咨询室（村社区）', '一村（社区）一警', '调委会调解员', '网格员',
            '网格党组织', '平安创建', '民主法治示范', '文明村镇'
        ]) as short_name,
        unnest([
            '设施', '设施', '设施', '设施', '组织', '设施', '设施',
            '队伍', '队伍', '队伍', '组织', '创建', '创建', '创建'
        ]) as theme,
        unnest([
            '个村（社区）', '个社区', '个村', '个县乡单位', '个村（社区）', '个街道（乡镇）', '个村（社区）',
            '个村（社区）', '个街道（乡镇）', '个网格', '个网格', '个街道和村（社区）', '个村（社区）', '个村镇'
        ]) as unit_noun,
        unnest(range(1, 15)) as sort_order

)

select
    items.indicator_code,
    items.short_name,
    items.theme,
    items.unit_noun,
    items.sort_order,
    catalogue.name_zh,
    catalogue.numerator_measure,
    catalogue.denominator_measure
from items
inner join {{ ref('indicators') }} as catalogue
    on items.indicator_code = catalogue.indicator_code
