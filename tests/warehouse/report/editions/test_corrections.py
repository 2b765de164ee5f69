"""A sealed month of the hand city, and what rows that came later make of its numbers.

March, disputes: in 甲街道 J3 succeeded, J2 failed and J7 was terminated, in 乙街道 1 of 1
succeeded, so 2 of 4, 50.00%. After the seal J2 turns out a success, J7 was withdrawn and J8,
another success, is reported late: 4 of 4. J8 was accepted in March too: 4 instead of 3, and 4
instead of 3 below 矛盾上行率, of which none went up.
"""

import json
from datetime import date, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from warehouse.access.scope import Scope
from warehouse.build import build
from warehouse.cli import app
from warehouse.load import load
from warehouse.read import trace_codes
from warehouse.read.connection import whole_site
from warehouse.report.document import Figure, words_of
from warehouse.report.editions import (
    Correction,
    Issue,
    Report,
    Sealed,
    corrections,
    corrections_of,
    differences,
    faults,
    find,
    make_final,
    numbers,
)
from warehouse.report.editions.corrections import _printed
from warehouse.settings import Settings
from warehouse.trace_code import encode

MARCH_FIRST, APRIL, AS_OF = date(2026, 3, 1), date(2026, 4, 1), datetime(2026, 4, 1)
DISTRICT, STREET = "990199000000", "990199001000"
MARCH = Report("monthly", DISTRICT, "2026-03")
LATE = """\
dispute_id,area_code,kind,initiated_by,accepted_at,mediation,concluded_at,result
J2,990199001001,合同纠纷,applied,2026-02-10 10:00,people;judicial,2026-03-12 10:00,success_written
J7,990199001002,婚姻家庭纠纷,entrusted,2026-03-01 10:00,people,2026-03-10 10:00,withdrawn
J8,990199001001,邻里纠纷,applied,2026-03-05 10:00,people,2026-03-15 10:00,success_oral
"""


@pytest.fixture(scope="module")
def first(own_city: Settings) -> Sealed:
    """March of the district and of a street, made final before the late rows."""
    for report in (MARCH._replace(area_code=STREET), MARCH):
        sealed = make_final(whole_site(), own_city, report, Issue("区委政法委"), formats=["xlsx"])
    assert corrections(whole_site(), own_city, "monthly", DISTRICT, APRIL) == []
    return sealed


@pytest.fixture(scope="module")
def corrected(own_city: Settings, first: Sealed) -> list[Correction]:
    """What the report of April has to say about that of March, after the late rows."""
    late = own_city.landing / "case" / "disputes" / "late.csv"
    late.write_text(LATE, encoding="utf-8")
    load(own_city)
    build(own_city, as_of=AS_OF)
    return corrections(whole_site(), own_city, "monthly", DISTRICT, APRIL)


@pytest.fixture(scope="module")
def second(own_city: Settings, corrected: list[Correction]) -> Sealed:
    """March of the district once more."""
    return make_final(whole_site(), own_city, MARCH, Issue(note="补录纠纷"), formats=["xlsx"])


def sentence(correction: Correction) -> str:
    return "".join(map(words_of, correction.parts))


def test_the_next_report_says_was_now_and_why(corrected: list[Correction]):
    assert [sentence(one) for one in corrected] == [
        "矛盾纠纷调解成功率上月通报50.00%，现为100.00%：补录1件、核减1件、更新1件。",
        "纠纷受理量上月通报3件，现为4件：补录1件。",
        "矛盾上行率（受理纠纷数）上月通报3，现为4：补录1件。",
    ]


def test_the_old_number_has_the_code_under_which_it_was_printed(
    corrected: list[Correction], first: Sealed
):
    was, now = corrected[0].was, corrected[0].now
    served = whole_site().version
    assert now is not None

    assert was.source.mark(served) == f"{encode(was.source.number, first.version)}#v"
    assert now.source.mark(served) == f"{encode(was.source.number, served)}#v"
    assert (was.value, now.value) == (50, 100)
    assert was.source.mark(served) in numbers(first)["mark"]


def test_counts_of_a_reason_are_figures_that_name_the_edition(
    corrected: list[Correction], first: Sealed
):
    counts = [part for part in corrected[0].reason if isinstance(part, Figure)]
    sign = encode(counts[0].source.number, first.version)[-9:].replace("-", "")[:6]

    assert [figure.source.part for figure in counts] == [
        f"came-{sign}",
        f"left-{sign}",
        f"updated-{sign}",
    ]
    assert all(len(figure.source.mark(first.version)) <= 64 for figure in counts)


def test_the_report_of_a_street_corrects_its_own(own_city: Settings, corrected: list[Correction]):
    """甲街道 had 1 of 3."""
    found = corrections(Scope(whole_site().version, STREET), own_city, "monthly", STREET, APRIL)

    assert sentence(found[0]) == (
        "矛盾纠纷调解成功率上月通报33.33%，现为100.00%：补录1件、核减1件、更新1件。"
    )


