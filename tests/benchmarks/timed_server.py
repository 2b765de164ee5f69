"""The real server with a clock on every run of the script: one line of JSON per run.

    python -m tests.benchmarks.timed_server PORT LOG [--profile]

Measured in the thread that runs the script, from Streamlit's taking up the request to its last
message: `wall_ms`, and `cpu_ms` of that thread alone, which a busy machine does not stretch.
Within that: `reads` (what pages ask through `cached`), `queries` (what went on to DuckDB, by the
function that asked), and `sending_ms` (turning elements into messages and hashing them). What is
left is drawing. The browser's part is not in it.
"""

from __future__ import annotations

import cProfile
import json
import pstats
import runpy
import sys
import threading
import time
import weakref
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TextIO

from warehouse.serve import command
from warehouse.settings import ROOT

_SHOWN_FUNCTIONS = 30


class Run:
    """What one run of the script is seen to do."""

    def __init__(self) -> None:
        self.reads: dict[str, list[float]] = defaultdict(lambda: [0, 0.0])
        self.queries: dict[str, list[float]] = defaultdict(lambda: [0, 0.0])
        self.sending = 0.0
        self.messages = 0
        self.bytes = 0


_this_thread = threading.local()


def _note(table: str, name: str, seconds: float) -> None:
    run: Run | None = getattr(_this_thread, "run", None)
    if run is not None:
        entry = getattr(run, table)[name]
        entry[0] += 1
        entry[1] += seconds * 1000


def _clock_reads() -> None:
    """Put clocks on `fetch` and `cached` before any page has imported them."""
    from warehouse.read import connection  # noqa: PLC0415

    fetch = connection.fetch

    @wraps(fetch)
    def timed_fetch(*args: Any, **parameters: Any) -> Any:
        asker = sys._getframe(1)
        name = f"{asker.f_globals['__name__'].removeprefix('warehouse.')}.{asker.f_code.co_name}"
        began = time.perf_counter()
        try:
            return fetch(*args, **parameters)
        finally:
            _note("queries", name, time.perf_counter() - began)

    connection.fetch = timed_fetch

    from pages.kit import data  # noqa: PLC0415

    cached = data.cached

    def timed_cached(read: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        name = f"{read.__module__.removeprefix('warehouse.')}.{read.__name__}"
        began = time.perf_counter()
        try:
            return cached(read, *args, **kwargs)
        finally:
            _note("reads", name, time.perf_counter() - began)

    data.cached = timed_cached


def _clock_messages() -> None:
    from streamlit.runtime.scriptrunner_utils.script_run_context import (  # noqa: PLC0415
        ScriptRunContext,
    )

    enqueue = ScriptRunContext.enqueue

    def timed_enqueue(self: ScriptRunContext, message: Any) -> None:
        began = time.perf_counter()
        enqueue(self, message)
        took = time.perf_counter() - began
        run: Run | None = getattr(_this_thread, "run", None)
        if run is not None:
            run.sending += took * 1000
            run.messages += 1
            run.bytes += message.ByteSize()

    ScriptRunContext.enqueue = timed_enqueue  # type: ignore[method-assign]


def _clock_runs(log: TextIO, *, profiled: bool) -> None:
    from streamlit.runtime.scriptrunner.script_runner import ScriptRunner  # noqa: PLC0415

    run_script = ScriptRunner._run_script

    def timed_run(self: ScriptRunner, rerun_data: Any) -> None:
        run = _this_thread.run = Run()
        profile = cProfile.Profile(time.thread_time) if profiled else None
        cpu, wall = time.thread_time(), time.perf_counter()
        try:
            if profile:
                profile.runcall(run_script, self, rerun_data)
            else:
                run_script(self, rerun_data)
        finally:
            wall, cpu = time.perf_counter() - wall, time.thread_time() - cpu
            _this_thread.run = None
            line = {
                "session": self._session_id,
                "page": rerun_data.page_name,
                "query": rerun_data.query_string,
                "is_fragment": bool(rerun_data.fragment_id_queue),
                "wall_ms": wall * 1000,
                "cpu_ms": cpu * 1000,
                "reads": run.reads,
                "queries": run.queries,
                "sending_ms": run.sending,
                "messages": run.messages,
                "bytes": run.bytes,
                "functions": _functions(profile) if profile else [],
            }
            log.write(json.dumps(line) + "\n")
            log.flush()

    ScriptRunner._run_script = timed_run  # type: ignore[method-assign]


def _functions(profile: cProfile.Profile) -> list[tuple[str, int, float]]:
    """Our functions and the libraries' dearest: name, calls, milliseconds with what they call."""
    found = []
    for (file, line, name), (_, calls, own, whole, _) in pstats.Stats(profile).stats.items():
        is_ours = file.startswith(str(ROOT)) and ".venv" not in file
        cost = whole if is_ours else own
        where = Path(file).name if is_ours else f"({Path(file).parent.name}/{Path(file).name})"
        found.append((f"{where}:{line} {name}", calls, round(cost * 1000, 2)))
    return sorted(found, key=lambda entry: -entry[2])[:_SHOWN_FUNCTIONS]


def _count_sessions(path: Path) -> None:
    """Write down every second how many sessions are alive in this process."""
    from streamlit.runtime.app_session import AppSession  # noqa: PLC0415

    alive: weakref.WeakSet[AppSession] = weakref.WeakSet()
    begin = AppSession.__init__

    def counted(self: AppSession, *args: Any, **kwargs: Any) -> None:
        begin(self, *args, **kwargs)
        alive.add(self)

    AppSession.__init__ = counted  # type: ignore[method-assign]

    def write() -> None:
        while True:
            path.write_text(str(len(alive)))
            time.sleep(1)

    threading.Thread(target=write, daemon=True).start()


def main() -> None:
    """Serve, as `yiping serve` would."""
    port, log = int(sys.argv[1]), Path(sys.argv[2])
    _clock_reads()
    _clock_messages()
    _clock_runs(log.open("w"), profiled="--profile" in sys.argv)
    _count_sessions(log.with_suffix(".sessions"))
    _, _, module, *rest = command("127.0.0.1", port)
    sys.argv = [module, *rest, *sys.argv[3:]] if "--" in sys.argv else [module, *rest]
    runpy.run_module(module, run_name="__main__", alter_sys=False)


if __name__ == "__main__":
    main()
