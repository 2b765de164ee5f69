"""From landing folder to raw lake: read, map, validate, quarantine, append."""
