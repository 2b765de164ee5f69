"""The verbs of the sample place: `yiping up`, and `yiping sample`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from warehouse.periods import PeriodError, parse_moment
from warehouse.settings import settings
from warehouse.terminal import bar, print_json, print_table

app = typer.Typer()


def _as_moment(text: str) -> Any:
    try:
        return parse_moment(text)
    except PeriodError as error:
        raise typer.BadParameter(str(error)) from None


def _as_duration(text: str) -> Any:
    from warehouse.live import parse_duration  # noqa: PLC0415

    try:
        return parse_duration(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


Moment = Annotated[Any, typer.Option(parser=_as_moment, metavar="TIME")]
Host = Annotated[str, typer.Option(help="Address to serve on.")]
Port = Annotated[int, typer.Option(help="Port to serve on.")]
Profile = Annotated[
    str | None,
    typer.Option(
        metavar="PLACE",
        help="Which sample: district (unless another lies there), city, county or province.",
    ),
]
Live = Annotated[bool, typer.Option("--live", help="Keep writing what happens next.")]
Every = Annotated[
    Any,
    typer.Option(parser=_as_duration, metavar="TIME", help="Live: between two writings. [1m]"),
]
Speed = Annotated[
    float, typer.Option(min=0.01, help="Live: 60 lets an hour pass in a minute of ours.")
]
Lasts = Annotated[
    Any, typer.Option("--for", parser=_as_duration, metavar="TIME", help="Live: how long.")
]


@app.command()
def up(
    host: Host = "127.0.0.1",
    port: Port = 8501,
    profile: Profile = None,
    live: Live = False,
    every: Every = None,
    speed: Speed = 1.0,
    lasts: Lasts = None,
) -> None:
    """Sample feeds if there are none, load, build if anything is new, serve."""
    from warehouse import serve, up  # noqa: PLC0415

    serve.check_port(host, port)
    with bar() as progress:
        (up.prepare_living if live else up.prepare)(settings(), progress, profile)
    if live:
        up.live_up(settings(), _pace(every, speed, lasts), host=host, port=port)
    else:
        serve.serve(settings(), host=host, port=port)


@app.command()
def sample(
    profile: Profile = None,
    months: Annotated[int, typer.Option(min=1)] = 24,
    seed: int = 7,
    until: Moment = None,
    out: Annotated[Path | None, typer.Option(help="The landing folder unless given.")] = None,
    scale: Annotated[float, typer.Option(help="Share of the volumes.")] = 1.0,
    live: Live = False,
    every: Every = None,
    speed: Speed = 1.0,
    lasts: Lasts = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Write the feeds of a made-up place; real feeds are never overwritten.

    With --live the place that lies there goes on, or a new one does; `yiping watch` follows it.
    """
    from warehouse.live import live as let_live  # noqa: PLC0415
    from warehouse.live import stoppable  # noqa: PLC0415
    from warehouse.sample import generate  # noqa: PLC0415
    from warehouse.sample_note import (  # noqa: PLC0415
        LIVES_ON,
        has_feeds,
        wanted_profile,
        write_sample,
    )

    site = settings()
    if live and out is not None:
        raise typer.BadParameter("a place lives in the landing folder; leave out --out")
    place = profile or wanted_profile(site, None)
    shape: dict[str, Any] = {"months": months, "seed": seed, "scale": scale}
    end = until or site.now()
    rows: dict[str, int] = {}
    with bar() as progress:
        if out is not None:
            shape["horizon"] = end + LIVES_ON
            rows = generate(profile=place, until=end, out=out, progress=progress, **shape)
        elif wanted_profile(site, place) and not (live and has_feeds(site)):
            rows = write_sample(site, place, until=end, progress=progress, **shape)
    if as_json:
        print_json({"out": out or site.landing, "rows": rows})
    elif rows:
        print_table(["feed", "rows"], list(rows.items()))
    if live:
        with stoppable():
            let_live(site, _pace(every, speed, lasts))


def _pace(every: Any, speed: float, lasts: Any) -> Any:
    from warehouse.live import Pace  # noqa: PLC0415

    return Pace(every or Pace.every, speed, lasts)
