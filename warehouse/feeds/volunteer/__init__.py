"""Volunteers and their teams."""
