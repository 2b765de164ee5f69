"""The panels of a place's page: what it is, its indicators among peers, what it carries."""
