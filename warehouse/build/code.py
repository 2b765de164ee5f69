"""Which code made a version."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

from warehouse.settings import ROOT

_PARTS = (".sql", ".yml", ".csv", ".md")


def code_version(project: Path) -> dict[str, str | None]:
    """Git commit (None outside a checkout) and a fingerprint of the dbt project's files."""
    return {"commit": _commit(), "models": _fingerprint(project)}


def _fingerprint(project: Path) -> str:
    digest = hashlib.sha256()
    made = {project / "target", project / "logs"}
    for path in sorted(project.rglob("*")):
        if path.suffix in _PARTS and made.isdisjoint(path.parents):
            digest.update(str(path.relative_to(project)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _commit() -> str | None:
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
