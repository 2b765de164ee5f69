"""Documents for the regular meetings, written from the marts."""

from warehouse.report.weekly import UnknownFormatError, weekly
from warehouse.report.weekly_brief import NoSuchReportError

__all__ = ["NoSuchReportError", "UnknownFormatError", "weekly"]
