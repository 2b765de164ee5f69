"""The departments that handle matters."""

from __future__ import annotations

from warehouse.feeds.columns import code, day, text
from warehouse.feeds.contract import Feed


class Departments(Feed):
    """One row per department."""

    department_code = code("部门编码", "部门代码", "单位编码", "责任单位编码", key=True)
    department_name = text("部门名称", "单位名称", "责任单位")
    connected_since = day("接入日期", "接入时间", required=False)
