"""Verbs of the command line that write reports: `yiping report weekly`, …, `yiping report due`."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warehouse.cli_answers import Area, Json
from warehouse.cli_places import place_name, root_area
from warehouse.cli_sample import Moment
from warehouse.periods import Period, PeriodError, parse_period
from warehouse.report.kinds import KINDS, Kind
from warehouse.settings import settings
from warehouse.terminal import bar, complain, print_json, print_table, say

if TYPE_CHECKING:
    from warehouse.access.scope import Scope
    from warehouse.report.batch import Job, Made

app = typer.Typer(no_args_is_help=True, help="Write reports for the regular meetings.")

Within = Annotated[
    str | None, typer.Option("--period", help="Which one; the newest that is over, unless given.")
]
Formats = Annotated[
    str | None, typer.Option("--format", help="docx,xlsx,pptx,pdf; all of them, unless given.")
]
Out = Annotated[Path, typer.Option(help="Folder to write to.")]
EachChild = Annotated[
    bool, typer.Option("--each-child", help="A set for every place right below, and who got what.")
]
# How a period of each kind is written.
_WRITTEN = {
    "week": "2026-W46",
    "month": "2026-11",
    "quarter": "2026-Q4",
    "half": "2026-H2",
    "year": "2026",
}


def _add(kind: Kind) -> None:
    """The verb of a kind."""

    @app.command(
        kind.name,
        help=f"Write the {kind.name} report ({kind.noun}) of a place: "
        f"--period {_WRITTEN[kind.period_type]}.",
    )
    def _report(
        period: Within = None,
        area: Area = None,
        formats: Formats = None,
        out: Out = Path(),
        each_child: EachChild = False,
        as_json: Json = False,
    ) -> None:
        job = _job(kind, period, area, formats, out)
        if each_child:
            _write_each(job, as_json=as_json)
        else:
            _write_one(job, as_json=as_json)


for _kind in KINDS.values():
    _add(_kind)


@app.command()
def due(
    now: Moment = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be made and delivered.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Make and deliver, once, what <var>/reports/schedule.toml says is due."""
    from warehouse.report.due import foretell, make_due  # noqa: PLC0415

    site = settings()
    moment = now or site.now()
    if dry_run:
        steps = foretell(site, now=moment)
    else:
        steps = []
        with bar() as progress:
            task = progress.add_task("reports", total=None)
            for step in make_due(site, now=moment):
                progress.update(task, description=step.subject, advance=1)
                steps.append(step)
    if as_json:
        print_json([asdict(step) for step in steps])
    elif steps:
        print_table(
            ["report", "state", "what"], [[step.subject, step.state, step.words] for step in steps]
        )
    else:
        say("nothing is due")
    if any(step.state == "failed" for step in steps):
        raise typer.Exit(1)


def _job(kind: Kind, period: str | None, area: str | None, formats: str | None, out: Path) -> Job:
    from warehouse.read.connection import whole_site  # noqa: PLC0415
    from warehouse.report.batch import Job  # noqa: PLC0415

    names = formats_of(formats)
    asked = None if period is None else _period(kind, period)
    scope, root = whole_site(), root_area()
    code = area or root
    name = place_name(scope, code)
    _check_folder(out)
    return Job(
        # Whoever gets it may see no more: as if it came with its neighbours' by --each-child.
        scope=scope if code == root else replace(scope, area_code=code),
        kind=kind,
        area_code=code,
        area_name=name,
        period=asked or _newest(kind, scope),
        formats=names,
        out=out,
    )


def _check_folder(out: Path) -> None:
    """Say before anything is made that nothing can be put there."""
    from warehouse.report.batch import CannotWriteError  # noqa: PLC0415

    there = next(path for path in (out, *out.absolute().parents) if path.exists())
    if not there.is_dir():
        raise CannotWriteError(f"{there} is a file; --out is a folder")
    if not os.access(there, os.W_OK | os.X_OK):
        raise CannotWriteError(f"{there} cannot be written to")


def formats_of(written: str | None) -> tuple[str, ...]:
    """The formats of `--format`, each once, whichever comma stands between them; None is all."""
    from warehouse.report.make import WRITERS, UnknownFormatError, check_formats  # noqa: PLC0415

    if written is None:
        return tuple(WRITERS)
    names = tuple(dict.fromkeys(re.findall(r"[^\s,，、]+", written.lower())))
    try:
        check_formats(names)
    except UnknownFormatError as error:
        raise typer.BadParameter(str(error)) from None
    return names


def _period(kind: Kind, text: str) -> Period:
    """The period as it was written, if the kind is about such periods."""
    written = _WRITTEN[kind.period_type]
    try:
        period = parse_period(text)
    except PeriodError as error:
        raise typer.BadParameter(str(error)) from None
    if period.kind != kind.period_type:
        raise typer.BadParameter(
            f"{period.label} is no {kind.period_type}; "
            f"write --period {written} for a {kind.name} report."
        )
    return period


def _newest(kind: Kind, scope: Scope) -> Period:
    """The last period that is over at the data cut."""
    from warehouse.read import data  # noqa: PLC0415
    from warehouse.report.calendar import newest_ended  # noqa: PLC0415

    return newest_ended(kind.period_type, data.totals(scope)["as_of"])


def _write_one(job: Job, *, as_json: bool) -> None:
    from warehouse.report.batch import make_one  # noqa: PLC0415
    from warehouse.report.handed_out import log_sets  # noqa: PLC0415

    made = make_one(job)
    log_sets(settings(), [made], at=settings().now(), how="command line")
    _tell([made], as_json=as_json)


def _write_each(job: Job, *, as_json: bool) -> None:
    from warehouse.report.batch import CannotWriteError, each_child, make_all  # noqa: PLC0415
    from warehouse.report.handed_out import log_sets, write_list  # noqa: PLC0415

    jobs = each_child(job)
    sets = []
    with bar() as progress:
        task = progress.add_task(f"{job.kind.noun} {job.period.label}", total=len(jobs))
        for made in make_all(jobs):
            sets.append(made)
            progress.update(task, advance=1)
    sets.sort(key=lambda made: made.job.area_code)
    at = settings().now()
    log_sets(settings(), sets, at=at, how="command line")
    trouble = []
    try:
        say(f"{len(sets)} places; who got what: {write_list(job.out, sets, at)}")
    except CannotWriteError as error:
        trouble.append(str(error))
    _tell(sets, trouble, as_json=as_json)


def _tell(sets: Sequence[Made], trouble: Sequence[str] = (), *, as_json: bool) -> None:
    files = [file for made in sets for file in made.files]
    failed = [made for made in sets if made.error]
    if as_json:
        errors = [{"area_code": made.job.area_code, "error": made.error} for made in failed]
        print_json({"files": [file.path for file in files], "failed": errors})
    else:
        print_table(["file", "bytes"], [[file.path, file.size_bytes] for file in files])
    for words in (*(f"{made.job.words}: {made.error}" for made in failed), *trouble):
        complain(words)
    if failed or trouble:
        raise typer.Exit(1)
