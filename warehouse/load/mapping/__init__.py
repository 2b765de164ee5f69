"""Mappings: exports that do not look like the contract, described in `<var>/sources.toml`."""

from warehouse.load.mapping.apply import MappedSource
from warehouse.load.mapping.model import BadMappingError, Mapping, read_mappings

__all__ = ["BadMappingError", "MappedSource", "Mapping", "read_mappings"]
