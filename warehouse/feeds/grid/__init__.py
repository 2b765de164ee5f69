"""The grid: events, their log and call-backs; the hotline, visits, records and self-government."""
