"""Grid events (网格事件): what was reported, and, where the platform exports no log, its stages."""

from __future__ import annotations

from warehouse.feeds.columns import area, choice, code, flag, moment, number, text, whole
from warehouse.feeds.contract import Feed
from warehouse.feeds.grid.event_log import LEVELS

SOURCES = {
    "worker": ("网格员", "网格员上报", "巡查"),
    "citizen": ("群众", "群众上报", "公众", "居民"),
    "hotline": ("热线", "12345", "12345热线"),
    "video": ("视频", "视频发现", "监控"),
    "department": ("部门", "部门交办", "部门上报"),
    "inspection": ("督查", "检查", "督查发现"),
}
URGENCIES = {"normal": ("一般", "普通", "正常"), "urgent": ("紧急", "突发", "加急")}
#: How far the times of a row are known: some platforms export dates only.
PRECISIONS = {"time": ("时刻", "时间"), "day": ("日", "天", "日期")}


class Events(Feed):
    """One row per event."""

    event_id = code("事件编号", "案件编号", "工单编号", "事件id", "任务号", key=True)
    area_code = area("区划代码", "网格编码", "所属网格", "区域编码", refers_to="base/areas")
    matter_code = code("事项编码", "事项代码", "类别编码", "案件类别", refers_to="base/matters")
    source = choice(SOURCES, "事件来源", "来源", "问题来源", "上报来源")
    terminal = text("上报终端", "终端", required=False)
    reported_at = moment("上报时间", "发生时间", "登记时间", "受理登记时间")
    title = text("标题", "事件标题", "事件名称", "问题描述", required=False)
    lon = number("经度", "x坐标", least=-180, most=180, required=False)
    lat = number("纬度", "y坐标", least=-90, most=90, required=False)
    urgency = choice(URGENCIES, "紧急程度", "紧急度")
    valid = flag("是否有效", "有效上报", "有效", yes=("有效",), no=("无效",), required=False)
    updated_at = moment("更新时间", "最后更新时间", "修改时间", required=False)
    accepted_at = moment("受理时间", required=False)
    filed_at = moment("立案时间", required=False)
    dispatched_at = moment("派遣时间", "派单时间", "分派时间", required=False)
    signed_at = moment("签收时间", required=False)
    handled_at = moment("处置时间", "处置完成时间", "办理时间", required=False)
    checked_at = moment("核查时间", "核实时间", required=False)
    closed_at = moment("结案时间", "办结时间", required=False)
    due_at = moment("处置截止时间", "截止时间", "到期时间", "办理期限", required=False)
    on_time = flag(
        "是否按期", "按期办结", "是否按时",
        yes=("按期", "按时", "按期办结"), no=("超期", "逾期", "超时", "超期办结"), required=False,
    )  # fmt: skip
    rework_count = whole("返工次数", least=0, required=False)
    department_code = code(
        "责任部门编码", "处置部门编码", required=False, refers_to="base/departments"
    )
    settled_level = choice(LEVELS, "办结层级", "处置层级", required=False)
    time_precision = choice(PRECISIONS, "时间精度", required=False)
