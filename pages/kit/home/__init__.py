"""The panels of the desk's first page: what needs the reader today, each line a link."""
