"""What a reader sees when a page cannot be shown: a sentence, never a traceback."""

from __future__ import annotations

import logging

import streamlit as st

from pages.kit.addresses import Address
from warehouse.read.connection import WarehouseNotBuiltError

log = logging.getLogger(__name__)


def guarded(address: Address) -> None:
    """Run a page; say calmly what is missing, or that something went wrong.

    What Streamlit raises to stop or rerun a script is no `Exception`, and passes.
    """
    try:
        address.renderer()()
    except WarehouseNotBuiltError as error:
        log.warning("%s: %s", address.path, error)
        st.info(
            f"{address.title}：尚无已发布的数据版本。请先运行 `yiping load` 和 `yiping build`。"
        )
    except Exception:
        log.exception("%s could not be drawn", address.path)
        st.warning(
            f"{address.title}：页面暂时无法显示，原因已记入服务日志。"
            "请刷新重试；若仍如此，请去掉地址中“?”之后的部分。"
        )
