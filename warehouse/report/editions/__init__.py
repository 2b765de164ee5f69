"""Sealed editions: a report made final stays as it was issued, and what changed since is told.

    <var>/editions/<kind>/<area_code>/<period>/<n>/
      示例区…周报.docx, .xlsx, .pptx, .pdf      as they were handed out
      numbers.parquet                         every figure of the report (`numbers`)
      entries.parquet                         what its indicators counted, as hashed keys (`moves`)
      edition.json                            who, when, from what, hashes, one digest over all

`sealing` writes them, `shelf` finds them, `proof` tells whether a byte changed, `corrections` what
later data made of their numbers and why, `differences` what sets two of them apart.
"""

from warehouse.report.editions.corrections import (
    Correction,
    corrections,
    corrections_against,
    corrections_of,
)
from warehouse.report.editions.differences import differences
from warehouse.report.editions.figures import numbers_of
from warehouse.report.editions.final import make_final
from warehouse.report.editions.lookup import said_under, sealed_as
from warehouse.report.editions.proof import EditionFaultError, faults, faults_of, fetch, numbers
from warehouse.report.editions.sealing import CannotSealError, Issue, seal
from warehouse.report.editions.shelf import (
    NoSuchEditionError,
    Report,
    Sealed,
    SealedFile,
    editions,
    find,
    newest,
    next_number,
)

__all__ = [
    "CannotSealError",
    "Correction",
    "EditionFaultError",
    "Issue",
    "NoSuchEditionError",
    "Report",
    "Sealed",
    "SealedFile",
    "corrections",
    "corrections_against",
    "corrections_of",
    "differences",
    "editions",
    "faults",
    "faults_of",
    "fetch",
    "find",
    "make_final",
    "newest",
    "next_number",
    "numbers",
    "numbers_of",
    "said_under",
    "seal",
    "sealed_as",
]
