"""Whether cameras (视频探头) and other devices answered when they were asked."""

from __future__ import annotations

from warehouse.feeds.columns import code, flag, moment
from warehouse.feeds.contract import Feed


class Devices(Feed):
    """One row per device and moment of sampling."""

    facility_id = code(
        "设施编号", "设备编号", "设备编码", "点位编号", "探头编号", "摄像机编码", key=True
    )
    sampled_at = moment("采样时间", "检测时间", "巡检时间", "采集时间", key=True)
    online = flag(
        "是否在线", "在线状态", "设备状态", "在线",
        yes=("在线", "正常", "online"), no=("离线", "不在线", "断线", "故障", "offline"),
    )  # fmt: skip
