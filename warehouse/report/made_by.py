"""What a report's files are made by: their template, and the state of this program."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from warehouse.report.template import Template
from warehouse.report.template_files import template_hash

_LENGTH = 8


def made_by(template: Template) -> str:
    """`4f1c20aa-93be07d1`: fingerprints of the template and of the program."""
    return f"{template_hash(template)[:_LENGTH]}-{_program()}"


@lru_cache(maxsize=1)
def _program() -> str:
    """Of the sources, because an update from the repository has no new number.

    All of the package: what a report says is also decided where values are read and rounded.
    """
    folder, digest = Path(__file__).parents[1], hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        # What reads files back has no part in what they say.
        if path.suffix in {".py", ".typ"} and folder / "report" / "check" not in path.parents:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:_LENGTH]
