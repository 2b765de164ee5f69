"""Run dbt on a new file, audit it, publish it as a version; history and rollback."""

from warehouse.build.builder import BuildFailedError, build
from warehouse.versions import (
    BuilderBusyError,
    NoSuchVersionError,
    Version,
    current,
    rollback,
    versions,
)

__all__ = [
    "BuildFailedError",
    "BuilderBusyError",
    "NoSuchVersionError",
    "Version",
    "build",
    "current",
    "rollback",
    "versions",
]
