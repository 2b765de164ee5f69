"""A load killed half-way through publishing leaves no half lake, and the next one succeeds."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from tests.warehouse.load.conftest import SmallSite
from warehouse.load import ensure_lake
from warehouse.settings import ROOT

#: A load whose process is killed at the nth rename.
DYING_LOAD = """
import os, pathlib, signal, sys
from warehouse.load import ensure_lake, load
from warehouse.settings import Settings
site = Settings(var=sys.argv[1])
ensure_lake(site)
rename, left = pathlib.Path.replace, [int(sys.argv[2])]
def replace(path, target):
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    return rename(path, target)
pathlib.Path.replace = replace
load(site)
"""


@pytest.mark.parametrize("renames", [0, 1, 2, 3])
def test_a_killed_load_leaves_no_half_lake(site: SmallSite, renames: int):
    site.put("base/departments/a.csv", "部门编码,部门名称\n1,甲\n,乙\n")
    site.put("volunteer/teams/a.csv", "team_id,area_code,kind,founded_on\nT1,990105,x,2020-01-01\n")
    command = [sys.executable, "-c", DYING_LOAD, str(site.settings.var), str(renames)]
    died = subprocess.run(command, cwd=ROOT, check=False)
    assert died.returncode == -signal.SIGKILL
    ensure_lake(site.settings)
    feeds = ("base/departments", "volunteer/teams")
    assert [site.lake(feed).height for feed in feeds] == [0, 0]
    assert site.refused().is_empty()
    assert site.load().accepted == 2
    assert [site.lake(feed).height for feed in feeds] == [1, 1]
