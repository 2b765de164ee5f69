"""Panels of the page 指标体系: the list of the catalogue, and all about one indicator."""

from pages.kit.indicators.bar import Asked, indicator_bar
from pages.kit.indicators.detail import indicator_detail
from pages.kit.indicators.rows import catalogue_list, catalogue_rows

__all__ = ["Asked", "catalogue_list", "catalogue_rows", "indicator_bar", "indicator_detail"]
