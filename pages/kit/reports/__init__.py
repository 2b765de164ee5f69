"""The page of the reports: choose, preview, hand out, make final, compare."""
