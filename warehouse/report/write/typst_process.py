"""Compile a document in a process of its own, so that its memory is given back.

The compiler remembers what it did for its last ten documents, which of reports is more than a
gigabyte, and has no way to be told to forget. A server would keep that for as long as it runs.
Starting a process takes a tenth of a second.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

if TYPE_CHECKING:
    # The process needs nothing of this product.
    from warehouse.report.write.pdf_fonts import FontChoice

_NOT_COMPILED = 3


class CompileError(Exception):
    """The document cannot be compiled; the message is the compiler's."""


def compile_apart(
    template: bytes,
    report: str,
    fonts: FontChoice,
    *,
    standards: Sequence[str],
    made: datetime,
) -> bytes:
    """The PDF of a template.

    Args:
        template: In the compiler's language.
        report: What the template finds as `report`.
        fonts: Where fonts are searched.
        standards: Which of the PDF standards it must keep.
        made: Stands as the moment of making; with its time zone.

    Raises:
        CompileError: A mistake in the template, or a standard that cannot be kept.
    """
    told = {
        "template": template.decode(),
        "report": report,
        "folders": list(fonts.folders),
        "of_system": fonts.of_system,
        "standards": list(standards),
        "timestamp": int(made.timestamp()),
    }
    # -P: the modules beside this file must not pose as others'.
    done = subprocess.run(
        [sys.executable, "-P", str(Path(__file__).resolve())],
        input=json.dumps(told).encode(),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise CompileError(done.stderr.decode(errors="replace"))
    return done.stdout


def _compiled(told: dict[str, Any]) -> bytes:
    return typst.compile(
        told["template"].encode(),
        # What the template imports lies beside this file.
        root=str(Path(__file__).parent),
        font_paths=typst.Fonts(include_system_fonts=told["of_system"], font_paths=told["folders"]),
        format="pdf",
        sys_inputs={"report": told["report"]},
        pdf_standards=told["standards"],
        timestamp=told["timestamp"],
    )


if __name__ == "__main__":
    try:
        sys.stdout.buffer.write(_compiled(json.load(sys.stdin.buffer)))
    except typst.TypstError as error:
        print(error, file=sys.stderr)
        sys.exit(_NOT_COMPILED)
