"""One module per format: a report in, a file out."""
