"""The verb about templates of reports: `yiping report template weekly`."""

from __future__ import annotations

from typing import Annotated

import typer

from warehouse.settings import settings
from warehouse.terminal import say


def template(
    kind: Annotated[str, typer.Argument(help="weekly, monthly, quarterly, half-yearly or annual.")],
    check: Annotated[
        bool, typer.Option("--check", help="Read the site's own template instead.")
    ] = False,
) -> None:
    """Print the template of a report with what every line means, to begin one's own with."""
    from warehouse.report.kinds import KINDS  # noqa: PLC0415
    from warehouse.report.template_example import example  # noqa: PLC0415
    from warehouse.report.template_files import (  # noqa: PLC0415
        template_hash,
        template_of,
        template_path,
    )

    if kind not in KINDS:
        raise typer.BadParameter(f"There is no report {kind}; there are {', '.join(KINDS)}.")
    if not check:
        typer.echo(example(KINDS[kind]), nl=False)
        return
    path = template_path(settings(), KINDS[kind])
    read = template_of(settings(), KINDS[kind])
    found = "" if path.exists() else " (not there: the template of the product holds)"
    say(f"{path}{found}: good, {template_hash(read)}")
