"""Pilots, projects, problems, goals."""
