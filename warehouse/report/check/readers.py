"""How a file is read back, by its ending."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from warehouse.report.check.found import ReadBack
from warehouse.report.check.read_excel import read_excel
from warehouse.report.check.read_pdf import read_pdf
from warehouse.report.check.read_slides import read_slides
from warehouse.report.check.read_word import read_word

READERS: dict[str, Callable[[Path], ReadBack]] = {
    ".docx": read_word,
    ".xlsx": read_excel,
    ".pptx": read_slides,
    ".pdf": read_pdf,
}
