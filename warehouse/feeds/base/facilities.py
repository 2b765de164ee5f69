"""Places and devices that serve or are watched: service halls, rooms, sites, cameras, firms."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from warehouse.feeds.columns import area, choice, code, day, flag, number, text
from warehouse.feeds.contract import Feed

KINDS = {
    "service_hall": ("政务服务点", "便民服务中心", "便民服务站", "政务服务代办点", "代办点"),
    "community_service": ("综合服务设施", "社区综合服务设施", "村级综合服务设施", "综合服务站"),
    "psych_room": ("心理咨询室", "心理咨询站", "心理工作站", "心理服务站", "社会心理服务室"),
    "incubator": ("孵化基地", "社会组织孵化基地", "社会组织活动场所", "社会组织服务中心"),
    "mediation_room": ("调解室", "人民调解室", "品牌调解室", "矛盾纠纷多元化解中心"),
    "police_station": ("警务站", "警务室", "社区警务室", "派出所"),
    "party_site": ("党群阵地", "党群服务中心", "党群服务站", "党员服务站"),
    "camera": ("视频探头", "监控探头", "摄像头", "视频监控", "视频点位"),
    "delivery_site": ("寄递网点", "快递网点", "末端网点"),
    "enterprise": ("企业法人", "企业", "市场主体"),
    "other": ("其他",),
}


class Facilities(Feed):
    """One row per facility; a place that moves closes and opens under a new number."""

    facility_id = code("设施编号", "场所编号", "点位编号", "设备编号", "统一社会信用代码", key=True)
    kind = choice(KINDS, "设施类型", "场所类型", "设施类别", "类别")
    area_code = area(
        "区划代码", "所属区划", "所属区域编码", "所在网格编码", "网格编码", refers_to="base/areas"
    )
    name = text("设施名称", "场所名称", "点位名称", "企业名称", required=False)
    lon = number("经度", "X坐标", least=-180, most=180, required=False)
    lat = number("纬度", "Y坐标", least=-90, most=90, required=False)
    opened_on = day("启用日期", "建成日期", "开放日期", "安装日期", "成立日期", required=False)
    closed_on = day("停用日期", "关闭日期", "拆除日期", "注销日期", required=False)
    online = flag(
        "是否在线",
        "在线状态",
        "设备状态",
        yes=("在线", "正常"),
        no=("离线", "故障"),
        required=False,
    )

    @dy.rule()
    def lasts(cls) -> pl.Expr:
        """停用日期早于启用日期"""
        return pl.col("closed_on") >= pl.col("opened_on")
