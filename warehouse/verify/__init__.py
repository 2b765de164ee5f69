"""Verify: the values of a week computed a second time, from the raw lake and without DuckDB.

The formulas in `themes` are written from the words of the catalogue, not from the models, so a
slip in either shows as a difference.
"""

from warehouse.verify.verification import (
    Difference,
    NothingToVerifyError,
    Verification,
    random_week,
    verify,
)

__all__ = ["Difference", "NothingToVerifyError", "Verification", "random_week", "verify"]
