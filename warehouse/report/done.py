"""What has been made and delivered of the site's calendar: `<var>/reports/done.jsonl`.

    begun      from which period on a series counts; what was due before it was never missed
    made       a set lies in the folder, with the hashes of its files
    delivered  a set was handed over to one target
    passed     a set was not finished in time to be caught up; told once

A series is a report of a place in some formats, a set is a series in one period. The notes are
only added to, each as soon as it is true: what a crash comes before is done again.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from warehouse.frozen import sha256_of
from warehouse.json_lines import append, read
from warehouse.report.batch import Made
from warehouse.settings import Settings


class Done:
    """The notes of a site, read once and kept up with what is added here."""

    def __init__(self, site: Settings) -> None:
        self._folder = site.var / "reports"
        self._path = self._folder / "done.jsonl"
        self._since: dict[str, date] = {}
        self._made: dict[str, dict[str, Any]] = {}
        self._delivered: set[tuple[str, str]] = set()
        self._passed: set[str] = set()
        for note in read(self._path):
            self._take(note)

    def since(self, series: str) -> date | None:
        """First day of the first period that counts; None for a series never seen."""
        return self._since.get(series)

    def is_made(self, set_id: str) -> bool:
        """Whether a set was made; its files may have been taken away since."""
        return set_id in self._made

    def files(self, set_id: str) -> list[Path] | None:
        """The files of a set; None if it was not made, or they are not what was made."""
        note = self._made.get(set_id)
        if note is None:
            return None
        paths = [self._folder / file["path"] for file in note["files"]]
        for path, file in zip(paths, note["files"], strict=True):
            if not path.exists() or sha256_of(path) != file["sha256"]:
                return None
        return paths

    def version(self, set_id: str) -> str:
        """The build that a set was made from."""
        return str(self._made[set_id]["version"])

    def cut(self, set_id: str) -> datetime:
        """How far the data of that build reach."""
        return datetime.fromisoformat(self._made[set_id]["as_of"])

    def is_delivered(self, set_id: str, target: str) -> bool:
        """Whether a target has a set."""
        return (set_id, target) in self._delivered

    def is_passed(self, set_id: str) -> bool:
        """Whether it was told that a set is not caught up any more."""
        return set_id in self._passed

    def note_begun(self, series: str, first: date, at: datetime) -> None:
        """From here on periods of a series count."""
        self._add({"what": "begun", "series": series, "from": first.isoformat()}, at)

    def note_made(self, set_id: str, made: Made, cut: datetime, at: datetime) -> None:
        """A set lies in its folder."""
        files = [
            {"path": str(file.path.relative_to(self._folder)), "sha256": file.sha256}
            for file in made.files
        ]
        told = {"version": made.job.scope.version, "as_of": cut.isoformat(), "files": files}
        self._add({"what": "made", "set": set_id, **told}, at)

    def note_delivered(self, set_id: str, target: str, at: datetime) -> None:
        """A target has a set."""
        self._add({"what": "delivered", "set": set_id, "target": target}, at)

    def note_passed(self, set_id: str, at: datetime) -> None:
        """A set is not caught up any more."""
        self._add({"what": "passed", "set": set_id}, at)

    def _add(self, note: dict[str, Any], at: datetime) -> None:
        append(self._path, [note | {"at": at}])
        self._take(note)

    def _take(self, note: dict[str, Any]) -> None:
        match note["what"]:
            case "begun":
                self._since.setdefault(note["series"], date.fromisoformat(note["from"]))
            case "made":
                self._made[note["set"]] = note
            case "delivered":
                self._delivered.add((note["set"], note["target"]))
            case "passed":
                self._passed.add(note["set"])
