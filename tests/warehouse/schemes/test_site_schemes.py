"""A site's own schemes: what replaces the seed's, and what is refused in words."""

from pathlib import Path

import pytest

from warehouse.schemes import SchemeError, read_schemes
from warehouse.schemes.columns import LEVELS
from warehouse.settings import TRANSFORM_DIR

SCHEMES = """\
scheme_code,scheme_no,scheme_name,period_type
ours,1,本地考核,month
"""
ITEMS = """\
scheme_code,level,item_code,item_no,item_name,short_name,aspect,indicator_code,formula_type,\
weight,params
ours,street,closing,1,按期结案率,按期,timeliness,OPS-08,proportional,\
60,"{""zero_at"": 0, ""full_at"": 100}"
ours,street,judged,2,专项工作,专项,judgement,,manual,40,
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "schemes.csv").write_text(SCHEMES, encoding="utf-8")
    (tmp_path / "scheme_items.csv").write_text(ITEMS, encoding="utf-8")
    return tmp_path


def mistakes(folder: Path) -> list[str]:
    with pytest.raises(SchemeError) as caught:
        read_schemes(folder)
    return caught.value.details


def change(folder: Path, table: str, old: str, new: str) -> None:
    path = folder / f"{table}.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_the_schemes_that_come_with_the_product_keep_all_rules():
    tables = read_schemes(TRANSFORM_DIR / "seeds")

    codes = {line.values["scheme_code"] for line in tables["schemes"]}
    assert codes >= {"grid_monthly", "community_monthly", "petition_monthly", "annual"}


def test_the_annual_scheme_has_a_bonus_and_a_veto_and_most_formula_types():
    tables = read_schemes(TRANSFORM_DIR / "seeds")
    annual = [
        line.values for line in tables["scheme_items"] if line.values["scheme_code"] == "annual"
    ]

    types = {row["formula_type"] for row in annual}
    assert types >= {"bonus", "veto", "threshold_step", "baseline", "duration", "rank_bracket"}
    assert sum(r["weight"] for r in annual if r["formula_type"] not in ("bonus", "veto")) == 100


def test_an_empty_cell_takes_the_reference_value(folder: Path):
    tables = read_schemes(folder)
    scheme = tables["schemes"][0].values

    assert (scheme["total_points"], scheme["ties"], scheme["minimum_sample"]) == (100, "dense", 20)
    assert [line.number for line in tables["scheme_items"]] == [2, 3]


def test_a_file_that_excel_saved_in_chinese_is_read(folder: Path):
    (folder / "schemes.csv").write_bytes(SCHEMES.encode("gb18030"))

    assert read_schemes(folder)["schemes"][0].values["scheme_name"] == "本地考核"


def test_a_mistake_names_file_row_and_rule(folder: Path):
    change(folder, "scheme_items", '""full_at"": 100', '""full"": 100')

    assert mistakes(folder) == [
        "scheme_items.csv 第 2 行 params：proportional 没有参数 full，可用的有：zero_at、full_at",
        "scheme_items.csv 第 2 行 params：缺少参数 full_at"
        "（得满分的指标值，大于 zero_at；其间按直线折算）",
    ]


@pytest.mark.parametrize(
    ("table", "old", "new", "words"),
    [
        (
            "schemes",
            "month",
            "monthly",
            "第 2 行 period_type：应为 week、month、quarter、year 之一",
        ),
        ("schemes", "ours,1,", "ours,first,", "第 2 行 scheme_no：应为整数，现为 first"),
        ("schemes", "scheme_no", "number", "第 1 行：不认识的列 number"),
        ("schemes", "scheme_no", "number", "第 1 行：缺少列 scheme_no"),
        ("schemes", "ours,1", "other,1", "第 2 行 scheme_code：schemes.csv 中没有方案 ours"),
        ("scheme_items", ",60,", ",70,", "各项权重合计 110，应为总分 100"),
        ("scheme_items", ",60,", ",0,", "第 2 行 weight：应大于 0"),
        ("scheme_items", "OPS-08", "OPS-99", "第 2 行 indicator_code：指标目录中没有 OPS-99"),
        ("scheme_items", "OPS-08", "OPS-01", "只作背景，不得计分"),
        ("scheme_items", "OPS-08", "", "proportional 须指明指标"),
        (
            "scheme_items",
            "street",
            "grid",
            "第 2 行 level：应为 city、district、street、community 之一",
        ),
        ("scheme_items", "judged", "closing", "第 3 行 item_code：与第 2 行重复"),
    ],
)
def test_a_broken_scheme_is_refused_in_words(
    folder: Path, table: str, old: str, new: str, words: str
):
    change(folder, table, old, new)

    found = mistakes(folder)

    assert any(words in one for one in found), found


def test_weights_are_added_up_on_every_day_on_which_rules_change(folder: Path):
    """From July 60 + 40 become 70 + 40."""
    text = ITEMS.replace("weight,params", "weight,params,effective_from,effective_to")
    closing = '60,"{""zero_at"": 0, ""full_at"": 100}"'
    newer = text.splitlines()[1].replace("60", "70") + ",2026-07-01,\n"
    text = text.replace(closing, f"{closing},,2026-06-30").replace("40,\n", "40,,,\n") + newer
    (folder / "scheme_items.csv").write_text(text, encoding="utf-8")

    assert mistakes(folder) == [
        "scheme_items.csv 第 3 行 weight："
        "方案 ours street 自 2026-07-01 起各项权重合计 110，应为总分 100"
    ]


def test_points_are_entered_for_items_that_people_judge(folder: Path):
    head = "scheme_code,item_code,area_code,period_start,points\n"
    good = "ours,judged,990199001000,2026-03-01,35\n"
    (folder / "scheme_points.csv").write_text(head + good, encoding="utf-8")
    assert read_schemes(folder)["scheme_points"][0].values["points"] == 35

    bad = good.replace("judged", "closing").replace("35", "many")
    (folder / "scheme_points.csv").write_text(head + good + bad, encoding="utf-8")
    assert mistakes(folder) == ["scheme_points.csv 第 3 行 points：应为数字，现为 many"]


def test_no_scheme_can_rank_grids():
    """A grid is often one person, and persons are never ranked."""
    assert "grid" not in LEVELS
