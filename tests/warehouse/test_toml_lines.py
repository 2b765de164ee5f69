"""Mistakes in the site's own files are told with the line that an editor shows."""

from pathlib import Path
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from warehouse.toml_lines import Toml, TomlError, read_toml

GOOD = """# what is made
title = "周报"
formats = [
    "docx",
    "xlsx",
]

[wording]
small = 30

[[post]]
to = "a"

[[post]]
to = "b"
at = "monday"
"""


class Post(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    to: str
    at: Literal["monday", "friday"] = "monday"


class Wording(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    small: int = Field(30, ge=1)


class Sheet(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    title: str
    formats: list[Literal["docx", "xlsx"]]
    wording: Wording = Wording()
    post: list[Post] = []


def read(folder: Path, text: str | bytes) -> Toml:
    path = folder / "sheet.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_toml(path)


def test_every_key_table_and_item_has_its_line(tmp_path: Path):
    file = read(tmp_path, GOOD)

    assert file.line("title") == 2
    assert file.line("formats") == 3
    assert file.line("formats", 1) == 5
    assert file.line("wording") == 8
    assert file.line("post", 0) == 11
    assert file.line("post", 1, "at") == 16


def test_what_is_not_written_has_the_line_of_its_table(tmp_path: Path):
    assert read(tmp_path, GOOD).line("post", 1, "formats") == 14
    assert read(tmp_path, GOOD).line("nothing") == 1


def test_a_text_over_several_lines_stands_where_it_begins(tmp_path: Path):
    file = read(tmp_path, 'a = """\nb = 1\n[c]\n"""\nb = 2\n')

    assert (file.line("a"), file.line("b")) == (1, 5)


@pytest.mark.parametrize("text", [GOOD, GOOD.replace("\n", "\r\n"), "\ufeff" + GOOD])
def test_a_good_file_is_read_whatever_editor_wrote_it(tmp_path: Path, text: str):
    sheet = read(tmp_path, text).checked(Sheet)

    assert [post.to for post in sheet.post] == ["a", "b"]


@pytest.mark.parametrize(
    ("good", "bad", "line", "words"),
    [
        ("small = 30", "small = 0", 9, "“small”不能小于 1"),
        ("small = 30", "smal = 30", 9, "不认识“smal”，是否为“small”？可写 small"),
        ("small = 30", 'small = "30"', 9, "“small”要写整数"),
        ('    "xlsx"', '    "odt"', 5, "“formats”要写 docx、xlsx 之一；现为“odt”"),
        ('to = "b"\n', "", 14, "缺少“to”"),
        ('at = "monday"', 'on = "monday"', 16, "不认识“on”，可写 to、at"),
        ('title = "周报"\n', "", 1, "缺少“title”"),
        ('title = "周报"', "title = true", 2, "“title”要写成带引号的文字"),
        ("[wording]\nsmall = 30", "wording = 3", 8, "“wording”要写成一个表"),
    ],
)
def test_a_wrong_value_names_its_line(tmp_path: Path, good: str, bad: str, line: int, words: str):
    with pytest.raises(TomlError) as raised:
        read(tmp_path, GOOD.replace(good, bad, 1)).checked(Sheet)

    assert str(raised.value) == f"sheet.toml 第 {line} 行：{words}"


def test_the_first_mistake_of_the_file_is_told_first(tmp_path: Path):
    with pytest.raises(TomlError, match="第 9 行"):
        read(tmp_path, GOOD.replace("30", "0").replace('to = "b"', "to = 5")).checked(Sheet)


@pytest.mark.parametrize(
    ("text", "line"), [("a = 1\nb = = 2\n", 2), ("a = 1\na = 2\n", 2), ('a = 1\nb = "x', 2)]
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, text: str, line: int):
    with pytest.raises(TomlError, match=f"第 {line} 行写法有误"):
        read(tmp_path, text)


def test_a_line_in_another_encoding_is_named(tmp_path: Path):
    with pytest.raises(TomlError, match="第 2 行不是 UTF-8 编码"):
        read(tmp_path, b"a = 1\n" + 'b = "周报"'.encode("gb18030"))
