"""A build killed at any moment leaves the served version, and the next build succeeds."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from warehouse.access.scope import Scope
from warehouse.build import build
from warehouse.read.connection import current_version, fetch
from warehouse.settings import ROOT, Settings

# Runs a build that kills itself just before, or just after, one of its own steps.
CHILD = """
import os, signal, sys
from pathlib import Path
from warehouse import versions
from warehouse.build import builder
from warehouse.settings import settings

moment, name = sys.argv[2].split(" ")
module = versions if hasattr(versions, name) and name == "sync" else builder
step = getattr(module, name)

def killed(*args, **kwargs):
    if moment == "after":
        step(*args, **kwargs)
    os.kill(os.getpid(), signal.SIGKILL)

setattr(module, name, killed)
builder.build(settings(), project=Path(sys.argv[1]))
"""
# Step before or after which the build dies, and whether the new version is served by then.
MOMENTS = [
    ("before run_dbt", False),
    ("after run_dbt", False),
    ("after _seal", False),
    ("after _write_record", False),
    ("before point_at", False),
    ("before sync", False),  # inside point_at: the new pointer is written, but not in place
    ("after point_at", True),
]


@pytest.mark.parametrize(("moment", "is_new"), MOMENTS)
def test_a_killed_build_harms_nothing(site: Settings, project: Path, moment: str, is_new: bool):
    served = build(site, project=project).build_id

    died = _run(project, moment)

    assert died == -signal.SIGKILL
    assert (current_version() != served) is is_new
    assert _reads(current_version())
    assert build(site, project=project).build_id == current_version()
    assert _reads(current_version())
    assert not list(site.versions.glob("*.tmp"))


@pytest.mark.parametrize("seconds", [0.4, 1.2])
def test_a_build_killed_while_models_run_harms_nothing(
    site: Settings, project: Path, seconds: float
):
    served = build(site, project=project).build_id
    numbers = project / "models" / "numbers.sql"
    quick = numbers.read_text()
    slow = "(select count(*) from range(300000000) as a, range(1000) as b where a.range < b.range)"
    numbers.write_text(quick.replace("42", slow))
    child = subprocess.Popen(
        [sys.executable, "-c", "from warehouse.build import build\n"
         "from warehouse.settings import settings\nfrom pathlib import Path\nimport sys\n"
         "build(settings(), project=Path(sys.argv[1]))", str(project)],
        cwd=ROOT,
    )  # fmt: skip
    _wait_for(site.versions, "*.tmp/warehouse.duckdb")
    time.sleep(seconds)

    child.kill()
    child.wait()

    assert current_version() == served
    assert _reads(served)
    numbers.write_text(quick)
    assert _reads(build(site, project=project).build_id)


def _run(project: Path, moment: str) -> int:
    return subprocess.run(
        [sys.executable, "-c", CHILD, str(project), moment], cwd=ROOT, check=False
    ).returncode


def _reads(version: str) -> bool:
    return fetch(Scope(version), "select answer from marts.numbers").item() == 42


def _wait_for(folder: Path, pattern: str) -> None:
    for _ in range(600):
        if list(folder.glob(pattern)):
            return
        time.sleep(0.05)
    raise AssertionError(f"{pattern} did not appear in {folder}")
