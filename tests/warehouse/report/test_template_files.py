"""Templates of the site: what is written replaces what the product says; a mistake has its line."""

import re
from datetime import date
from pathlib import Path

import pytest

from warehouse.report.kinds import KINDS
from warehouse.report.sections.contents import section_keys
from warehouse.report.template import Template, Wording
from warehouse.report.template_example import example
from warehouse.report.template_files import (
    TemplateError,
    template_hash,
    template_of,
    template_path,
)
from warehouse.settings import Settings

WEEKLY = KINDS["weekly"]
GOOD = """# 周报
masthead = "{place}社会治理简报"
first_issue = 2025-01-06
recipients = [
    "市委办公室",
    "市政府办公室"]
sections = ["risks", "overall"]

[wording]
slight_below = 4
small_base = 20
"""


@pytest.fixture
def site(tmp_path: Path) -> Settings:
    return Settings(var=tmp_path)


def read(site: Settings, text: str) -> Template:
    path = template_path(site, WEEKLY)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return template_of(site, WEEKLY)


def test_a_kind_without_a_file_has_the_template_of_the_product(site: Settings):
    template = template_of(site, KINDS["monthly"])

    assert template == Template()
    assert (template.listed, template.days_to_rectify) == (50, 30)
    assert template.wording == Wording(
        steady_below=0.5, slight_below=5, marked_above=20, small_base=30
    )
    assert template.issuer == "{place}社会治理综合服务中心"


def test_what_is_written_replaces_what_the_product_says_and_no_more(site: Settings):
    template = read(site, GOOD)

    assert template == Template(
        masthead="{place}社会治理简报",
        first_issue=date(2025, 1, 6),
        recipients=("市委办公室", "市政府办公室"),
        sections=("risks", "overall"),
        wording=Wording(slight_below=4, small_base=20),
    )
    assert template.title == "{place}{product}工作{noun}"
    assert template.wording.marked_above == 20


@pytest.mark.parametrize(
    ("good", "bad", "line", "words"),
    [
        ('masthead = "', 'masthaed = "', 2, "不认识“masthaed”，是否为“masthead”？"),
        ("{place}", "{palce}", 2, "不认识占位词“{palce}”，可写 {place}（地方名称）"),
        ("{place}", "{", 2, "不认识占位词“{”"),
        ("简报", "简\\u0007报", 2, "含有换行或不能印出的字符"),
        ("简报", "简报" * 30, 2, "“masthead”最多写 60 个字"),
        ("2025-01-06", '"2025-01-06"', 3, "“first_issue”要写日期，如 2026-01-05"),
        ('"市政府办公室"', "7", 6, "“recipients”要写成带引号的文字"),
        ('"市政府办公室"', '"{place}"', 6, "这里不能用花括号"),
        ('"市政府办公室"', '"　"', 6, "不能只写空格"),
        ('"overall"', '"overal"', 7, "没有名为“overal”的部分，是否为“overall”？"),
        ('"overall"', '"risks"', 7, "部分“risks”写了两次"),
        ('["risks", "overall"]', '"risks"', 7, "“sections”要写成方括号里的清单"),
        ("slight_below = 4", "slight_below = 40", 10, "“slight_below”（40）不能大于“marked_above”"),
        ("slight_below = 4", "marked_above = 4", 10, "“slight_below”（5）不能大于“marked_above”"),
        ("small_base = 20", "small_base = true", 11, "“small_base”要写数字"),
        ("small_base = 20", "small_base = nan", 11, "“small_base”要写数字"),
        ("small_base = 20", "small = 20", 11, "不认识“small”，是否为“small_base”？"),
        ("[wording]", "listed = 0\n[wording]", 9, "“listed”不能小于 1"),
        ("[wording]", "listed = 501\n[wording]", 9, "“listed”不能大于 500"),
        ("[wording]", "days_to_rectify = 366\n[wording]", 9, "“days_to_rectify”不能大于 365"),
        ("[wording]", 'title = ""\n[wording]', 9, "title"),
        ("small_base = 20", "small_base = 1001", 11, "“small_base”不能大于 1000"),
        ("small_base = 20", "small_base = -1", 11, "“small_base”不能小于 0"),
        ("[wording]", "[wording", 9, "写法有误，无法读取"),
    ],
)
def test_a_mistake_names_the_file_and_the_line(
    site: Settings, good: str, bad: str, line: int, words: str
):
    with pytest.raises(TemplateError) as raised:
        read(site, GOOD.replace(good, bad, 1))

    said = str(raised.value)
    assert said.startswith(f"reports/weekly.toml 第 {line} 行")
    assert words in said


def test_the_hash_is_of_what_is_said_not_of_how_it_is_written(site: Settings):
    told = template_hash(read(site, GOOD))

    assert template_hash(read(site, GOOD.replace("# 周报", "# 每周一印发\n"))) == told
    assert template_hash(read(site, GOOD.replace("= 4", "= 4.0"))) == told
    assert template_hash(read(site, GOOD.replace("= 4", "= 3"))) != told
    assert template_hash(Template()) != told


@pytest.mark.parametrize("name", KINDS)
def test_the_example_says_what_the_product_does_and_can_be_used_as_a_whole(
    site: Settings, name: str
):
    kind = KINDS[name]
    path = template_path(site, kind)
    path.parent.mkdir()

    path.write_text(example(kind))
    assert template_of(site, kind) == Template()

    # The words of explanation have a blank behind their #, what can be used has none.
    path.write_text(re.sub(r"^#(?! )", "", example(kind), flags=re.M).replace("#    ", "    "))
    read = template_of(site, kind)
    assert read.sections == section_keys(name)
    assert (read.listed, read.wording, read.issuer) == (50, Wording(), Template().issuer)
    assert read.recipients == ("市委办公室", "市政府办公室")
