"""Tasks that departments gave to communities, with the number of their admission (准入)."""

from __future__ import annotations

from warehouse.feeds.columns import area, code, day
from warehouse.feeds.contract import Feed


class Admissions(Feed):
    """One row per task given to a community; without a number nobody admitted it."""

    task_id = code("任务编号", "事项编号", "下达编号", "编号", key=True)
    department_code = code("下达部门编码", "交办部门编码", "部门编码", refers_to="base/departments")
    area_code = area("社区编码", "承接社区编码", "区划代码", "所属社区编码", refers_to="base/areas")
    given_on = day("下达日期", "交办日期", "进社区日期")
    admission_no = code("准入编号", "准入文号", "准入备案号", "审批文号", required=False)
