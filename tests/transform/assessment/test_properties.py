"""What must hold for every scheme and every value, not only for the examples."""

import json
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transform.assessment.engine import engine, model, points
from warehouse.schemes import wrong_parameters

Item = dict[str, Any]

#: A made-up formula costs some milliseconds to plan.
thorough = settings(max_examples=150, deadline=None)

figures = st.floats(-200, 200).map(lambda figure: round(figure, 2))
rates = st.floats(0.01, 20).map(lambda rate: round(rate, 2))
weights = st.integers(1, 60)
directions = st.sampled_from(["higher", "lower"])


@pytest.fixture(scope="module")
def connection() -> duckdb.DuckDBPyConnection:
    return engine()


@st.composite
def lines(draw: st.DrawFn) -> tuple[str, Item]:
    low, high = sorted(draw(st.tuples(figures, figures).filter(lambda two: two[0] != two[1])))
    if draw(st.booleans()):
        return "proportional", {"zero_at": low, "full_at": high}
    return "inverse", {"zero_at": high, "full_at": low}


@st.composite
def thresholds(draw: st.DrawFn) -> tuple[str, Item]:
    better, line = draw(directions), draw(figures)
    params = {"full_at": line, "per_point": draw(rates), "better": better}
    if draw(st.booleans()):
        worse = -1 if better == "higher" else 1
        params |= {"steep_at": line + worse * draw(rates), "steep_per_point": draw(rates)}
    return "threshold_step", params


@st.composite
def steps(draw: st.DrawFn) -> tuple[str, Item]:
    """Steps that a better value climbs."""
    starts = sorted(draw(st.sets(figures, min_size=1, max_size=5)))
    heights = sorted(draw(st.lists(figures, min_size=len(starts), max_size=len(starts))))
    table = [
        {draw(st.sampled_from(["from", "over"])): start, "points": height}
        for start, height in zip(starts, heights, strict=True)
    ]
    # Below the first step there is nothing: as high a fall as a rise.
    table[0]["points"] = max(table[0]["points"], 0)
    return "threshold_step", {
        "steps": [step | {"points": max(step["points"], table[0]["points"])} for step in table],
        "base_points": draw(figures),
    }


baselines = st.builds(
    lambda value, base, rate, better: (
        "baseline",
        {"base_value": value, "base_points": base, "per_point": rate, "better": better},
    ),
    figures,
    figures,
    rates,
    directions,
)
durations = st.builds(
    lambda limit, per: ("duration", {"limit": limit, "per": per, "divide_by": 7}), rates, rates
)
counts = st.builds(
    lambda per, cap, free: ("count_deduct", {"per": per, "cap": cap, "free": free}),
    rates,
    rates,
    st.integers(0, 5),
)
decided = st.sampled_from([("manual", {}), ("bonus", {"per": 2})])
brackets = st.lists(st.integers(1, 9), min_size=1, max_size=4, unique=True).map(
    lambda ends: (
        "rank_bracket",
        {"brackets": [{"to": end, "points": 9 - place} for place, end in enumerate(sorted(ends))]},
    )
)
valued = st.one_of(lines(), thresholds(), steps(), baselines, durations, decided)
formulas = st.one_of(valued, counts, brackets)


@given(formula=formulas, weight=weights, value=figures, rank=st.integers(1, 20))
@thorough
def test_points_never_leave_nothing_to_weight(connection, formula, weight, value, rank):
    kind, params = formula
    earned = points(connection, _item(kind, params, weight, value, peer_rank=rank))

    assert earned is not None
    assert 0 <= earned <= weight


@given(formula=formulas)
@thorough
def test_every_made_up_parameter_passes_the_checks_of_a_site(formula):
    kind, params = formula

    assert wrong_parameters(kind, json.dumps(params)) == []


@given(formula=formulas, weight=weights)
@thorough
def test_without_a_value_there_are_no_points(connection, formula, weight):
    kind, params = formula

    assert points(connection, _item(kind, params, weight, None, peer_rank=None)) is None


@given(formula=valued, weight=weights, denominator=st.integers(1, 400), share=st.floats(0, 1))
@thorough
def test_a_better_numerator_never_lowers_a_score(connection, formula, weight, denominator, share):
    kind, params = formula
    numerator = int(share * (denominator - 1))
    one, other = (
        points(connection, _item(kind, params, weight, 100 * count / denominator))
        for count in (numerator, numerator + 1)
    )

    assert one is not None
    assert other is not None
    if _less_is_better(kind, params):
        assert one >= other
    else:
        assert one <= other


@given(formula=counts, weight=weights, count=st.integers(0, 60))
@thorough
def test_one_piece_less_never_lowers_a_score(connection, formula, weight, count):
    kind, params = formula
    fewer, more = (
        points(connection, _item(kind, params, weight, 50, numerator=number))
        for number in (count, count + 1)
    )

    assert fewer >= more


@given(formula=brackets, weight=weights, rank=st.integers(1, 12))
@thorough
def test_a_better_rank_never_lowers_a_score(connection, formula, weight, rank):
    kind, params = formula
    better, worse = (
        points(connection, _item(kind, params, weight, 50, peer_rank=place))
        for place in (rank, rank + 1)
    )

    assert better >= worse


units = st.lists(
    st.tuples(
        st.sampled_from(["甲组", "乙组"]), st.integers(70, 75), st.booleans(), st.integers(0, 3)
    ),
    min_size=1,
    max_size=8,
)


@given(
    units=units,
    ties=st.sampled_from(["dense", "competition", "average", "first_item"]),
    shuffle=st.randoms(use_true_random=False),
)
@settings(max_examples=40, deadline=None)
def test_ranks_are_the_same_whatever_the_order_of_the_rows(connection, units, ties, shuffle):
    rows = [(f"{number:02}", *unit) for number, unit in enumerate(units)]
    shuffled = list(rows)
    shuffle.shuffle(shuffled)

    assert _ranks(connection, rows, ties) == _ranks(connection, shuffled, ties)


def _item(
    kind: str, params: Item, weight: float, value: float | None, **more: float | None
) -> Item:
    return {
        "formula_type": kind,
        "params": json.dumps(params),
        "weight": weight,
        "value": value,
        "numerator": value,
    } | more


def _less_is_better(kind: str, params: Item) -> bool:
    return kind in ("inverse", "duration") or params.get("better") == "lower"


def _ranks(connection: duckdb.DuckDBPyConnection, rows: list[tuple], ties: str) -> list[tuple]:
    connection.execute(
        """
        create or replace table asm_totals (
            area_code varchar, peer_group varchar, total double, puts_last boolean,
            first_points double, scheme_code varchar default 's', level varchar default 'street',
            period_start date default '2026-10-01', is_ranked boolean default true,
            ties varchar
        );
        create or replace table asm_intervals (
            scheme_code varchar, period_start date, area_code varchar, rank_best integer,
            rank_worst integer, total_low double, total_high double, is_tied_with_next boolean,
            interval_method varchar
        )
        """
    )
    connection.executemany(
        """
        insert into asm_totals (area_code, peer_group, total, puts_last, first_points, ties)
        values (?, ?, ?, ?, ?, ?)
        """,
        [(*row, ties) for row in rows],
    )
    return connection.execute(
        f"""
        select area_code, rank, average_rank, ranked_count
        from ({model("asm_ranks")})
        order by area_code
        """
    ).fetchall()
