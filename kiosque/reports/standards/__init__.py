"""Files by the standards of others: one module a standard."""
