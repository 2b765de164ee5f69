"""Names of files and folders from titles and names of places, which may hold any sign."""

from __future__ import annotations

#: Bytes of a name at most. A disk takes 255; period, ending and what hides a part need the rest.
LONGEST = 200


def allowed(name: str) -> str:
    """A name without what no system has in names of files, cut where it is too long."""
    kept = "".join("_" if sign in '/\\:*?"<>|' else sign for sign in name)
    return kept.encode()[:LONGEST].decode(errors="ignore").strip(" .") or "_"
