"""Read a report's files back and hold every number against the marts."""
