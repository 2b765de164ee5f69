"""Reports of the hand city, written to be checked."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tests.warehouse.report.editions.conftest import city, own_city
from warehouse.access.scope import Scope
from warehouse.read.connection import whole_site
from warehouse.report.check.files import Verdict, check_file
from warehouse.report.check.identity import origin_of
from warehouse.report.kinds import KINDS
from warehouse.report.make import WRITERS, make
from warehouse.report.template import Template
from warehouse.settings import settings

__all__ = ["city", "own_city"]

DISTRICT, STREET, COMMUNITY = "990199000000", "990199001000", "990199001001"
# A week with a legal holiday (清明节), and the longer periods that hold it.
STARTS = {
    "week": date(2026, 3, 30),
    "month": date(2026, 3, 1),
    "quarter": date(2026, 1, 1),
    "half": date(2026, 1, 1),
    "year": date(2026, 1, 1),
}


def files(
    out: Path,
    kind: str = "weekly",
    area: str = DISTRICT,
    start: date | None = None,
    *,
    scope: Scope | None = None,
    formats: Sequence[str] = tuple(WRITERS),
) -> list[Path]:
    """A report in every format."""
    return make(
        scope or whole_site(),
        kind=KINDS[kind],
        area_code=area,
        period_start=start or STARTS[KINDS[kind].period_type],
        formats=formats,
        out=out,
        template=Template(),
    )


def file(out: Path, form: str, kind: str = "weekly") -> Path:
    """A report of the district in one format."""
    (path,) = files(out, kind, formats=[form])
    return path


def verdict(path: Path) -> Verdict:
    """What the check says of it."""
    return check_file(settings(), origin_of(settings(), path), path)
