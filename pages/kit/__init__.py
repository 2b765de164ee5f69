"""What every page is made of: theme, frame, tables, charts, the trace dialog."""
