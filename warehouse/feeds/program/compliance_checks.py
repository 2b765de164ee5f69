"""Checks of grids and departments against the standard (网格规范化建设)."""

from __future__ import annotations

from warehouse.feeds.columns import area, choice, code, day, flag
from warehouse.feeds.contract import Feed

DIMENSIONS = {
    "划好网格": ("划分网格", "网格划分"),
    "配齐人员": ("人员配备", "队伍配备"),
    "建立机制": ("机制建设", "健全机制"),
    "有序运行": ("运行情况", "规范运行"),
}


class ComplianceChecks(Feed):
    """One row per checked dimension of one grid, or of one department."""

    check_id = code("检查编号", "编号", "考评编号", key=True)
    area_code = area("区划代码", "网格编码", "被检查单位编码", refers_to="base/areas")
    department_code = code(
        "部门编码", "被检查部门编码", "参评部门编码", refers_to="base/departments", required=False
    )
    checked_on = day("检查日期", "考评日期", "抽查日期")
    dimension = choice(DIMENSIONS, "检查维度", "考评维度", "检查项")
    passed = flag(
        "是否达标",
        "检查结果",
        "是否通过",
        yes=("达标", "通过", "合格"),
        no=("不达标", "未达标", "不通过", "未通过", "不合格"),
    )
