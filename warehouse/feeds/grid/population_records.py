"""How many person records of a place are valid: a figure per place, never the records."""

from __future__ import annotations

from warehouse.feeds.columns import area, day, whole
from warehouse.feeds.contract import Feed


class PopulationRecords(Feed):
    """One row per place and day of counting (a snapshot of the register)."""

    area_code = area(
        "区划代码", "网格编码", "所属网格", "社区编码", key=True, refers_to="base/areas"
    )
    as_of = day("截止日期", "统计日期", "数据日期", "快照日期", key=True)
    records_valid = whole(
        "有效记录数", "有效人口数", "有效人口信息数", "已建档人数", "入库人数", least=0
    )
