"""Verbs of `yiping report` about sealed editions: final, editions, fetch, diff, verify-editions.

Mounted by `warehouse.cli`; the verbs that write drafts are in `cli_report`.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warehouse.cli_answers import Area, Json, Within
from warehouse.cli_places import place_name, root_area
from warehouse.cli_report import formats_of
from warehouse.periods import Period
from warehouse.settings import settings
from warehouse.terminal import complain, print_json, print_table, say

if TYPE_CHECKING:
    from warehouse.access.scope import Scope
    from warehouse.report.editions import Report, Sealed

app = typer.Typer()

KindName = Annotated[str, typer.Argument(help="weekly, monthly, quarterly, half-yearly or annual.")]
Number = Annotated[
    int | None, typer.Option("--edition", min=1, help="Which edition; the newest, unless given.")
]


@app.command()
def final(
    kind: KindName,
    period: Within,
    area: Area = None,
    by: Annotated[str | None, typer.Option(help="The office that issues it.")] = None,
    note: Annotated[str, typer.Option(help="Why, from the second edition on.")] = "",
    formats: Annotated[
        str | None, typer.Option("--format", help="Such as docx,pdf; all, unless given.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Make the next edition of a report and seal it; it is never written over."""
    from warehouse.report.editions import Issue, make_final  # noqa: PLC0415

    report, scope = _report(kind, area, period), _scope()
    place_name(scope, report.area_code)
    wanted = formats_of(formats)
    sealed = make_final(scope, settings(), report, Issue(by, note), formats=wanted)
    if as_json:
        print_json(asdict(sealed))
        return
    say(f"sealed {sealed.title} {sealed.label} {sealed.words} by {sealed.sealed_by}")
    if sealed.same_as:
        complain(f"it says the same as edition {sealed.same_as}")
    print_table(
        ["file", "bytes"], [[sealed.folder / n, sealed.files[n].bytes] for n in sealed.files]
    )
    print_table(["seal"], [[sealed.digest]])


@app.command()
def editions(
    kind: Annotated[str | None, typer.Option(help="Only reports of this kind.")] = None,
    area: Annotated[str | None, typer.Option(help="Only of this place.")] = None,
    as_json: Json = False,
) -> None:
    """List the sealed editions, the newest period first."""
    from warehouse.report.editions import editions as listed  # noqa: PLC0415

    if kind is not None:
        _check_kind(kind)
    found = listed(settings(), kind, area, scope=_scope())
    if as_json:
        print_json([asdict(sealed) for sealed in found])
        return
    columns = ["kind", "area_code", "area_name", "label", "n", "sealed_at", "sealed_by", "note"]
    rows = [[*(getattr(one, name) for name in columns), one.digest[:16]] for one in found]
    print_table([*(name.replace("_", " ") for name in columns), "seal"], rows)


@app.command()
def fetch(
    kind: KindName,
    period: Within,
    area: Area = None,
    edition: Number = None,
    out: Annotated[Path, typer.Option(help="Folder to write to.")] = Path(),
    as_json: Json = False,
) -> None:
    """Copy the files of a sealed edition, verified while they are read."""
    from warehouse.report.editions import fetch as read  # noqa: PLC0415

    sealed = _found(_report(kind, area, period), edition)
    contents = {name: read(sealed, name) for name in sealed.documents}
    out.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (out / name).write_bytes(content)
    written = [out / name for name in contents]
    if as_json:
        print_json({"edition": sealed.subject, "digest": sealed.digest, "files": written})
    else:
        print_table(["file"], [[path] for path in written])


@app.command()
def diff(
    kind: KindName,
    period: Within,
    area: Area = None,
    edition: Number = None,
    against: Annotated[
        str | None,
        typer.Option(
            help="2026-W45, 2026-W45/1 or /1; the edition before it, unless given.",
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Say which numbers two sealed editions print otherwise."""
    from warehouse.report.editions import differences  # noqa: PLC0415

    one = _found(_report(kind, area, period), edition)
    before = _before(one, against)
    found = differences(before, one, scope=_scope())
    if as_json:
        print_json({"one": before.subject, "other": one.subject, "differences": found.to_dicts()})
        return
    say(f"{before.subject} and {one.subject}: {found.height} numbers differ")
    columns = ["heading", "name", "area_name", "part", "words_one", "words_other", "reason"]
    print_table([name.replace("_", " ") for name in columns], found.select(columns).rows())


@app.command("verify-editions")
def verify_editions(as_json: Json = False) -> None:
    """Check that every sealed edition still is what was sealed."""
    from warehouse.report.editions import editions as listed  # noqa: PLC0415
    from warehouse.report.editions import faults  # noqa: PLC0415

    site = settings()
    wrong = faults(site)
    sealed = listed(site, scope=_scope())
    if as_json:
        told = [asdict(fault) for fault in wrong]
        print_json({"editions": [one.subject for one in sealed], "faults": told})
    else:
        subjects = {fault.subject for fault in wrong}
        rows = [
            [one.subject, one.sealed_at, "CHANGED" if one.subject in subjects else "unchanged"]
            for one in sealed
        ]
        print_table(["edition", "sealed at", ""], rows)
    for fault in wrong:
        complain(f"{fault.subject}: {fault.message}")
    if wrong:
        raise typer.Exit(1)


def _report(kind: str, area: str | None, period: Period) -> Report:
    from warehouse.report.editions import Report  # noqa: PLC0415
    from warehouse.report.kinds import KINDS  # noqa: PLC0415

    _check_kind(kind)
    if period.kind != KINDS[kind].period_type:
        raise typer.BadParameter(f"{period.label} is no {KINDS[kind].period_type}.")
    return Report(kind, area or root_area(), period.label)


def _check_kind(kind: str) -> None:
    from warehouse.report.kinds import KINDS  # noqa: PLC0415

    if kind not in KINDS:
        raise typer.BadParameter(f"There are no {kind} reports; write {', '.join(KINDS)}.")


def _scope() -> Scope:
    """What this instance may see, in the version served now."""
    from warehouse.read.connection import whole_site  # noqa: PLC0415

    return replace(whole_site(), area_code=settings().reader_area)


def _found(report: Report, number: int | None) -> Sealed:
    from warehouse.report.editions import find  # noqa: PLC0415

    return find(settings(), report, number, scope=_scope())


def _before(one: Sealed, against: str | None) -> Sealed:
    """The edition to compare with: as asked for, else the one before."""
    from warehouse.periods import period_before  # noqa: PLC0415

    if against is not None:
        label, _, number = against.partition("/")
        if number and not number.isdecimal():
            raise typer.BadParameter(f"{against} is no edition; write 2026-W45/1.")
        report = one.report._replace(label=label or one.label)
        return _found(report, int(number) if number else None)
    if one.n > 1:
        return _found(one.report, one.n - 1)
    label = period_before(one.period_type, one.period_start).label
    return _found(one.report._replace(label=label), None)
