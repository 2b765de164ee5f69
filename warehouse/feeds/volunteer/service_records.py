"""Service records: who served how long."""

from __future__ import annotations

from warehouse.feeds.columns import area, code, moment, number, text
from warehouse.feeds.contract import Feed


class ServiceRecords(Feed):
    """One row per volunteer and activity."""

    record_id = code("服务记录编号", "记录编号", "编号", key=True)
    volunteer_key = code("志愿者标识", "志愿者编号", "身份证号", "证件号码", pii=True)
    team_id = code("队伍编号", "团队编号", "组织编号", required=False)
    activity_id = code("活动编号", "项目编号", required=False)
    area_code = area("区划代码", "服务地编码", "所属区域编码", refers_to="base/areas")
    kind = text("服务类别", "服务类型", "类型")
    started_at = moment("开始时间", "服务时间", "服务开始时间")
    hours = number("服务时长", "时长", "服务时长（小时）", least=0, most=24)
