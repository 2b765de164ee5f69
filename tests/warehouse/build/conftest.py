import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from warehouse.settings import TRANSFORM_DIR, Settings, settings

PROJECT = """
name: tiny
version: "1.0"
profile: yiping
models:
  tiny: {+materialized: table, +schema: marts}
"""
NUMBERS = """
select 42 as answer, '{{ var("build_id") }}' as build_id, timestamp '{{ var("as_of") }}' as as_of
"""
TESTS = """
models:
  - name: numbers
    columns:
      - name: answer
        data_tests: [not_null]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A dbt project of one table and one test; it builds in a second."""
    folder = tmp_path / "project"
    (folder / "models").mkdir(parents=True)
    (folder / "macros").mkdir()
    (folder / "dbt_project.yml").write_text(PROJECT)
    (folder / "models" / "numbers.sql").write_text(NUMBERS)
    (folder / "models" / "_models.yml").write_text(TESTS)
    shutil.copy(TRANSFORM_DIR / "profiles.yml", folder)
    shutil.copy(TRANSFORM_DIR / "macros" / "generate_schema_name.sql", folder / "macros")
    return folder


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """A site without feeds, which is also the one that readers see."""
    monkeypatch.setenv("YIPING_VAR", str(tmp_path / "var"))
    settings.cache_clear()
    yield settings()
    settings.cache_clear()


def spoil(project: Path) -> None:
    """Make the project's only test fail."""
    path = project / "models" / "numbers.sql"
    path.write_text(NUMBERS.replace("42", "null::integer"))
