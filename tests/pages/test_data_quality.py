"""The parts of the data page about habits, threads and feeds, drawn from rows made by hand."""

from datetime import date, datetime

import polars as pl

from pages.kit import data_feeds, data_integrity, data_threads

QUESTION = {
    "signal_code": "month_end",
    "signal_name": "月末集中办结",
    "area_code": "990105005000",
    "area_path": "双桥街道",
    "base_name": "办结件（网格自办除外）",
    "hit_name": "月末晚间办结",
    "question": "是月末加班办完，还是集中补录办结时间？",
    "compared_with": "peers",
    "base_count": 1023,
    "hit_count": 32,
    "expected_count": 2.73,
    "month_start": date(2026, 10, 1),
}
THREAD = {
    "thread_key": "event:E1",
    "title": "物业收费标准争议",
    "area_path": "南园街道·虹苑社区",
    "channels": ["dispute", "event", "petition"],
    "member_count": 3,
    "channel_count": 3,
    "closed_count": 3,
    "after_closing_count": 2,
    "confidence": 0.9,
    "is_open": False,
    "is_declared": False,
}
FEED = {
    "feed_code": "grid/events",
    "feed_name": "网格事件",
    "freshness": "normal",
    "latest_at": datetime(2026, 11, 16, 7),
    "time_label": "上报时间",
    "delay_hours": 1.0,
    "expected_hours": 6.0,
    "rhythm": "day",
    "next_due_at": datetime(2026, 11, 17, 6),
    "is_missed": True,
    "on_time_count": 3,
    "due_count": 4,
    "score": 97.5,
    "date": date(2026, 11, 16),
    "file_count": 9,
    "refused_file_count": 0,
    "accepted_count": 100,
    "refused_count": 0,
    "refused_percent": 0.0,
    "last_loaded_at": datetime(2026, 11, 16, 7, 55),
}


def test_a_question_says_what_was_seen_against_what_and_asks():
    html = data_integrity.question_words(QUESTION)

    assert "1,023 件办结件（网格自办除外）中，月末晚间办结" in html
    assert "按同级其他单位的比例约为 2.7 件" in html
    assert "请核对：" in html


def test_a_thread_that_is_inferred_says_so_with_its_weakest_link():
    html = data_threads.thread_words(THREAD)

    assert "3 个渠道、3 件，办结 <b>3 次</b>，其中 2 件是前件办结之后又来的" in html
    assert "含推断，最弱一环可信度 90%" in html


def test_a_thread_that_registers_declare_says_that():
    html = data_threads.thread_words({**THREAD, "is_declared": True, "confidence": 1.0})

    assert "串并全部有台账依据" in html
    assert "推断" not in html


def test_a_rule_that_chance_explains_is_not_used():
    rules = pl.DataFrame(
        [
            {
                "rule": "same_place_subject",
                "rule_name": "同社区同类同期",
                "says": "推断",
                "basis": "inferred",
                "channel": "dispute",
                "other_channel": "petition",
                "link_count": 252,
                "confidence": 0.26,
                "is_used": False,
            }
        ]
    )

    html = data_threads.rules_table(rules)

    assert "26%" in html
    assert "多为巧合，不串并" in html


def test_a_feed_shows_its_rhythm_what_is_due_and_its_score():
    html = data_feeds.feeds_table(pl.DataFrame([FEED]))

    for words in ("每日", "上批未到", "11-17 06:00", "3 / 4", "97.5"):
        assert words in html


def test_rows_that_are_lost_do_not_balance():
    row = {
        "feed_code": "grid/events",
        "feed_name": "网格事件",
        "row_count": 10,
        "accepted_count": 9,
        "refused_count": 1,
        "lake_count": 8,
        "is_conserved": False,
    }

    html = data_feeds.rows_table(pl.DataFrame([row]), {"grid/events": {"facts": 8}})

    assert "不平" in html
