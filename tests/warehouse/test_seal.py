"""A sealed month of the hand city, and what rows that came later make of it.

March, disputes of 甲街道: J3 succeeded, J2 failed and J7 was terminated, 1 of 3. After the seal
J2 turns out a success, J7 was withdrawn and J8, another success, is reported late: 3 of 3.
乙街道 has 1 of 1, so all peers have 4 of 4 and 甲 earns all 20 points: 28.57 + 20 = 48.57.
"""

import json
import shutil
from collections.abc import Iterator
from datetime import date, datetime

import polars as pl
import pytest
from typer.testing import CliRunner

from warehouse import seals
from warehouse.build import BuildFailedError, build
from warehouse.cli import app
from warehouse.load import load
from warehouse.read import ranking
from warehouse.read.connection import whole_site
from warehouse.seal import CannotSealError, seal
from warehouse.settings import Settings, settings

MARCH, AS_OF = date(2026, 3, 1), datetime(2026, 4, 1)
STREET = "990199001000"
LATE = """\
dispute_id,area_code,kind,initiated_by,accepted_at,mediation,concluded_at,result
J2,990199001001,合同纠纷,applied,2026-02-10 10:00,people;judicial,2026-03-12 10:00,success_written
J7,990199001002,婚姻家庭纠纷,entrusted,2026-03-01 10:00,people,2026-03-10 10:00,withdrawn
J8,990199001001,邻里纠纷,applied,2026-03-05 10:00,people,2026-03-15 10:00,success_oral
"""


