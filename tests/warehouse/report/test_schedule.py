"""The site's calendar of reports; a mistake names its line."""

from datetime import time
from pathlib import Path

import pytest

from warehouse.report.schedule import Schedule, path_of, read_schedule
from warehouse.settings import ROOT, Settings
from warehouse.toml_lines import TomlError

GOOD = """catch_up = 3

[[report]]
kind = "weekly"
day = 1
at = "08:30"

[[report]]
kind = "monthly"
each_child = true
formats = [
    "docx",
    "pdf",
]

[addresses]
990105001000 = ["a@example.gov.cn"]
"""


def read(folder: Path, text: str) -> Schedule:
    site = Settings(var=folder)
    path_of(site).parent.mkdir(parents=True, exist_ok=True)
    path_of(site).write_text(text)
    return read_schedule(site)


def test_what_is_not_written_is_as_usual_for_the_kind(tmp_path: Path):
    weekly, monthly = read(tmp_path, GOOD).report

    assert (weekly.due_day, weekly.at, weekly.formats) == (
        *(1, time(8, 30)),
        ("docx", "xlsx", "pptx", "pdf"),
    )
    assert (monthly.due_day, monthly.at, monthly.formats) == (3, time(8, 30), ("docx", "pdf"))


def test_each_kind_is_due_on_its_usual_day_unless_another_is_written(tmp_path: Path):
    kinds = ("weekly", "monthly", "quarterly", "half-yearly", "annual")
    text = "".join(f'[[report]]\nkind = "{kind}"\n' for kind in kinds)

    usual = read(tmp_path, text)
    assert [entry.due_day for entry in usual.report] == [1, 3, 5, 10, 15]
    assert usual.catch_up == 4
    assert not any(entry.each_child or entry.mail for entry in usual.report)
    assert read(tmp_path, text.replace('"annual"', '"annual"\nday = 60')).report[-1].due_day == 60


def test_to_mail_a_server_has_to_be_set(tmp_path: Path):
    text = GOOD.replace("each_child = true", "each_child = true\nmail = true")

    with pytest.raises(TomlError, match=r"第 11 行：要发邮件，须先在 site\.toml 中设置 smtp_host"):
        read(tmp_path, text)


def test_the_example_of_the_documentation_can_be_used(tmp_path: Path):
    text = (ROOT / "docs" / "schedule.toml").read_text()
    site = Settings(var=tmp_path, smtp_host="mail", smtp_from="center@example.gov.cn")
    path_of(site).parent.mkdir()
    path_of(site).write_text(text)

    kinds = {entry.kind for entry in read_schedule(site).report}
    assert kinds == {"weekly", "monthly", "quarterly", "half-yearly", "annual"}


@pytest.mark.parametrize(
    ("good", "bad", "line", "words"),
    [
        ('"weekly"', '"daily"', 4, "weekly、monthly、quarterly、half-yearly、annual 之一"),
        ("day = 1", "day = 0", 5, "“day”不能小于 1"),
        ("day = 1", "weekday = 1", 5, "不认识“weekday”，是否为“day”？可写 kind、area、each"),
        ('"08:30"', '"8点"', 6, '时刻要写成 "08:30"；现为“8点”'),
        ('"08:30"', '"24:00"', 6, "时刻要写成"),
        ('"pdf"', '"odt"', 13, "docx、xlsx、pptx、pdf 之一；现为“odt”"),
        ("a@example.gov.cn", "a.example", 17, "“a.example”不是邮箱地址"),
        ("a@example.gov.cn", "张三@example.gov.cn", 17, "不是邮箱地址"),
        ("a@example.gov.cn", "a@b.cn, c@d.cn", 17, "不是邮箱地址"),
        ("formats = [", "formats = []\nfolders = [", 11, "至少要写一项"),
        ("catch_up = 3", "catch_up = 0", 1, "“catch_up”不能小于 1"),
        ("day = 1", "day = 61", 5, "“day”不能大于 60"),
        ("day = 1", "catch_up = 0", 5, "“catch_up”不能小于 1"),
        ("day = 1", "catch_up = 54", 5, "“catch_up”不能大于 53"),
        ("catch_up = 3", "catch_up = 54", 1, "“catch_up”不能大于 53"),
        ("catch_up = 3", "catchup = 3", 1, "不认识“catchup”，是否为“catch_up”？"),
    ],
)
def test_a_mistake_names_its_line(tmp_path: Path, good: str, bad: str, line: int, words: str):
    with pytest.raises(TomlError) as raised:
        read(tmp_path, GOOD.replace(good, bad, 1))

    assert f"schedule.toml 第 {line} 行：" in str(raised.value)
    assert words in str(raised.value)


def test_the_same_report_twice_is_a_mistake(tmp_path: Path):
    with pytest.raises(TomlError, match="第 19 行：与第 3 行是同一份报告"):
        read(tmp_path, GOOD + '\n[[report]]\nkind = "weekly"\n')


def test_an_empty_calendar_is_a_mistake(tmp_path: Path):
    with pytest.raises(TomlError, match="缺少“report”"):
        read(tmp_path, "catch_up = 3\n")