def test_a_second_edition_lists_what_it_corrects_of_the_first(
    own_city: Settings, second: Sealed, corrected: list[Correction]
):
    said = numbers(second)
    wrong = said.filter(version=find(own_city, MARCH, 1).version)

    assert wrong["words"].to_list() == ["50.00%", "3件", "3"]
    assert set(wrong["place"]) == {"corrections"}
    assert [sentence(one) for one in corrections_of(whole_site(), own_city, second)] == [
        sentence(one).replace("上月通报", "本月通报（第1版）") for one in corrected
    ]


def test_what_was_corrected_already_is_not_corrected_again(own_city: Settings, second: Sealed):
    for period in (MARCH_FIRST, APRIL):
        assert corrections(whole_site(), own_city, "monthly", DISTRICT, period) == []


def test_two_editions_differ_in_what_came_late(own_city: Settings, first: Sealed, second: Sealed):
    found = differences(first, second, scope=whole_site())
    rows = found.filter(indicator_code="LAW-01", part="v").to_dicts()

    assert [
        (row["words_one"], row["words_other"], row["change"], row["reason"]) for row in rows
    ] == [("50.00%", "100.00%", 50, "补录1件、核减1件、更新1件")]
    assert "KHF-01" in found["indicator_code"]
    assert found.filter(indicator_code="RPT-02")["name"].to_list() == ["月报告"]
    assert found["name"].null_count() == 0
    # None but the disputes and what is made of them.
    assert set(found["indicator_code"]) <= {
        *("LAW-01", "LAW-04", "LAW-18", "LAW-20", "KHF-01", "RPT-02")
    }
    assert differences(first, first).is_empty()


def test_other_definitions_are_told_as_a_reason(own_city: Settings, corrected: list[Correction]):
    record = own_city.versions / whole_site().version / "build.json"
    before = record.read_text()
    build_record = json.loads(before)
    build_record["inputs"] |= {"models": "0123456789ab", "settings": "0123456789ab"}
    record.write_text(json.dumps(build_record))
    try:
        street = Scope(whole_site().version)
        found = corrections(street, own_city, "monthly", STREET, APRIL)
    finally:
        record.write_text(before)

    assert found[1].reason_words == "补录1件，口径或计算程序有调整，本地设置有调整"


@pytest.mark.parametrize(
    ("words", "value", "now", "printed"),
    [
        ("93.72%", 93.7243, 90.4, "90.40%"),
        ("1204件", 1204, 1205, "1205件"),
        ("0件", 0, 1, "1件"),
        ("6.3小时", 6.34, 0.04, "0.0小时"),
        ("12分", 720, 780, "780"),
    ],
)
def test_a_value_is_printed_in_the_words_of_the_sealed_one(
    words: str, value: float, now: float, printed: str
):
    assert _printed({"words": words, "value": value}, now) == printed


def test_a_code_of_the_sealed_version_still_opens(first: Sealed, corrected: list[Correction]):
    opened = trace_codes.open_code(whole_site(), corrected[0].was.source.mark("").partition("#")[0])

    assert opened.then is not None
    assert opened.then.value == 50


def test_the_command_line_lists_fetches_and_compares(
    own_city: Settings, second: Sealed, tmp_path: Path
):
    asked = ["monthly", "--period", "2026-03", "--area", DISTRICT]
    run = CliRunner()
    listed = run.invoke(app, ["report", "editions", "--area", DISTRICT, "--json"])
    fetched = run.invoke(app, ["report", "fetch", *asked, "--edition", "1", "--out", str(tmp_path)])
    compared = run.invoke(app, ["report", "diff", *asked, "--json"])
    verified = run.invoke(app, ["report", "verify-editions", "--json"])

    assert [(one["label"], one["n"]) for one in json.loads(listed.stdout)] == [
        ("2026-03", 2),
        ("2026-03", 1),
    ]
    assert fetched.exit_code == 0
    sealed = find(own_city, MARCH, 1)
    (name,) = sealed.documents
    assert (tmp_path / name).read_bytes() == (sealed.folder / name).read_bytes()
    assert json.loads(compared.stdout)["one"] == f"monthly/{DISTRICT}/2026-03/1"
    assert json.loads(verified.stdout)["faults"] == []


def test_the_command_line_makes_final_once_and_then_asks_why(own_city: Settings, second: Sealed):
    asked = ["report", "final", "weekly", "--period", "2026-W11", "--area", DISTRICT]
    made = CliRunner().invoke(app, [*asked, "--by", "区综治中心", "--format", "xlsx", "--json"])
    again = CliRunner().invoke(app, asked)
    wrong = CliRunner().invoke(app, [*asked[:4], "2026-03"])

    assert json.loads(made.stdout)["sealed_by"] == "区综治中心"
    assert again.exit_code == 1
    assert "须说明原因" in again.stderr
    assert wrong.exit_code == 2


def test_the_command_line_finds_a_touched_edition(own_city: Settings, second: Sealed):
    """Last in this file: afterwards an edition is spoiled."""
    path = second.folder / "numbers.parquet"
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b" ")

    verified = CliRunner().invoke(app, ["report", "verify-editions"])

    assert verified.exit_code == 1
    assert f"{second.subject}: numbers.parquet was" in verified.stderr
    assert len(faults(own_city)) == 1
