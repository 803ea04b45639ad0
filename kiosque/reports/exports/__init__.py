"""Files that other software reads: one module a format."""
