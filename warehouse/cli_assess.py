"""Verbs of the command line about assessments: rank, seal, verify-seal.

Mounted by `warehouse.cli`.
"""

from __future__ import annotations

from typing import Annotated, Any

import typer

from warehouse.cli_answers import Json, NoSuchValueError, Within
from warehouse.settings import settings
from warehouse.terminal import complain, print_json, print_table, say

app = typer.Typer()

_SHOWN = ["rank", "area_name", "total", "interval", "range", "previous_rank", "reason", "card"]

Scheme = Annotated[str, typer.Argument(help="Code of the scheme, such as grid_monthly.")]


@app.command()
def rank(
    scheme: Scheme,
    period: Within,
    level: Annotated[
        str | None, typer.Option(help="Level of the places; the highest, unless given.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Print a league table with intervals, ranges of ranks and why ranks moved."""
    from warehouse.read import ranking  # noqa: PLC0415
    from warehouse.read.connection import whole_site  # noqa: PLC0415

    scope = whole_site()
    known = ranking.groups(scope)
    schemes = sorted(known["scheme_code"].unique())
    if scheme not in schemes:
        raise NoSuchValueError(f"There is no scheme {scheme}; known: {', '.join(schemes)}.")
    levels = known.filter(scheme_code=scheme, period_start=period.start)["level"].to_list()
    if not levels or (level is not None and level not in levels):
        raise NoSuchValueError(f"{scheme} assesses no {level or 'place'} in {period.label}.")
    board = ranking.board(scope, scheme, period.start, level or levels[0])
    if as_json:
        print_json(board.to_dicts())
        return
    head = board.row(0, named=True)
    say(f"{head['scheme_name']} · {head['period_label']} · {head['scheme_version']}")
    for (group,), rows in board.group_by("peer_group", maintain_order=True):
        say(f"{group}: {rows['ranked_count'][0]} ranked")
        print_table([name.replace("_", " ") for name in _SHOWN], [*map(_line, rows.to_dicts())])
    say(head["interval_method"] or "")
    if head["is_sealed"]:
        say(f"sealed on {head['sealed_at']} by {head['sealed_by']}: {head['seal_digest'][:16]}")


@app.command()
def seal(
    scheme: Scheme,
    period: Within,
    by: Annotated[str | None, typer.Option(help="The office that publishes.")] = None,
    as_json: Json = False,
) -> None:
    """Freeze a published period; what comes later is listed beside it as corrections."""
    from warehouse.seal import seal as freeze  # noqa: PLC0415

    record = freeze(settings(), scheme, period.start, by=by)
    if as_json:
        print_json(record)
        return
    say(
        f"sealed {record['scheme_code']} {record['period_label']} as of {record['as_of']} "
        f"by {record['sealed_by']}: {record['ranked_count']} of {record['unit_count']} ranked"
    )
    print_table(["seal"], [[record["digest"]]])


@app.command("verify-seal")
def verify_seal(
    scheme: Annotated[str | None, typer.Argument(help="Only this scheme.")] = None,
    as_json: Json = False,
) -> None:
    """Check that sealed periods still are what was sealed."""
    from warehouse import seals  # noqa: PLC0415

    site = settings()
    records = [one for one in seals.sealed(site) if scheme in (None, one["scheme_code"])]
    faults = {
        fault.subject: fault.message
        for fault in seals.faults(site)
        if scheme is None or fault.subject.startswith(f"{scheme}/")
    }
    if as_json:
        print_json({"seals": records, "faults": faults})
    else:
        columns = ["scheme_code", "period_label", "sealed_at", "sealed_by", "digest"]
        rows = [[*(one[name] for name in columns), _state(one, faults)] for one in records]
        print_table([*(name.replace("_", " ") for name in columns), ""], rows)
    for subject, message in faults.items():
        complain(f"{subject}: {message}")
    if faults:
        raise typer.Exit(1)


def _state(record: dict[str, str], faults: dict[str, str]) -> str:
    return faults.get(f"{record['scheme_code']}/{record['period_label']}", "unchanged")


def _line(row: dict[str, Any]) -> list[Any]:
    """One place as `rank` prints it."""
    if row["rank"] is None:
        return [None, row["area_name"], None, None, None, row["previous_rank"], row["note"], None]
    return [
        row["rank"],
        row["area_name"],
        row["total"],
        f"{row['total_low']:.1f}–{row['total_high']:.1f}",
        f"{row['rank_best']}–{row['rank_worst']}",
        row["previous_rank"],
        row["change_reason"],
        None if row["card"] == "none" else row["card"],
    ]
