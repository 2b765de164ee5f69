"""The grid: events, their log, call-backs."""
