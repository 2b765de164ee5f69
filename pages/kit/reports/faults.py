"""What stands in place of a report that cannot be shown; the rest of the page goes on."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from pages.kit.html import Markup, tag
from pages.kit.icons import mark
from pages.kit.states import nothing_here, said_of
from warehouse.report.editions import EditionFaultError
from warehouse.report.facts import NoSuchReportError
from warehouse.report.write.pdf_fonts import NoChineseFontError

log = logging.getLogger(__name__)


@contextmanager
def said_calmly() -> Iterator[None]:
    """Say in its place why a report cannot be shown."""
    try:
        yield
    except NoSuchReportError:
        nothing_here("这个地方在这一时段没有可报告的数据", "请换一个时段或地方。")
    except NoChineseFontError as error:
        _told("本机不能生成 PDF，因此没有预览；其他格式可以下载。", str(error))
    except EditionFaultError as error:
        log.warning("%s", error)
        _told("这一版的文件与封存时不一致，不予显示。", str(error))
    except Exception as error:
        log.exception("The report could not be drawn")
        said_of(error)


def template_broken(fault: str) -> None:
    """Say what is wrong with the site's template, and where."""
    _told("报告模板有误，改正后即可生成：", fault)


def _told(words: str, detail: str) -> None:
    st.html(
        tag(
            "div",
            tag("b", Markup(mark("alert", "14px")), " ", words),
            tag("span", detail, translate="no", class_="fault"),
            class_="nil stacked",
            role="alert",
        )
    )
