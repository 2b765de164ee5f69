"""What petitioners say of the handling (满意度评价)."""

from __future__ import annotations

from warehouse.feeds.columns import code, flag, moment
from warehouse.feeds.contract import Feed


class Ratings(Feed):
    """One row per rated petition."""

    petition_id = code("信访件编号", "信访编号", "信访件号", key=True)
    rated_at = moment("评价时间", "评价日期")
    satisfied = flag("是否满意", "满意度", "评价结果", yes=("满意", "基本满意"), no=("不满意",))
