"""The sections of the reports, and which of them each kind has, in the order of print."""
