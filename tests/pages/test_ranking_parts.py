"""Parts of the ranking page that need no warehouse."""

from datetime import date

import polars as pl
import pytest

from pages.kit.ranking_filters import period_words, periods_before
from pages.kit.ranking_interval import Axis
from pages.kit.ranking_league import row_height
from pages.kit.ranking_row import _signed, _span
from pages.kit.ranking_unit import _decided, _sums


@pytest.mark.parametrize(
    ("kind", "start", "count", "before"),
    [
        ("month", date(2026, 10, 1), 11, date(2025, 11, 1)),
        ("month", date(2026, 1, 1), 1, date(2025, 12, 1)),
        ("month", date(2026, 5, 1), 0, date(2026, 5, 1)),
        ("quarter", date(2026, 1, 1), 1, date(2025, 10, 1)),
        ("year", date(2026, 1, 1), 11, date(2015, 1, 1)),
        ("week", date(2026, 1, 5), 1, date(2025, 12, 29)),
    ],
)
def test_periods_are_counted_back_over_the_turn_of_the_year(
    kind: str, start: date, count: int, before: date
):
    assert periods_before(start, count, kind) == before


def test_a_change_that_rounds_to_nothing_has_no_sign():
    assert [_signed(0.04), _signed(-0.04), _signed(1.2), _signed(-0.9)] == [
        "0.0",
        "0.0",
        "+1.2",
        "−0.9",
    ]


def test_a_certain_rank_has_no_range():
    assert _span({"rank_best": 4, "rank_worst": 4}) == ""
    assert _span({"rank_best": 1, "rank_worst": 3}) == "1–3"
    assert _span({"rank_best": None, "rank_worst": None}) == ""


def axis(*rows: tuple[float | None, float | None, float | None]) -> Axis:
    columns = ("total_low", "total_high", "previous_total")
    return Axis(pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.Float64), orient="row"))


def test_the_axis_is_cut_to_what_is_shown():
    found = axis((91, 96, 88), (83.5, 87, 82))

    assert (found.low, found.high) == (80, 100)
    assert found.ticks == [85, 90, 95]
    assert found.x(80) < found.x(91) < found.x(100)


def test_ticks_stay_apart_on_a_long_axis():
    assert axis((3, 99, 50)).ticks == [20, 40, 60, 80]


def test_rows_share_what_the_window_leaves_them():
    # Six streets in two groups: 430 around, 52 of group headings, less 6 x 16 of lower cells.
    assert row_height(6, heads=44 + 52) == "clamp(41px,calc((100vh - 386px)/12),64px)"


def test_the_axis_of_places_without_totals_is_not_empty():
    found = axis((None, None, None))

    assert found.low < found.high


def test_periods_are_named_as_they_are_spoken():
    assert [period_words(label) for label in ("2026-03", "2025", "2026-W46")] == [
        *("2026年3月", "2025年", "2026-W46"),
    ]


def test_what_an_office_decided_stands_with_its_reason():
    decided = {"deduction": 1.0, "correction": -0.5, "decision_reasons": "迟报；补录"}
    html = "".join(_decided(decided))

    for words in ("扣分", "−1.00", "更正", "−0.50", "认定理由：迟报；补录"):
        assert words in html
    assert _decided({"deduction": 0.0, "correction": None, "decision_reasons": None}) == []


def test_the_sum_of_a_sealed_place_names_what_was_published_and_what_is_known_today():
    place = {"total": 79.89, "missing_count": 0, "is_ranked": True}
    sealed = "".join(_sums(place | {"is_sealed": True, "total_today": 61.99}))

    assert "合计（今日数据）" in sealed
    assert "61.99" in sealed
    assert "79.89" in sealed
    assert len(_sums(place | {"is_sealed": False, "total_today": 79.89})) == 1
