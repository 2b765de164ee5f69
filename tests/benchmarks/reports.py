"""The benchmark of reports: how long a week's full set takes, and the sets of all streets.

    make bench-reports        or   python -m tests.benchmarks.reports --period 2026-W46

Of the served version: the set of the top place, written once to warm up and then `--times` times
(the shares of composing and of every format are told), then the sets of the places right below,
one after the other and in parallel. Run it on a machine with nothing else to do.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from warehouse.cli_places import root_area
from warehouse.periods import Period, parse_period
from warehouse.read import data, places
from warehouse.read.connection import whole_site
from warehouse.report.batch import Job, each_child, make_all
from warehouse.report.calendar import newest_ended
from warehouse.report.compose import compose
from warehouse.report.kinds import KINDS
from warehouse.report.make import WRITERS
from warehouse.report.template_files import template_of
from warehouse.settings import settings

#: A set of four files must be there before the one who asked looks elsewhere.
GOAL_SECONDS = 10.0


def main() -> int:
    """Measure, print, and say whether the goal is met."""
    asked = _arguments()
    period = parse_period(asked.period) if asked.period else _newest()
    with tempfile.TemporaryDirectory() as folder:
        told = {"period": period.label, "cores": os.cpu_count(), "load": os.getloadavg()[0]}
        told |= _one_set(period, Path(folder), asked.times)
        told |= _batch(period, Path(folder))
    for name, value in told.items():
        print(f"{name:28}{value:>12.2f}" if isinstance(value, float) else f"{name:28}{value:>12}")
    if asked.json:
        asked.json.write_text(json.dumps(told, ensure_ascii=False, indent=1))
    is_good = told["set_s"] <= GOAL_SECONDS
    print(f"goal of {GOAL_SECONDS:g} s for a set {'met' if is_good else 'MISSED'}")
    return 0 if is_good else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--period", help="a week such as 2026-W46; the newest that has ended")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--json", type=Path, help="write the figures there too")
    return parser.parse_args()


def _newest() -> Period:
    return newest_ended("week", data.totals(whole_site())["as_of"])


def _one_set(period: Period, folder: Path, times: int) -> dict[str, Any]:
    """Seconds of composing and of each format; medians after one warm-up, which is told too."""
    kind, template = KINDS["weekly"], template_of(settings(), KINDS["weekly"])
    steps: dict[str, Callable[[], Any]] = {
        "compose_s": lambda: compose(
            whole_site(), kind, root_area(), period.start, template=template
        )
    }
    report, first = _timed(steps["compose_s"])
    for name, write in WRITERS.items():
        path = folder / f"bench.{name}"
        steps[f"{name}_s"] = lambda write=write, path=path: write(report, path)  # type: ignore[misc]
    first += sum(_timed(step)[1] for name, step in steps.items() if name != "compose_s")
    told: dict[str, Any] = {"numbers": len(report.figures), "first_set_s": first}
    for name, step in steps.items():
        told[name] = median(_timed(step)[1] for _ in range(times))
    sizes = {f"{name}_kb": (folder / f"bench.{name}").stat().st_size / 1024 for name in WRITERS}
    return told | {"set_s": sum(told[name] for name in steps)} | sizes


def _batch(period: Period, folder: Path) -> dict[str, Any]:
    """Seconds of the sets of all places right below, in parallel workers."""
    scope, area = whole_site(), root_area()
    job = Job(
        scope=scope,
        kind=KINDS["weekly"],
        area_code=area,
        area_name=places.path(scope, area)["area_name"][-1],
        period=period,
        formats=tuple(WRITERS),
        out=folder / "batch",
    )
    made, seconds = _timed(lambda: list(make_all(each_child(job))))
    failed = [set_.error for set_ in made if set_.error]
    if failed:
        raise SystemExit(f"{len(failed)} sets failed: {failed[0]}")
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "batch_units": len(made),
        "batch_s": seconds,
        "batch_cpu_s": children.ru_utime + children.ru_stime,
        "batch_mb_of_a_worker": children.ru_maxrss / 1024,
    }


def _timed(step: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    result = step()
    return result, time.perf_counter() - start


if __name__ == "__main__":
    raise SystemExit(main())
