"""The contracts of the feeds: one module per feed, one place for every column."""
