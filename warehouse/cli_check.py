"""The verb that reads files of reports back: `yiping report check FILE…`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warehouse.cli_answers import Json
from warehouse.settings import settings
from warehouse.terminal import complain, print_json, print_table

#: Lines of one file that are shown.
SHOWN = 30

if TYPE_CHECKING:
    from warehouse.report.check.files import Verdict


def check(
    files: Annotated[
        list[Path], typer.Argument(help="Files of reports.", exists=True, dir_okay=False)
    ],
    as_json: Json = False,
) -> None:
    """Hold files of reports against the warehouse and the report that they should be.

    The exit code is 1 if a number or a word differs, one is missing, or a file is no report.
    """
    from warehouse.read.connection import OtherModelsError  # noqa: PLC0415
    from warehouse.report.check.files import check_file  # noqa: PLC0415
    from warehouse.report.check.identity import NoReportError, origin_of  # noqa: PLC0415

    site, verdicts = settings(), []
    for path in files:
        try:
            verdicts.append(check_file(site, origin_of(site, path), path))
        except (NoReportError, OtherModelsError) as error:
            complain(f"{path.name}: {error}")
    if as_json:
        print_json([asdict(verdict) | {"is_right": verdict.is_right} for verdict in verdicts])
    else:
        for verdict in verdicts:
            _tell(verdict)
    if len(verdicts) < len(files) or not all(verdict.is_right for verdict in verdicts):
        raise typer.Exit(1)


def _tell(verdict: Verdict) -> None:
    state = "right" if verdict.is_right else "WRONG"
    if verdict.uncompared:
        state += ", but not all could be compared"
    typer.echo(f"{verdict.path.name}: {verdict.numbers} numbers, {state}")
    if verdict.uncompared:
        typer.echo(f"文字和缺漏未能比对：{verdict.uncompared}。")
    if verdict.stripped:
        typer.echo(
            f"{verdict.stripped}个数的溯源码不在文件中，应是另存时被去掉的（如LibreOffice）。"
        )
    faults = [*verdict.wrong, *verdict.missing, *verdict.altered, *verdict.doubtful]
    rows = [[f.where, f.said, f.expected, f.mark, f.message] for f in faults]
    rows += [[told.where, told.text, "", "", "没有溯源码的数字"] for told in verdict.unmarked]
    if rows:
        print_table(["where", "said", "should be", "mark", "what"], rows[:SHOWN])
    if len(rows) > SHOWN:
        typer.echo(f"… and {len(rows) - SHOWN} more; --json lists all")
