"""Office files for the meeting, made from the marts."""
