"""How the command line speaks: results on stdout, progress and complaints on stderr."""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from typer.core import TyperGroup

# In a pipe a row stays one line, however long.
stdout = Console(soft_wrap=True, width=None if sys.stdout.isatty() else 1000)
stderr = Console(stderr=True, soft_wrap=True)


class Verbs(TyperGroup):
    """The commands; an operation that fails ends in one line on stderr and exit code 1."""

    def invoke(self, ctx: Any) -> Any:
        """Run the verb that was asked for."""
        try:
            return super().invoke(ctx)
        except (typer.TyperException, typer.Exit, typer.Abort):
            raise  # wrong usage, or a verb that has said what it had to say
        except KeyboardInterrupt:
            complain("stopped")
        except Exception as error:
            if ctx.params.get("show_traceback"):
                stderr.print(traceback.format_exc(), markup=False, highlight=False)
            complain(_words(error))
        raise typer.Exit(1)


def _words(error: Exception) -> str:
    """What went wrong; of what the system refused, first the file."""
    if isinstance(error, OSError) and error.strerror and error.filename is not None:
        return f"{error.filename2 or error.filename}: {error.strerror}"
    return str(error) or type(error).__name__


def complain(message: str) -> None:
    """Say on stderr what went wrong."""
    stderr.print(f"yiping: {message}", markup=False, highlight=False)


def say(message: str) -> None:
    """Say on stderr what is being done; stdout stays free for the result."""
    stderr.print(message, markup=False, highlight=False)


def print_json(document: Any) -> None:
    """One JSON document on stdout; times are ISO text."""
    typer.echo(json.dumps(document, ensure_ascii=False, indent=1, default=_json_value))


def print_table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """A plain table on stdout."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns:
        is_number = all(isinstance(row[columns.index(name)], int | float) for row in rows)
        table.add_column(name, justify="right" if is_number and rows else "left", overflow="fold")
    for row in rows:
        table.add_row(*["—" if cell is None else _cell(cell) for cell in row])
    stdout.print(table, markup=False, highlight=False)


@contextmanager
def bar() -> Iterator[Progress]:
    """A progress bar on stderr that goes away when the work is done."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=stderr, transient=True) as progress:
        yield progress


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    return str(value)


def _json_value(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"No JSON for {type(value).__name__}")
