"""`yiping verify`: the numbers of a week, counted a second time. Mounted by `warehouse.cli`."""

from __future__ import annotations

import random
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from warehouse.periods import Period, PeriodError, parse_period
from warehouse.settings import settings
from warehouse.terminal import complain, print_json, print_table

if TYPE_CHECKING:
    from warehouse.verify import Verification

app = typer.Typer()


def _as_week(text: str) -> Period:
    try:
        period = parse_period(text)
    except PeriodError as error:
        raise typer.BadParameter(str(error)) from None
    if period.kind != "week":
        raise typer.BadParameter(f"{text!r} is not a week; write 2026-W46.")
    return period


@app.command()
def verify(
    week: Annotated[
        Any,
        typer.Option(parser=_as_week, metavar="WEEK", help="2026-W46; by chance, unless given."),
    ] = None,
    seed: Annotated[int | None, typer.Option(help="Chooses the week; told if not given.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Count a week, its days, month, quarter, half and year again from the raw rows; compare."""
    from warehouse.read.connection import whole_site  # noqa: PLC0415
    from warehouse.verify import random_week, verify  # noqa: PLC0415

    scope = whole_site()
    if week is None and seed is None:
        seed = random.randrange(10_000)  # noqa: S311 - a sample, no secret
    found = verify(settings(), scope, [week or random_week(scope, seed)])
    if as_json:
        print_json({**asdict(found), "seed": seed, "agrees": found.agrees})
    else:
        _tell(found, f" (seed {seed})" if week is None else "")
    if not found.agrees:
        raise typer.Exit(1)


def _tell(found: Verification, chosen: str) -> None:
    of_what = (
        f"{found.values:,} values of {found.indicators} indicators at {found.places:,} places "
        f"in {', '.join(found.weeks)}{chosen}"
    )
    if found.without_formula:
        complain(f"no independent formula for {', '.join(found.without_formula)}")
    if not found.differing:
        typer.echo(f"{of_what}: recounted from the raw rows, all agree; {found.seconds:.1f} s")
        return
    rows = [
        [
            *(one.indicator_code, one.area_code, one.period_type, f"{one.period_start}"),
            *(_numbers(side) for side in (one.served, one.recounted)),
        ]
        for one in found.differences
    ]
    columns = ["indicator", "place", "period", "from", "served", "recounted"]
    print_table(columns, rows)
    counts = ", ".join(f"{code} {number:,}" for code, number in found.differing.items())
    complain(f"{of_what} recounted in {found.seconds:.1f} s, these differ: {counts}")


def _numbers(side: dict[str, float | None]) -> str:
    """`value = numerator / denominator`, as far as there are any."""
    value, above, below = (
        "—" if side[name] is None else f"{side[name]:.10g}"
        for name in ("value", "numerator", "denominator")
    )
    return f"{value} = {above} / {below}"
