"""What a version was made from: the code, the settings, the day and the raw lake.

Two builds with the same inputs give the same numbers, so the second need not run.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from warehouse.build.dbt_run import site_vars
from warehouse.settings import ROOT, Settings

_PARTS = (".sql", ".py", ".yml", ".csv", ".md")


def inputs_of(site: Settings, project: Path, as_of: datetime) -> dict[str, str]:
    """Fingerprints of everything that the numbers depend on, and the day of the data cut."""
    return {
        "models": _models(project),
        "settings": _digest([json.dumps(site_vars(site), sort_keys=True).encode()]),
        "lake": stamp_of([site.raw, site.quarantine, site.seals]),
        "schemes": stamp_of([site.schemes]) if site.schemes.exists() else "",
        "day": f"{as_of:%Y-%m-%d}",
    }


def stamp_of(places: Iterable[Path]) -> str:
    """Fingerprint of the names, sizes and times of change of files, or all files of folders."""
    lines = []
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and not path.name.startswith("."):
                facts = path.stat()
                lines.append(f"{path}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    return _digest(lines)


def commit() -> str | None:
    """The git commit of the code; None outside a checkout."""
    try:
        found = subprocess.run(
            ["git", "-C", str(ROOT), "rev-parse", "--short=12", "HEAD"],  # noqa: S607
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None  # installed from an archive, or no git on this machine
    return found.stdout.strip()


def _models(project: Path) -> str:
    made = {project / "target", project / "logs"}
    paths = [
        path
        for path in sorted(project.rglob("*"))
        if path.suffix in _PARTS and made.isdisjoint(path.parents)
    ]
    return _digest(
        part
        for path in paths
        for part in (str(path.relative_to(project)).encode(), path.read_bytes())
    )


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()[:12]
