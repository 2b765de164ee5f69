"""The benchmark of page runs: how long the server works on every page, and on what.

    make bench        or   python -m tests.benchmarks.pages --page events --times 20 --profile

For every address a new session opens it once when nobody has asked for it in this version
(`first`), then `--times` times when the server remembers it (`median`, `p90`). The time is that
of the script run inside the real server (see `timed_server`), not that of the browser. Run it on
a machine with nothing else to do; `cpu` tells how far it was disturbed.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import numpy as np

from tests.benchmarks.addresses import Visit, visits
from tests.benchmarks.visitor import Visitor
from warehouse.settings import ROOT

GOAL_MS = 150.0
_SHOWN = 6

Run = dict[str, Any]


def main() -> int:
    """Measure, print, and say whether every page keeps to the goal."""
    asked = _arguments()
    measured = []
    with _server(profiled=asked.profile) as (port, log):
        _open_once(port, visits(asked.page))
        print(_HEADING)
        for visit in visits(asked.page):
            entry = _measure(visit, port, log, asked.times)
            measured.append(entry)
            print(_line(entry), flush=True)
            if asked.why or asked.profile or entry["median_ms"] > GOAL_MS:
                print(_reasons(entry), flush=True)
    if asked.json:
        asked.json.write_text(json.dumps(measured, ensure_ascii=False, indent=1))
    slow = [entry for entry in measured if entry["median_ms"] > GOAL_MS]
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    print(f"\n{len(measured)} addresses, {len(slow)} over {GOAL_MS:.0f} ms; load {load:.1f}")
    if load > cores + 1:
        print("this machine has other work: `cpu` says more than `median` (see docs/running.md)")
    return 1 if slow else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How long the server works on every page.")
    parser.add_argument("--page", action="append", default=[], help="only this page; repeatable")
    parser.add_argument("--times", type=int, default=15)
    parser.add_argument("--why", action="store_true", help="say of every address what it costs")
    parser.add_argument("--profile", action="store_true", help="name functions; slows the runs")
    parser.add_argument("--json", type=Path, help="write everything measured there")
    return parser.parse_args()


@contextmanager
def _server(*, profiled: bool) -> Iterator[tuple[int, Path]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        log = Path(scratch) / "runs.jsonl"
        words = [sys.executable, "-m", "tests.benchmarks.timed_server", str(port), str(log)]
        words += ["--profile"] if profiled else []
        server = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL)
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz", server)
            yield port, log
        finally:
            server.terminate()
            server.wait(timeout=30)


def wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    """Until the server answers there."""
    for _ in range(240):
        if server.poll() is not None:
            break
        try:
            with urlopen(url, timeout=2):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.25)
    raise SystemExit(f"{url} did not answer")


def _open_once(port: int, planned: list[Visit]) -> None:
    """Each page once at an address of no interest: what only the first reader pays is paid."""
    for page in dict.fromkeys(visit.page for visit in planned):
        with Visitor(port) as visitor:
            visitor.open(page, "period=yesterday")


def _measure(visit: Visit, port: int, log: Path, times: int) -> Run:
    runs: list[Run] = []
    for _ in range(times + 1):
        with Visitor(port) as visitor:
            answer = visitor.open(visit.page, visit.query)
        runs.append(_newest(log) | {"kilobytes": answer.kilobytes})
    first, warm = runs[0], runs[1:]
    wall = [run["wall_ms"] for run in warm]
    return {
        "page": visit.page,
        "what": visit.what,
        "query": visit.query,
        "first_ms": first["wall_ms"],
        "median_ms": median(wall),
        "p90_ms": float(np.quantile(wall, 0.9)),
        "cpu_ms": median(run["cpu_ms"] for run in warm),
        "reads_ms": median(_sum(run["reads"]) for run in warm),
        "sending_ms": median(run["sending_ms"] for run in warm),
        "kilobytes": warm[-1]["kilobytes"],
        "queries": first["queries"],
        "reads": warm[-1]["reads"],
        "functions": warm[-1]["functions"],
    }


def _newest(log: Path) -> Run:
    """The last run; it is written a moment after the page has been told that it is over."""
    size = getattr(_newest, "size", 0)
    for _ in range(200):
        if log.stat().st_size > size:
            break
        time.sleep(0.01)
    _newest.size = log.stat().st_size  # type: ignore[attr-defined]
    runs = [json.loads(line) for line in log.read_text().splitlines()]
    found: Run = next(run for run in reversed(runs) if not run["is_fragment"])
    return found


def _sum(reads: dict[str, list[float]]) -> float:
    return sum(milliseconds for _, milliseconds in reads.values())


_HEADING = (
    f"{'page':12} {'address':10} {'first':>7} {'median':>7} {'p90':>7} {'cpu':>7}"
    f" {'reads':>7} {'sending':>7} {'drawing':>7} {'kB':>6}"
)


def _line(entry: Run) -> str:
    drawing = max(entry["cpu_ms"] - entry["reads_ms"] - entry["sending_ms"], 0)
    numbers = [entry[f"{name}_ms"] for name in ("first", "median", "p90", "cpu", "reads")]
    cells = "".join(f" {number:7.0f}" for number in [*numbers, entry["sending_ms"], drawing])
    return f"{entry['page'] or 'home':12} {entry['what']:10}{cells} {entry['kilobytes']:6.0f}"


def _reasons(entry: Run) -> str:
    """The dearest queries of the first visit, the dearest reads and functions of the others."""
    lines = [f"    ?{entry['query']}"]
    for title, table in (("query", entry["queries"]), ("read", entry["reads"])):
        dearest = sorted(table.items(), key=lambda item: -item[1][1])[:_SHOWN]
        lines += [f"    {title:8} {ms:7.1f} ms {n:3.0f} x {name}" for name, (n, ms) in dearest]
    lines += [f"    function {ms:7.1f} ms {n:6.0f} x {name}" for name, n, ms in entry["functions"]]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
