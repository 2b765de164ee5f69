"""The sample city: a seeded generator that writes feeds in the format of the contracts."""

from warehouse.sample.generate import generate

__all__ = ["generate"]
