"""How entries travel: their bytes, one round, the line, and when to try."""
