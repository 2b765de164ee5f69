"""Who serves in which role and where: grid workers, legal counsels, mediators, …"""

from __future__ import annotations

import dataframely as dy
import polars as pl

from warehouse.feeds.columns import area, choice, code, day, flag
from warehouse.feeds.contract import Feed

ROLES = {
    "police": ("一村一警", "社区民警", "民警"),
    "legal_counsel": ("法律顾问",),
    "legal_deputy": ("法治副主任",),
    "judge": ("法官",),
    "prosecutor": ("检察官",),
    "lawyer": ("律师",),
    "mediator": ("调解员", "人民调解员"),
    "grid_worker": ("网格员", "专职网格员"),
    "grid_leader": ("网格长",),
    "party_leader": ("党组织负责人", "网格党支部书记", "党支部书记"),
    "other": ("其他",),
}


class Rosters(Feed):
    """One row per person, role and place."""

    role = choice(ROLES, "角色", "人员类别", "岗位", key=True)
    person_key = code("人员标识", "身份证号", "证件号码", "人员编号", key=True, pii=True)
    area_code = area(
        "区划代码", "服务区域", "所属区域编码", "网格编码", key=True, refers_to="base/areas"
    )
    since = day("起始日期", "到岗日期", "任职日期")
    until = day("截止日期", "离岗日期", required=False)
    full_time = flag("专职", "是否专职", yes=("专职",), no=("兼职",), required=False)

    @dy.rule()
    def lasts(cls) -> pl.Expr:
        """截止日期早于起始日期"""
        return pl.col("until") >= pl.col("since")
