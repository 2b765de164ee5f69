"""A warehouse seen through one place: nothing of other places can be read through it.

An instance may be started for one street only (`reader_area` in the settings). Its reads go to
an empty database in memory with views of the published tables, each narrowed to that place and
what is below it. A table that knows no place has no view, so that asking for it is refused:
what is told about the whole site stays closed, whichever page asks.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

#: Names and rules that say nothing about any place; whole schemas end in a dot.
OPEN = frozenset(
    {
        *("reference.", "indicators.periods"),
        *("core.dim_areas", "core.dim_dates", "core.dim_departments", "core.dim_levels"),
        *("core.dim_matters", "core.row_sources", "core.bridge_area_ancestors"),
        *("marts.mart_data_freshness", "marts.mart_event_choices", "marts.mart_overview_site"),
        *("marts.mart_catalogue_indicators", "marts.mart_report_history"),
    }
)
# Lines of time know their record, and through its list the place.
_KEYS = ("record_id", "event_id", "task_id")
_RETOLD = {
    # The place is the top of all that is shown.
    "marts.mart_event_areas": "* replace (area_code = $area as is_root)",
    "marts.mart_event_cut": """* replace (
        $area as root_area_code,
        (select area_name from warehouse.core.dim_areas where area_code = $area limit 1)
            as root_area_name
    )""",
    # The rules are everybody's; how often they spoke is counted again.
    "marts.mart_alert_rules": """* replace (
        (
            select count(*)
            from warehouse.marts.mart_alert_list as listed
            where listed.alert_code = mart_alert_rules.alert_code
                and listed.area_code in (select area_code from main.readable)
        ) as alert_count
    )""",
}


class NotPermittedError(Exception):
    """What was asked for is told about the whole site, or about a place outside the reader's."""


def narrowed(file: Path, area_code: str) -> duckdb.DuckDBPyConnection:
    """Open a published version as the readers of one place see it.

    Args:
        file: The version's DuckDB file.
        area_code: The place; with everything below it.
    """
    connection = duckdb.connect(":memory:")
    connection.execute("set enable_progress_bar = false")
    # Under the name of the file, by which its own views call its tables.
    connection.execute(f"attach {_text(str(file))} as warehouse (read_only)")
    connection.execute(
        """
        create table readable as
        select area_code from warehouse.core.bridge_area_ancestors where ancestor_code = $area
        """,
        {"area": area_code},
    )
    tables = connection.execute(
        """
        select schema_name || '.' || table_name as name, list(column_name) as columns
        from duckdb_columns()
        where database_name = 'warehouse' and not internal
        group by all
        """
    ).fetchall()
    columns = {name: set(listed) for name, listed in tables}
    for schema in sorted({name.partition(".")[0] for name in columns}):
        connection.execute(f'create schema if not exists "{schema}"')
    for name in columns:
        if view := _view(name, columns):
            connection.execute(f"create view {name} as {view.replace('$area', _text(area_code))}")
    return connection


def _view(name: str, columns: dict[str, set[str]]) -> str | None:
    """The query behind a table's view; None for a table that stays closed."""
    if name in _RETOLD:
        return f"select {_RETOLD[name]} from warehouse.{name}"
    if name in OPEN or f"{name.partition('.')[0]}." in OPEN:
        return f"from warehouse.{name}"
    readable = "area_code in (select area_code from main.readable)"
    if "area_code" in columns[name]:
        return f"from warehouse.{name} where {readable}"
    above = name.removesuffix("_steps") + "_list"
    for key in _KEYS:
        if name.endswith("_steps") and key in columns[name] & columns.get(above, set()):
            known = f"select {key} from warehouse.{above} where {readable}"
            return f"from warehouse.{name} where {key} in ({known})"
    return None


def _text(value: str) -> str:
    """A value as an SQL literal: views take no parameters."""
    return "'" + value.replace("'", "''") + "'"
