"""The explanation of a change adds up to it, whatever happened: on the hand city's places with
values and rules that are made up anew for every example."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warehouse.build import current
from warehouse.settings import Settings

CHAIN = (
    "asm_item_values",
    "asm_item_scores",
    "asm_totals",
    "asm_change_states",
    "asm_rank_steps",
    "asm_rank_changes",
)
INDICATORS = ("OPS-06", "OPS-08", "OPS-13", "LAW-01", "LAW-11", "OPS-14", "MOR-03", "OPS-09")
PLACES = (
    *("990199001000", "990199002000"),
    *("990199001001", "990199001002", "990199002001"),
)
MONTHS = ("2026-02-01", "2026-03-01")

counts = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(
    lambda pair: (min(pair), max(pair)) if max(pair) else None
)
values = st.lists(
    st.none() | counts,
    min_size=len(INDICATORS) * len(PLACES) * 2,
    max_size=len(INDICATORS) * len(PLACES) * 2,
)
marks = st.sampled_from([(0, 100), (60, 100), (80, 95), (100, 0)])
rules = st.lists(st.tuples(st.integers(1, 40), marks), min_size=8, max_size=8)


class Workshop:
    """A copy of the hand city's warehouse, and the models of the walk as they were compiled."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, models: dict[str, str]) -> None:
        self.connection = connection
        self.models = models

    def build(self) -> None:
        """Build the models from indicator values to reasons, in their order."""
        for name in CHAIN:
            self.connection.execute(
                f"create or replace table assessment.{name} as {self.models[name]}"
            )


@pytest.fixture(scope="module")
def workshop(hand_city: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    served = current(hand_city)
    assert served is not None
    copy = tmp_path_factory.mktemp("walk") / Path(served.warehouse).name
    shutil.copy(served.warehouse, copy)
    nodes = json.loads((served.folder / "manifest.json").read_text())["nodes"]
    models = {name: nodes[f"model.yiping.{name}"]["compiled_code"] for name in CHAIN}
    with duckdb.connect(str(copy)) as connection:
        connection.execute("delete from assessment.asm_feeds")
        connection.execute(
            """
            insert into assessment.asm_units
            select scheme_code, period_type, date '2026-02-01', level, peer_group, area_code
            from assessment.asm_units as march
            where period_start = date '2026-03-01' and period_type = 'month'
                and not exists (
                    select 1 from assessment.asm_units as february
                    where february.scheme_code = march.scheme_code
                        and february.area_code = march.area_code
                        and february.period_start = date '2026-02-01'
                )
            """
        )
        yield Workshop(connection, models)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(values=values, rules=rules)
def test_the_parts_always_add_up_to_the_change(workshop: Workshop, values: list, rules: list):
    link = workshop.connection
    _make_up(link, values, rules)
    workshop.build()

    explained = link.execute(
        """
        select changes.scheme_code, changes.area_code,
            round(sum(changes.total_part), 2) as total_parts, sum(changes.rank_part) as rank_parts,
            count(*) as aspects
        from assessment.asm_rank_changes as changes
        where changes.period_start = date '2026-03-01'
        group by all
        """
    ).fetchall()
    totals = _ranked(link)
    for scheme, area, total_parts, rank_parts, aspects in explained:
        before, now = (totals[scheme, month, area] for month in MONTHS)
        assert aspects == 7
        assert total_parts == pytest.approx(now[0] - before[0], abs=0.005)
        assert rank_parts == before[1] - now[1]
    compared = {(scheme, area) for scheme, month, area in totals if month == MONTHS[0]} & {
        (scheme, area) for scheme, month, area in totals if month == MONTHS[1]
    }
    assert {(scheme, area) for scheme, area, *_ in explained} == compared


def _make_up(link: duckdb.DuckDBPyConnection, values: list, rules: list) -> None:
    """Other values in both months, and other rules in March."""
    link.execute("delete from indicators.indicator_values where period_type = 'month'")
    keys = [(code, area, month) for code in INDICATORS for area in PLACES for month in MONTHS]
    rows = [
        (code, area, "month", month, made[0], made[1], 100 * made[0] / made[1])
        for (code, area, month), made in zip(keys, values, strict=True)
        if made is not None
    ]
    if rows:
        link.executemany(
            """
            insert into indicators.indicator_values by name
            select ? as indicator_code, ? as area_code, ? as period_type, ?::date as period_start,
                ? as numerator, ? as denominator, ? as value
            """,
            rows,
        )
    for item_no, (weight, (zero_at, full_at)) in enumerate(rules, start=1):
        link.execute(
            """
            update assessment.asm_items set weight = $weight, params = $params
            where period_start = date '2026-03-01' and item_no = $item_no
                and formula_type in ('proportional', 'inverse')
            """,
            {
                "weight": weight,
                "params": json.dumps({"zero_at": zero_at, "full_at": full_at}),
                "item_no": item_no,
            },
        )


def _ranked(link: duckdb.DuckDBPyConnection) -> dict:
    """Total and rank of every place that has one, ranked here a second time: 1 1 2."""
    rows = link.execute(
        """
        select scheme_code, period_start::varchar, area_code, total, level, peer_group
        from assessment.asm_totals
        where is_ranked and period_type = 'month'
            and period_start in (date '2026-02-01', date '2026-03-01')
        """
    ).fetchall()
    found = {}
    for scheme, month, area, total, *group in rows:
        better = {
            other[3]
            for other in rows
            if [other[0], other[1], *other[4:]] == [scheme, month, *group] and other[3] > total
        }
        found[scheme, month, area] = (total, 1 + len(better))
    return found
