"""Audits of a built file that dbt cannot make: does everything that came in arrive?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from warehouse.build.dbt_run import DbtJob
from warehouse.settings import Settings


@dataclass(frozen=True)
class Finding:
    """One thing that an audit has to say.

    Attributes:
        check: Name of the audit.
        subject: Feed or table.
        status: `fail` stops the publication, `warn` does not.
        message: What is wrong, with the figures.
    """

    check: str
    subject: str
    status: str
    message: str


@dataclass
class Findings:
    """All findings, and the rows per feed that the audits counted."""

    all: list[Finding] = field(default_factory=list)
    feeds: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def failed(self) -> list[Finding]:
        """Those that stop the publication."""
        return [finding for finding in self.all if finding.status == "fail"]


def audit(site: Settings, job: DbtJob) -> Findings:
    """Count rows on their way from the lake to the facts."""
    return Findings()
