"""By which state of the program a report was made."""

from pathlib import Path

import pytest

from warehouse.report import made_by


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A program of three files, in which reports stand beside what they are made with."""
    for name in ("rounding.py", "report/words.py", "report/check/judge.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("1")
    monkeypatch.setattr(made_by, "__file__", str(tmp_path / "report" / "made_by.py"))
    made_by._program.cache_clear()
    yield tmp_path
    made_by._program.cache_clear()


@pytest.mark.parametrize(
    ("changed", "is_another"),
    [("rounding.py", True), ("report/words.py", True), ("report/check/judge.py", False)],
)
def test_what_a_report_says_depends_on_all_but_the_check(
    package: Path, changed: str, *, is_another: bool
):
    before = made_by._program()
    (package / changed).write_text("2")
    made_by._program.cache_clear()

    assert (made_by._program() != before) is is_another