@pytest.fixture(scope="module")
def own_city(hand_city: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A copy of the hand city that may be sealed, loaded into and built again."""
    folder = tmp_path_factory.mktemp("sealed")
    shutil.copytree(hand_city.var, folder / "var")
    shutil.copytree(hand_city.landing, folder / "feeds")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("YIPING_VAR", str(folder / "var"))
        patch.setenv("YIPING_FEEDS", str(folder / "feeds"))
        settings.cache_clear()
        yield settings()
    settings.cache_clear()


@pytest.fixture(scope="module")
def record(own_city: Settings) -> dict:
    return seal(own_city, "grid_monthly", MARCH, by="区委政法委")


@pytest.fixture(scope="module")
def explained(own_city: Settings, record: dict) -> pl.DataFrame:
    """Why totals changed to those of the sealed month, as read on the day of the seal."""
    return ranking.changes(whole_site(), "grid_monthly", MARCH, "street")


@pytest.fixture(scope="module")
def corrected(own_city: Settings, explained: pl.DataFrame) -> Settings:
    """The city with the late rows, built again."""
    late = own_city.landing / "case" / "disputes" / "late.csv"
    late.write_text(LATE, encoding="utf-8")
    load(own_city)
    build(own_city, as_of=AS_OF)
    return own_city


def test_a_seal_names_what_was_sealed_and_by_whom(own_city: Settings, record: dict):
    folder = seals.folder_of(own_city, "grid_monthly", "2026-03")

    assert record == json.loads((folder / "seal.json").read_text())
    assert record["sealed_by"] == "区委政法委"
    assert record["as_of"] == AS_OF.isoformat()
    assert record["ranked_count"] == 5
    assert set(record["files"]) == {"units.parquet", "items.parquet", "entries.parquet"}
    assert seals.faults(own_city) == []


def test_a_second_seal_is_refused(own_city: Settings, record: dict):
    with pytest.raises(CannotSealError, match=r"sealed on .* by 区委政法委"):
        seal(own_city, "grid_monthly", MARCH)

    assert not list(own_city.seals.glob(".incoming-*"))


@pytest.mark.parametrize(
    ("scheme", "start", "words"),
    [
        ("grid_monthly", date(2031, 1, 1), "no assessment"),
        ("none", MARCH, "no assessment none"),
    ],
)
def test_nothing_is_sealed_that_was_not_assessed(
    own_city: Settings, scheme: str, start: date, words: str
):
    with pytest.raises(CannotSealError, match=words):
        seal(own_city, scheme, start)


def test_the_sealed_ranking_stays_and_today_s_stands_beside_it(corrected: Settings):
    board = ranking.board(whole_site(), "grid_monthly", MARCH, "street")
    row = board.filter(area_code=STREET).row(0, named=True)

    assert row["is_sealed"]
    assert row["sealed_by"] == "区委政法委"
    assert (row["total"], row["total_today"]) == (28.57, 48.57)
    assert (row["rank"], row["rank_today"]) == (2, 2)
    # Another month is as the data say.
    assert not ranking.board(whole_site(), "events_monthly", MARCH, "street")["is_sealed"].any()


def test_a_correction_says_old_new_difference_and_why(corrected: Settings):
    found = ranking.corrections(whole_site(), "grid_monthly", MARCH, "street")
    row = found.filter(area_code=STREET, item_code="mediation").row(0, named=True)

    assert (row["sealed_numerator"], row["sealed_denominator"]) == (1, 3)
    assert (row["numerator_now"], row["denominator_now"]) == (3, 3)
    assert (row["sealed_points"], row["points_now"], row["points_difference"]) == (0, 20, 20)
    assert row["reason"] == "补录 1 件、更正 1 件、撤销 1 件"


def test_rows_after_the_seal_change_nothing_in_what_explains_it(
    corrected: Settings, explained: pl.DataFrame
):
    """甲 was ranked in February, too, and none of the late rows belongs to that month."""
    assert explained["area_code"].unique().to_list() == [STREET]
    assert ranking.changes(whole_site(), "grid_monthly", MARCH, "street").equals(explained)


def test_a_value_that_moved_with_its_peers_alone_says_so(corrected: Settings):
    found = ranking.corrections(whole_site(), "grid_monthly", MARCH, "street")
    row = found.filter(area_code="990199002000").row(0, named=True)

    assert (row["item_code"], row["points_difference"]) == ("mediation", 20)
    assert row["reason"] == "台账未变：口径、方案或同级均值有调整"


def test_the_rows_of_a_correction_are_those_that_came_later(corrected: Settings):
    rows = ranking.correction_rows(whole_site(), "grid_monthly", MARCH, STREET, "mediation")

    assert {
        (row["number"], row["part"], row["kind_name"], row["source_file"], row["source_row"])
        for row in rows.iter_rows(named=True)
    } == {
        ("J8", "numerator", "补录", "case/disputes/late.csv", 4),
        ("J8", "denominator", "补录", "case/disputes/late.csv", 4),
        ("J2", "numerator", "更正", "case/disputes/late.csv", 2),
        ("J7", "denominator", "撤销", "case/disputes/late.csv", 3),
    }
    assert rows["is_loaded_after_seal"].all()


def test_the_command_line_ranks_and_verifies(corrected: Settings):
    ranked = CliRunner().invoke(app, ["rank", "grid_monthly", "--period", "2026-03"])
    verified = CliRunner().invoke(app, ["verify-seal", "--json"])

    assert ranked.exit_code == 0
    assert "乙街道" in ranked.stdout
    assert "28.57" in ranked.stdout
    assert verified.exit_code == 0
    assert json.loads(verified.stdout)["faults"] == {}


def test_a_seal_that_was_touched_is_found_and_stops_the_build(corrected: Settings):
    """Last in this file: afterwards the city is spoiled."""
    units = seals.folder_of(corrected, "grid_monthly", "2026-03") / "units.parquet"
    before = units.read_bytes()
    pl.read_parquet(units).with_columns(total=pl.col("total") + 1).write_parquet(units)
    try:
        verified = CliRunner().invoke(app, ["verify-seal"])
        with pytest.raises(BuildFailedError, match="grid_monthly/2026-03"):
            build(corrected, as_of=AS_OF)
    finally:
        units.write_bytes(before)

    assert verified.exit_code == 1
    assert "units.parquet was" in verified.stderr
