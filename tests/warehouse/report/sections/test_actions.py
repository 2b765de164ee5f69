"""上次议定事项落实情况: the last meeting, then what older ones had left open."""

from datetime import date
from typing import Any

import polars as pl

from tests.warehouse.report.sections.hand_facts import hand_facts, prose
from warehouse.report.document import Table, words_of
from warehouse.report.sections.actions import actions, actions_overdue

LAST, OLDER = date(2026, 3, 31), date(2026, 3, 24)


def action(
    state: str, on: date = LAST, unit: str | None = "区住建局", **more: Any
) -> dict[str, Any]:
    return {
        "meeting_on": on, "title": f"事项{state}", "department_name": unit, "area_name": None,
        "due_on": date(2026, 4, 7), "done_on": None, "state": state,
    } | more  # fmt: skip


def facts(*rows: dict[str, Any]) -> Any:
    frame = pl.DataFrame(rows, schema_overrides={"area_name": pl.String(), "done_on": pl.Date()})
    return hand_facts("weekly", known={"actions": frame if rows else pl.DataFrame()})


def test_without_any_it_says_so():
    assert prose(actions(facts())) == "截至期末，尚无会议议定事项，或数据尚未接入。"
    assert actions_overdue(facts()) is None


def test_the_last_meeting_is_told_by_state_and_older_ones_apart():
    told = facts(
        action("已办结", done_on=date(2026, 3, 31)),
        action("推进中"),
        action("推进中"),
        action("超期", OLDER),
    )

    assert prose(actions(told)) == (
        "3月31日会议议定事项3项，已办结1项，推进中2项。"
        "此前会议议定、期初尚未办结的1项，已超期。清单见附件。"
    )


def test_the_slide_says_what_is_done_and_what_is_late_and_shows_the_late_first():
    rows = [*(action("已办结") for _ in range(6)), action("推进中"), action("超期", OLDER)]
    (slide,) = actions(facts(*rows)).slides

    assert slide.conclusion.text == "议定事项8项，已办结6项，超期1项"
    assert isinstance(slide.shows, Table)
    assert [words_of(row[-1]) for row in slide.shows.rows] == ["超期", "推进中", *["已办结"] * 4]


def test_where_nothing_is_late_the_slide_says_that():
    (slide,) = actions(facts(action("推进中"))).slides

    assert slide.conclusion.text == "议定事项1项，均未办结，无超期"


def test_who_is_late_is_named_once():
    late = actions_overdue(
        facts(
            action("超期"),
            action("超期", area_name="南园街道"),
            action("超期", unit=None),
            action("超期"),
            action("推进中", unit="区民政局"),
        )
    )

    assert late is not None
    assert late[0].words == "4项"
    assert late[1] == ["区住建局", "南园街道", "—"]
