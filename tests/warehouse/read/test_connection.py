"""The one way to open a published warehouse."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("place", ["None", "'990199001000'"])
def test_nothing_is_drawn_on_stdout_of_a_process_without_a_script(
    reads_hand_city: Path, place: str
):
    """There DuckDB would draw its progress, into the middle of what is printed as JSON."""
    asked = (
        "from warehouse.access.scope import Scope;"
        "from warehouse.read.connection import current_version, fetch;"
        f"scope = Scope(current_version(), {place});"
        "print(fetch(scope, \"select current_setting('enable_progress_bar')\").item())"
    )
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert told.stdout == "False\n"
