"""Registers: places, departments, matters, people in roles."""
