"""What the monthly meetings (推进会) decided: who has to do what by when."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from warehouse.feeds.columns import area, code, day, text
from warehouse.feeds.contract import Feed


class MeetingActions(Feed):
    """One row per action that a meeting decided on."""

    action_id = code("议定事项编号", "事项编号", "编号", key=True)
    meeting_on = day("会议日期", "召开日期", "推进会日期")
    area_code = area("区划代码", "责任区域编码", "责任街道编码", refers_to="base/areas")
    department_code = code(
        "责任部门编码",
        "牵头部门编码",
        "责任单位编码",
        refers_to="base/departments",
        required=False,
    )
    title = text("议定事项", "事项内容", "事项名称", "标题")
    due_on = day("完成时限", "办结时限", "截止日期")
    done_on = day("完成日期", "办结日期", "实际完成日期", required=False)

    @dy.rule()
    def due_after_the_meeting(cls) -> pl.Expr:
        """完成时限早于会议日期"""
        return pl.col("due_on") >= pl.col("meeting_on")

    @dy.rule()
    def done_after_the_meeting(cls) -> pl.Expr:
        """完成日期早于会议日期"""
        return pl.col("done_on") >= pl.col("meeting_on")
