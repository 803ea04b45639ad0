"""Kiosque: the log of a village space, kept on its own PC and shared when the line is there."""

BUILT_AT = 1_795_392_000
"""23 November 2026, UTC seconds: moved at each release. A clock that says less is wrong."""
