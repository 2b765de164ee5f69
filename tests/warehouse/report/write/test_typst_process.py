"""The compiler works in a process of its own: what it remembers goes with it."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.warehouse.report.hand_report import hand_report
from warehouse.report.document import Edition
from warehouse.report.write.pdf import write_pdf
from warehouse.report.write.pdf_fonts import choose_fonts
from warehouse.report.write.typst_process import CompileError, compile_apart

MADE = datetime(2026, 11, 16, tzinfo=UTC)


def compiled(template: str) -> bytes:
    return compile_apart(template.encode(), "{}", choose_fonts(), standards=[], made=MADE)


def test_a_template_becomes_a_pdf():
    assert compiled("#sys.inputs.report").startswith(b"%PDF")


def test_a_mistake_in_a_template_is_told_in_the_words_of_the_compiler():
    with pytest.raises(CompileError, match="unknown variable: nothing"):
        compiled("#nothing")


def test_a_server_that_makes_reports_does_not_grow(tmp_path: Path):
    write_pdf(hand_report(), tmp_path / "first.pdf")
    before = memory()
    for number in range(2, 5):
        write_pdf(replace(hand_report(), edition=Edition(number)), tmp_path / f"{number}.pdf")

    # In this process each of them would stay, with 50 MB and more.
    assert memory() - before < 30


def memory() -> float:
    """What this process holds, in MB."""
    (kilobytes,) = re.findall(r"RssAnon:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(kilobytes) / 1000
