"""What a site may decide about a report: its letterhead, sections, wording and lists."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator

#: What may stand in braces in `masthead`, `title` and `issuer`, with what it becomes.
PLACEHOLDERS = {"place": "地方名称", "product": "市域社会治理", "noun": "报告名称，如周报"}
_OFFERED = "、".join(f"{{{word}}}（{becomes}）" for word, becomes in PLACEHOLDERS.items())
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
# No format can hold them: an office file with one of them could not be opened.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff]")


def _printable(words: str) -> str:
    if _CONTROL.search(words):
        raise ValueError("含有换行或不能印出的字符")
    if words and not words.strip():
        raise ValueError("不能只写空格")
    return words


def _plain(words: str) -> str:
    if _BRACES.search(words):
        raise ValueError("这里不能用花括号，占位词只用于标题、简报名称和单位")
    return _printable(words)


def _filled(words: str) -> str:
    for found in _BRACES.findall(words):
        if found[1:-1] not in PLACEHOLDERS:
            raise ValueError(f"不认识占位词“{found}”，可写 {_OFFERED}")
    return _printable(words)


# Strict: true is no 1 here, and "5" no number.
Percent = Annotated[float, Field(strict=True, ge=0, le=1000, allow_inf_nan=False)]
Head = Annotated[str, Field(max_length=60), AfterValidator(_filled)]
Name = Annotated[str, Field(min_length=1, max_length=60), AfterValidator(_plain)]
Sentence = Annotated[str, Field(min_length=1, max_length=500), AfterValidator(_plain)]


class Wording(BaseModel):
    """From which change on which word is used; shares of the earlier value in %."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    steady_below: Percent = Field(0.5, description="变化小于此数（%）写“基本持平”")
    slight_below: Percent = Field(5, description="小于此数（%）写“略有上升”“略有下降”")
    marked_above: Percent = Field(
        20, description="大于此数（%）写“明显上升”“明显下降”，并写明主要集中在哪里"
    )
    small_base: Percent = Field(30, description="基数小于此数时只写件数，不写百分比")

    @property
    def disorder(self) -> tuple[str, str] | None:
        """The first two thresholds of which the smaller is the larger; None if in order."""
        steps = ("steady_below", "slight_below", "marked_above")
        pairs = pairwise(steps)
        return next(
            (pair for pair in pairs if getattr(self, pair[0]) > getattr(self, pair[1])), None
        )


class Template(BaseModel):
    """The template of one kind of report.

    In `masthead`, `title` and `issuer`, `{place}`, `{product}` and `{noun}` are replaced by the
    name of the place, of the product (市域社会治理) and of the kind (周报).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    masthead: Head = Field("", description="红线上方的简报名称或发文机关标志；留空不印")
    title: Head = Field("{place}{product}工作{noun}", min_length=1, description="标题")
    issuer: Head = Field("{place}社会治理综合服务中心", description="印发单位；留空不印")
    first_issue: date | None = Field(
        None, strict=True, description="总第1期的第一天；不写则只印年内期号"
    )
    recipients: tuple[Name, ...] = Field((), max_length=40, description="抄送单位，逐个列出")
    sections: tuple[str, ...] = Field(
        (), description="要哪些部分、按什么次序；不写则全部按默认次序"
    )
    listed: int = Field(
        50, strict=True, ge=1, le=500, description="清单在纸面上最多印多少行，其余只在 Excel 中"
    )
    days_to_rectify: int = Field(
        30, strict=True, ge=1, le=365, description="通报后多少天内报送整改情况，自数据截至日起算"
    )
    next_steps: tuple[Sentence, ...] = Field(
        (), max_length=20, description="下一步重点工作的句子，逐句列出"
    )
    wording: Wording = Field(Wording(), description="措辞：变化多大时用哪个词")

    @field_validator("sections")
    @classmethod
    def _once_each(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        twice = next((key for key in value if value.count(key) > 1), None)
        if twice is not None:
            raise ValueError(f"部分“{twice}”写了两次")
        return value
