"""First-instance cases that the courts accepted, as sums per place and month."""

from __future__ import annotations

from warehouse.feeds.columns import area, month, whole
from warehouse.feeds.contract import Feed


class CourtFilings(Feed):
    """One row per place and month; no case and no party."""

    area_code = area("区划代码", "所属区域编码", "被告住所地编码", key=True, refers_to="base/areas")
    month = month("月份", "统计月份", "收案月份", "统计月", key=True)
    civil = whole("民事一审收案数", "民事收案", "民事收案数", "一审民事", least=0)
    administrative = whole("行政一审收案数", "行政收案", "行政收案数", "一审行政", least=0)
