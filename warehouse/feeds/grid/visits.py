"""Visits and verifications (走访、复核) that were owed and made, summed up by place and week."""

from __future__ import annotations

from warehouse.feeds.columns import area, day, whole
from warehouse.feeds.contract import Feed


class Visits(Feed):
    """One row per place, mostly a grid, and week: neither persons nor tracks."""

    area_code = area("区划代码", "网格编码", "所属网格", key=True, refers_to="base/areas")
    period_start = day(
        "周期起始日", "周起始日", "周起始", "统计周期", "起始日期", "开始日期", key=True
    )
    required = whole("应走访数", "应访数", "应走访户数", "应复核数", "任务数", least=0)
    done = whole("已走访数", "实访数", "完成走访数", "已复核数", "完成数", least=0)
