"""Petitions (信访)."""
