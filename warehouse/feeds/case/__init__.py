"""Disputes and cases."""
