"""Hearings, consultations and receptions by leaders."""

from __future__ import annotations

from warehouse.feeds.columns import area, choice, code, day
from warehouse.feeds.contract import Feed

KINDS = {
    "hearing": ("听证", "听证会"),
    "consultation": ("会商", "联合会商"),
    "leader_reception": ("接访", "领导接访"),
}


class Hearings(Feed):
    """One row per hearing, consultation or reception."""

    hearing_id = code("听证编号", "编号", "会议编号", key=True)
    petition_id = code("信访件编号", "信访编号", "信访件号", required=False)
    area_code = area("区划代码", "属地编码", refers_to="base/areas")
    held_on = day("举行日期", "召开日期", "日期")
    kind = choice(KINDS, "类型", "形式")
