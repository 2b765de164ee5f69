"""A copy of the hand city whose reports may be made final, and into which more may be loaded."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.warehouse.report.hand_report import hand_report
from warehouse.report.document import Document, Edition
from warehouse.settings import Settings, settings
from warehouse.trace_code import Number
from warehouse.versions import served_id


@pytest.fixture(scope="module")
def own_city(hand_city: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    folder = tmp_path_factory.mktemp("editions")
    shutil.copytree(hand_city.var, folder / "var")
    shutil.copytree(hand_city.landing, folder / "feeds")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("YIPING_VAR", str(folder / "var"))
        patch.setenv("YIPING_FEEDS", str(folder / "feeds"))
        settings.cache_clear()
        yield settings()
    settings.cache_clear()


@pytest.fixture
def city(own_city: Settings) -> Iterator[Settings]:
    """The copy without any edition."""
    shutil.rmtree(own_city.editions, ignore_errors=True)
    yield own_city
    shutil.rmtree(own_city.editions, ignore_errors=True)


def report_of(site: Settings, n: int = 1, week: date = date(2026, 11, 9)) -> Document:
    """The report made by hand, as the n-th edition, from the version that a site serves."""
    version = served_id(site)
    assert version is not None
    made = hand_report(final=True, listed=3)
    number = Number("RPT-01", made.number.area_code, "week", week)
    return replace(made, number=number, version=version, edition=Edition(n, is_final=True))


def files_in(folder: Path) -> list[Path]:
    """Two files that stand for what the writers make."""
    paths = [folder / "周报.docx", folder / "周报.pdf"]
    for path in paths:
        path.write_bytes(path.name.encode() * 100)
    return paths
