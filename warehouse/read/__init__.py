"""Typed reads of the published warehouse: a `Scope` in, a Polars frame out."""
