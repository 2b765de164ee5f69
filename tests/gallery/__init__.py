"""Pictures of every page, taken by one command."""
