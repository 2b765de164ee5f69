from datetime import datetime

import polars as pl

from pages.kit.data_build import versions_table
from pages.kit.data_refused import refused_file, samples_table
from pages.kit.data_tables import percent
from pages.kit.exports import Note, csv_file
from pages.kit.navigation import late_feeds

REFUSED = {
    "feed_code": "grid/events",
    "feed_name": "网格事件",
    "file": "grid/events/a.csv",
    "file_row": 17,
    "rules": ["上报时间不能为空", "事项不在清单内"],
    "original_values": '{"event_id":"<b>E1</b>","title":null,"source":"worker"}',
}


def test_a_refused_row_names_its_file_row_and_every_rule():
    html = samples_table(pl.DataFrame([REFUSED]))

    assert "grid/events/a.csv : 17" in html
    assert "上报时间不能为空；事项不在清单内" in html


def test_what_stood_in_a_file_is_never_taken_for_html():
    html = samples_table(pl.DataFrame([REFUSED]))

    assert "<b>E1</b>" not in html
    assert "event_id=&lt;b&gt;E1&lt;/b&gt; · source=worker" in html


def test_the_download_opens_in_excel_and_keeps_every_rule():
    rows = pl.DataFrame([REFUSED | {"source": "landing", "loaded_at": datetime(2026, 3, 1)}])
    note = Note("隔离明细", "全部", datetime(2026, 4, 1), "20261122T080000-ab12")
    csv = refused_file(rows, csv_file, note)

    assert csv.startswith(b"\xef\xbb\xbf")
    text = csv.decode("utf-8-sig")
    assert "上报时间不能为空；事项不在清单内" in text
    assert "数据源,源文件,行号,违反的规则" in text.splitlines()[0]


def test_a_share_that_rounds_to_nothing_is_not_written_as_nothing():
    assert percent(0.01) == "<0.1%"
    assert percent(0.0) == "0.0%"
    assert percent(None) == "—"


def test_a_failed_build_shows_why():
    versions = pl.DataFrame(
        [
            {
                "build_id": "20261122T080000-aaaa",
                "state": "failed",
                "as_of": "2026-11-22T08:00:00",
                "finished": None,
                "seconds": None,
                "size_bytes": None,
                "passed": None,
                "warned": None,
                "failed": None,
                "error": "not published: fct_events failed",
            }
        ]
    )

    html = versions_table(versions)

    assert "未发布" in html
    assert "not published: fct_events failed" in html


def test_the_frame_warns_of_the_core_feeds_that_are_late():
    feeds = pl.DataFrame(
        {
            "feed_name": ["网格事件", "信访事项", "信访评价"],
            "is_core": [True, True, False],
            "freshness": ["late", "too_late", "too_late"],
            "delay_hours": [7.0, 200.0, 900.0],
        }
    )

    assert late_feeds(feeds) == "2 个数据源滞后\n信访事项滞后 8天；网格事件滞后 7小时"
    assert late_feeds(feeds.filter(pl.col("freshness") == "too_late")) == "信访事项滞后 8天"
    assert late_feeds(feeds.filter(pl.col("freshness") == "none")) == ""
