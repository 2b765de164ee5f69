"""Verbs of the command line that write documents: `yiping report weekly`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from warehouse.cli_answers import Area, Json, Within, root_area
from warehouse.terminal import print_json, print_table

app = typer.Typer(no_args_is_help=True, help="Write documents for the regular meetings.")


@app.callback()
def _documents() -> None:
    # Keeps `weekly` a word of its own while it is the only one.
    pass


@app.command()
def weekly(
    period: Within,
    area: Area = None,
    formats: Annotated[str, typer.Option("--format", help="docx, xlsx, or both.")] = "docx,xlsx",
    out: Annotated[Path, typer.Option(help="Folder to write to.")] = Path(),
    as_json: Json = False,
) -> None:
    """Write the weekly report of a place."""
    from warehouse.read.connection import whole_site  # noqa: PLC0415
    from warehouse.report.kinds import KINDS  # noqa: PLC0415
    from warehouse.report.make import make  # noqa: PLC0415
    from warehouse.report.template import Template  # noqa: PLC0415

    if period.kind != "week":
        raise typer.BadParameter(f"{period.label} is no week; write 2026-W46.")
    written = make(
        whole_site(),
        kind=KINDS["weekly"],
        template=Template(),
        area_code=area or root_area(),
        period_start=period.start,
        formats=[name.strip() for name in formats.split(",")],
        out=out,
    )
    if as_json:
        print_json({"files": written})
    else:
        print_table(["file"], [[path] for path in written])
