"""Load: read what upstream systems hand over, refuse bad rows in words, append to the raw lake.

The only package that writes the raw lake.
"""

from warehouse.load.lake import ensure_lake, load_log, raw_rows
from warehouse.load.loader import load
from warehouse.load.mapping.check import check_sources
from warehouse.load.quarantine import quarantined
from warehouse.load.report import LoadReport

__all__ = [
    "LoadReport",
    "check_sources",
    "ensure_lake",
    "load",
    "load_log",
    "quarantined",
    "raw_rows",
]
