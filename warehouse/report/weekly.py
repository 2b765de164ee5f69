"""周报: the weekly brief of a place, as Word and Excel files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from warehouse.access.scope import Scope
from warehouse.report import weekly_remarks as remarks
from warehouse.report import weekly_tables as tables
from warehouse.report import weekly_text as words
from warehouse.report.content import Annex, Document, Paragraph, Table, heading
from warehouse.report.excel import write_excel
from warehouse.report.weekly_brief import Brief, gather
from warehouse.report.word import write_word

WRITERS: dict[str, Callable[[Document, Path], Path]] = {"docx": write_word, "xlsx": write_excel}


class UnknownFormatError(ValueError):
    """A format that the report cannot be written in."""


def weekly(
    scope: Scope, *, area_code: str, period_start: date, formats: Sequence[str], out: Path
) -> list[Path]:
    """Write the weekly report of a place.

    Args:
        scope: What is read.
        area_code: The place, from the whole site down to a community.
        period_start: Monday of the ISO week.
        formats: `docx`, `xlsx`.
        out: Folder to write to; made if it is not there.

    Returns:
        The files, in the order of `formats`.

    Raises:
        UnknownFormatError: Before anything is written.
        NoSuchReportError: The place or the week is not in the warehouse.
    """
    unknown = [name for name in formats if name not in WRITERS]
    if unknown or not formats:
        raise UnknownFormatError(
            f"Cannot write {', '.join(unknown) or 'nothing'}; formats are {', '.join(WRITERS)}."
        )
    brief = gather(scope, area_code, period_start)
    report = compose(brief)
    out.mkdir(parents=True, exist_ok=True)
    name = f"{report.title}_{brief.head['period_label']}"
    return [WRITERS[kind](report, out / f"{name}.{kind}") for kind in formats]


def compose(brief: Brief) -> Document:
    """The report as a document that no format has touched yet."""
    head = brief.head
    first, last = head["period_start"], head["period_end"]
    year, week = head["period_label"].split("-W")
    return Document(
        title=f"{head['area_name']}{brief.product_title}工作周报",
        subtitle=f"{year}年第{int(week)}周（{first.month}月{first.day}日—{last.month}月{last.day}日）",
        facts=f"数据截至{brief.as_of:%Y年%-m月%-d日%-H时%M分}",
        body=_body(brief),
        annexes=[
            Annex("超期未结事项清单", _overdue(brief)),
            Annex("指标口径说明", [tables.definition_table(brief)]),
        ],
        sheets=_sheets(brief),
        version=brief.build_id,
        is_demo=brief.is_demo,
    )


def _body(brief: Brief) -> list[Paragraph | Table]:
    child = brief.child_word
    body: list[Paragraph | Table] = [*words.overall(brief), tables.main_table(brief)]
    body += [*words.loop(brief), *words.fields(brief)]
    below, ranking = tables.below_table(brief), tables.rank_table(brief)
    body.append(heading(f"四、各{child}情况和排名" if below else "四、排名"))
    body += [table for table in (below,) if table]
    body.append(remarks.ranks(brief))
    if ranking:
        note = tables.rank_note(brief.board)
        body.append(replace(ranking, note=f"{ranking.note}{note}。" if note else ranking.note))
    return [*body, *remarks.risks(brief), *remarks.remarks(brief)]


def _overdue(brief: Brief) -> list[Paragraph | Table]:
    if brief.overdue.is_empty():
        return [Paragraph(["截至期末，无超期未结事项。"])]
    return [tables.overdue_table(brief)]


def _sheets(brief: Brief) -> dict[str, Table]:
    sheets = {"主要指标": replace(tables.main_table(brief), columns=tables.MAIN_HEADS)}
    if below := tables.below_table(brief):
        sheets["下级单位"] = below
    if ranking := tables.rank_table(brief):
        sheets["考核排名"] = ranking
    sheets["超期未结"] = replace(
        tables.overdue_table(brief, printed=None), title="超期未结事项清单"
    )
    definitions = tables.definition_table(brief)
    sheets["口径说明"] = replace(definitions, title="指标口径说明", columns=tables.DEFINITION_HEADS)
    return sheets
