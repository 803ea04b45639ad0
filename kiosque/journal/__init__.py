"""The append-only log of entries and what follows from it: pure."""
