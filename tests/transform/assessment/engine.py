"""The functions and models of the assessment by themselves, in a DuckDB of their own.

They need nothing of dbt but `ref` and the macros of their folder, so that a test can run them on
thousands of made-up rows.
"""

from functools import cache
from typing import Any

import duckdb
from jinja2 import Environment

from warehouse.settings import TRANSFORM_DIR


def engine() -> duckdb.DuckDBPyConnection:
    """A database with the functions of assessments and nothing else."""
    connection = duckdb.connect()
    connection.execute(_functions())
    return connection


def model(name: str) -> str:
    """The SQL of a model, with the tables of the same database as its inputs."""
    text = (TRANSFORM_DIR / "models" / "assessment" / f"{name}.sql").read_text(encoding="utf-8")
    return Environment(autoescape=False).from_string(text).render(ref=str)


def points(connection: duckdb.DuckDBPyConnection, item: dict[str, Any]) -> float | None:
    """What `assessment.item_points` gives an item: its arguments by name."""
    arguments = {"numerator": None, "peer_rank": None, "exposure": None} | item
    found = connection.execute(
        """
        select assessment.item_points(
            $formula_type, $params, $weight::double, $value::double,
            numerator := $numerator::double, peer_rank := $peer_rank::double,
            exposure := $exposure::double
        )
        """,
        arguments,
    ).fetchone()
    assert found is not None
    value: float | None = found[0]
    return value


@cache
def _functions() -> str:
    folder = TRANSFORM_DIR / "macros" / "assessment"
    macros = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.sql")))
    text = macros + "{{ assessment_functions() }}"
    return Environment(autoescape=False).from_string(text).render()
