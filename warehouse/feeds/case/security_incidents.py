"""Criminal and public-order cases of the police, as sums per place and month."""

from __future__ import annotations

from warehouse.feeds.columns import area, month, whole
from warehouse.feeds.contract import Feed


class SecurityIncidents(Feed):
    """One row per place and month; no case and no person."""

    area_code = area("区划代码", "所属区域编码", "发案地编码", key=True, refers_to="base/areas")
    month = month("月份", "统计月份", "立案月份", "统计月", key=True)
    criminal = whole("刑事案件数", "刑事立案数", "刑事立案", "刑事案件", least=0)
    public_order = whole("治安案件数", "治安案件受理数", "治安案件", "治安立案", least=0)
