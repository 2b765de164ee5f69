"""Who got what: a list beside the files for people, and a log for the audit.

    <out>/发放清单.csv                      the sets of one run, opens in a spreadsheet
    <var>/audit/reports-2026-11.jsonl      every set and every delivery, only ever added to

Addresses of persons stand in neither: the log has them masked.
"""

from __future__ import annotations

import csv
import getpass
import io
import socket
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from warehouse.json_lines import append
from warehouse.report.batch import CannotWriteError, Made
from warehouse.settings import Settings
from warehouse.versions import sync

LIST_NAME = "发放清单.csv"
KEPT_MONTHS = 36
_NAME = "reports-{:%Y-%m}.jsonl"
_HEADS = (
    "单位",
    "编码",
    "报告",
    "文件",
    "字节",
    "SHA-256",
    "可见范围",
    "数据版本",
    "生成时间",
    "说明",
)


def write_list(out: Path, sets: Sequence[Made], at: datetime) -> Path:
    """Write the list of a run, one row a file; a set that failed has a row that says why.

    Args:
        out: The folder of the run.
        sets: In the order of the list.
        at: When they were made, on the site's clock.

    Raises:
        CannotWriteError: The list before it stays.
    """
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(_HEADS)
    for made in sets:
        rows.writerows(_rows(made, out, at))
    path, hidden = out / LIST_NAME, out / f".{LIST_NAME}.part"
    # The mark at the beginning tells a spreadsheet that it is UTF-8.
    out.mkdir(parents=True, exist_ok=True)
    try:
        hidden.write_bytes(text.getvalue().encode("utf-8-sig"))
        sync(hidden)
        return hidden.replace(path)
    except OSError as error:
        hidden.unlink(missing_ok=True)
        raise CannotWriteError(f"{path}: {error.strerror}") from error


def log_sets(site: Settings, sets: Sequence[Made], *, at: datetime, how: str) -> None:
    """Add the sets to the log.

    Args:
        site: Whose log.
        sets: Made or failed.
        at: When, on the site's clock.
        how: `command line` or `schedule`.
    """
    _log(site, at, [_told(made) | {"what": "made", "how": how} for made in sets])


def log_delivery(site: Settings, told: dict[str, Any], *, at: datetime) -> None:
    """Add a delivery, or one that failed, to the log; `told` names no address."""
    _log(site, at, [told | {"what": "delivered"}])


def _log(site: Settings, at: datetime, documents: Sequence[dict[str, Any]]) -> None:
    folder = site.var / "audit"
    who = f"{getpass.getuser()}@{socket.gethostname()}"
    append(folder / _NAME.format(at), [{"at": at, "who": who, **told} for told in documents])
    for old in sorted(folder.glob("reports-*.jsonl"))[:-KEPT_MONTHS]:
        old.unlink()


def _rows(made: Made, out: Path, at: datetime) -> list[list[object]]:
    job = made.job
    unit = [job.area_name, job.area_code, f"{job.kind.noun} {job.period.label}"]
    seen = "全域" if job.scope.area_code is None else f"{job.scope.area_code}及其下级"
    built = [seen, job.scope.version, f"{at:%Y-%m-%d %H:%M:%S}"]
    if made.error:
        return [[*unit, "", "", "", *built, f"未生成：{made.error}"]]
    return [
        [*unit, str(file.path.relative_to(out)), file.size_bytes, file.sha256, *built, ""]
        for file in made.files
    ]


def _told(made: Made) -> dict[str, Any]:
    job = made.job
    return {
        "report": job.kind.name,
        "area_code": job.area_code,
        "area_name": job.area_name,
        "period": job.period.label,
        "scope": job.scope.area_code,
        "version": job.scope.version,
        "files": [
            {"name": file.path.name, "bytes": file.size_bytes, "sha256": file.sha256}
            for file in made.files
        ],
        "error": made.error or None,
    }
