"""Verbs of the command line that only look: status, indicator, trace, quarantine.

Mounted by `warehouse.cli`; they read the served version and change nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import polars as pl
import typer

from warehouse.access.scope import Scope
from warehouse.cli_places import root_area
from warehouse.periods import Period, PeriodError, parse_period
from warehouse.settings import settings
from warehouse.terminal import print_json, print_table, say
from warehouse.trace_code import TraceCodeError

if TYPE_CHECKING:
    from warehouse.read.trace_subjects import OpenedScore

app = typer.Typer()


class NoSuchValueError(Exception):
    """The served version has no value for what was asked."""


def _as_period(text: str) -> Period:
    try:
        return parse_period(text)
    except PeriodError as error:
        raise typer.BadParameter(str(error)) from None


Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Code = Annotated[str, typer.Argument(help="Code of the indicator, such as OPS-03.")]
Area = Annotated[
    str | None, typer.Option("--area", help="Code of the place; the whole site, unless given.")
]
Within = Annotated[
    Any, typer.Option("--period", parser=_as_period, metavar="PERIOD", help="2026-11, 2026-W46, …")
]


@app.command()
def status(as_json: Json = False) -> None:
    """Say what is served, how fresh it is, what failed, and whether sealed editions are whole."""
    from warehouse.read import data  # noqa: PLC0415
    from warehouse.read.connection import whole_site  # noqa: PLC0415
    from warehouse.report.editions import faults  # noqa: PLC0415

    scope = whole_site()
    feeds, totals, known = data.freshness(scope), data.totals(scope), data.versions()
    wrong = faults(settings())
    failed = known.filter(
        (pl.col("state") == "failed") & (pl.col("build_id") > scope.version)
    ).to_dicts()
    if as_json:
        document = {"version": scope.version, **totals, "failed_since": failed}
        document["edition_faults"] = [asdict(fault) for fault in wrong]
        print_json({**document, "feeds": feeds.to_dicts()})
        return
    say(f"serving {scope.version} from {settings().versions}, data up to {totals['as_of']}")
    for build in failed:
        say(f"build {build['build_id']} failed: {build['error']}")
    for fault in wrong:
        say(f"edition {fault.subject}: {fault.message}")
    columns = ["feed_code", "freshness", "latest_at", "accepted_count", "refused_count"]
    print_table(["feed", "state", "newest", "accepted", "refused"], feeds.select(columns).rows())


@app.command()
def indicator(code: Code, period: Within, area: Area = None, as_json: Json = False) -> None:
    """Read one value with its numerator, denominator, target and comparisons."""
    row = _reading(code, area, period)
    if as_json:
        print_json(row)
        return
    say(f"{row['indicator_code']} {row['name_zh']} · {row['area_name']} · {row['label']}")
    shown = ["value", "unit", "numerator", "denominator", "target", "status"]
    shown += ["previous_value", "last_year_value", "is_complete", "is_small_sample"]
    print_table(["", ""], [[name.replace("_", " "), row[name]] for name in shown])


@app.command()
def trace(
    code: Annotated[str | None, typer.Argument(help="Code of the indicator.")] = None,
    period: Annotated[
        Any, typer.Option("--period", parser=_as_period, metavar="PERIOD", help="2026-11, …")
    ] = None,
    area: Area = None,
    number: Annotated[
        str | None, typer.Option("--code", help="Short code of a number (溯源码), instead.")
    ] = None,
    part: Annotated[str, typer.Option(help="numerator or denominator.")] = "numerator",
    limit: Annotated[int | None, typer.Option(min=1, help="At most this many rows.")] = None,
    as_json: Json = False,
) -> None:
    """List the ledger entries behind a value, each with its file and row."""
    from warehouse.read import trace  # noqa: PLC0415

    if number is not None and _subject(number, as_json=as_json):
        return
    scope, row, told = _traced(code, area, period, number)
    measure = row.get(f"{part}_measure")
    if measure is None:
        raise NoSuchValueError(f"{row['indicator_code']} has no {part}.")
    value = trace.Value(measure, row["area_code"], row["period_type"], row["period_start"])
    entries = trace.entries(scope, value, limit=limit)
    if as_json:
        print_json({"reading": row, "measure_code": measure, "entries": entries.to_dicts(), **told})
        return
    columns = ["entry_at", "number", "value", "source_file", "source_row"]
    print_table(columns, entries.select(columns).rows())
    say(f"{len(entries):,} entries; the {part} is {row[part]}")
    say(f"code {told['code']}")
    if told.get("then") and not told["is_kept"]:
        then = told["then"]
        say(f"it was {then['value']} in {then['version']}, which is deleted; the rows are of today")
    for reason in told.get("reasons", ()):
        say(reason)


@app.command()
def quarantine(
    feed: Annotated[str | None, typer.Option(help="Only this feed, such as grid/events.")] = None,
    rows: Annotated[bool, typer.Option("--rows", help="Every row, not only the counts.")] = False,
    as_json: Json = False,
) -> None:
    """Say which rows were refused and why."""
    from warehouse.read import data  # noqa: PLC0415
    from warehouse.read.connection import whole_site  # noqa: PLC0415

    scope = whole_site()
    columns: Sequence[str]
    if rows:
        found = data.refused_rows(scope, feed_code=feed)
        found = found.with_columns(rules=pl.col("rules").list.join("；"))
        columns = ["file", "file_row", "rules", "original_values"]
    else:
        found = data.quarantine(scope, feed_code=feed)
        columns = ["feed_code", "rule", "refused_count", "file_count"]
    if as_json:
        print_json(found.to_dicts())
    else:
        print_table([name.replace("_", " ") for name in columns], found.select(columns).rows())


def _reading(code: str, area: str | None, period: Period) -> dict[str, Any]:
    from warehouse.read import indicators, trace  # noqa: PLC0415
    from warehouse.read.connection import whole_site  # noqa: PLC0415

    scope = whole_site()
    asked = (code, area or root_area(), period.kind, period.start)
    found = trace.reading(scope, *asked)
    if found.is_empty():
        raise NoSuchValueError(indicators.why_no_value(scope, *asked))
    return found.row(0, named=True)


def _subject(number: str, *, as_json: bool) -> bool:
    """Say what a score or a report is; False if the code is that of an indicator."""
    from warehouse.read import trace_subjects  # noqa: PLC0415
    from warehouse.read.connection import whole_site  # noqa: PLC0415

    try:
        found = trace_subjects.open_subject(whole_site(), number)
    except TraceCodeError as error:
        raise NoSuchValueError(str(error)) from None
    if found is None:
        return False
    if isinstance(found, trace_subjects.OpenedScore) and found.board is None:
        raise NoSuchValueError(f"The code {found.code} names a score that does not exist.")
    if as_json:
        print_json(asdict(found) | {"traced": found.traced.number._asdict()})
        return True
    if isinstance(found, trace_subjects.OpenedScore):
        _print_score(found)
    else:
        sign = found.traced.number.indicator_code
        say(f"the report {sign} of {found.area_name}, {found.period.label}: the page /reports")
    say(f"code {found.code}, version {found.version or 'deleted'}")
    return True


def _print_score(found: OpenedScore) -> None:
    columns = ["item_code", "item_name", "value", "points", "weight"]
    rows = [[item[name] for name in columns] for item in found.items]
    print_table([name.replace("_", " ") for name in columns], rows)
    board = found.board or {}
    say(f"{board['scheme_name']} · {found.area_name} · {found.period.label}")
    say(f"total {board['total']}, rank {board['rank']} of {board['ranked_count']}")


def _traced(
    code: str | None, area: str | None, period: Period | None, number: str | None
) -> tuple[Scope, dict[str, Any], dict[str, Any]]:
    """The version to look into, the reading there, and what is known about its code."""
    from warehouse.read import trace_codes  # noqa: PLC0415
    from warehouse.read.connection import whole_site  # noqa: PLC0415

    scope = whole_site()
    if number is None:
        if code is None or period is None:
            raise typer.BadParameter("Name an indicator and --period, or a number's --code.")
        row = _reading(code, area, period)
        return scope, row, {"code": trace_codes.code_of(scope, row)}
    try:
        opened = trace_codes.open_code(scope, number)
    except TraceCodeError as error:
        raise NoSuchValueError(str(error)) from None
    then = opened.then
    told = {
        "code": opened.code,
        "is_kept": opened.is_kept,
        "then": None if then is None else {**asdict(then), "number": then.number._asdict()},
        "now": opened.now,
        "reasons": opened.reasons,
    }
    if opened.reading is None:
        raise NoSuchValueError(f"The code {opened.code} names a number without a value.")
    return opened.scope, opened.reading, told
