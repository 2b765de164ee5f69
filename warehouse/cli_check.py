"""The verb that reads files of reports back: `yiping report check FILE…`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warehouse.cli_answers import Json
from warehouse.settings import settings
from warehouse.terminal import print_json, print_table

if TYPE_CHECKING:
    from warehouse.report.check.files import Verdict


def check(
    files: Annotated[
        list[Path], typer.Argument(help="Files of reports.", exists=True, dir_okay=False)
    ],
    as_json: Json = False,
) -> None:
    """Compare every number in files of reports with the warehouse; exit code 1 if one differs."""
    from warehouse.report.check.files import check_file  # noqa: PLC0415
    from warehouse.report.check.identity import facts_of, texts_of  # noqa: PLC0415

    verdicts = []
    for path in files:
        facts = facts_of(settings(), path)
        verdicts.append(check_file(facts, path, texts=texts_of(facts.template)))
    if as_json:
        print_json([asdict(verdict) | {"is_right": verdict.is_right} for verdict in verdicts])
    else:
        for verdict in verdicts:
            _tell(verdict)
    if not all(verdict.is_right for verdict in verdicts):
        raise typer.Exit(1)


def _tell(verdict: Verdict) -> None:
    state = "right" if verdict.is_right else "WRONG"
    typer.echo(f"{verdict.path.name}: {verdict.numbers} numbers, {state}")
    rows = [[f.where, f.said, f.expected, f.mark, f.message] for f in verdict.wrong]
    rows += [[told.where, told.text, "", "", "没有溯源码的数字"] for told in verdict.unmarked]
    rows += [["", name, "", "", "文件中没有这个数"] for name in verdict.missing]
    if rows:
        print_table(["where", "said", "warehouse", "mark", "what"], rows)
