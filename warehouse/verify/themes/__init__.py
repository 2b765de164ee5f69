"""The formulas by theme, written from the words of the catalogue."""
