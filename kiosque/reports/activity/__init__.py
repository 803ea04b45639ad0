"""The activity report of a period, for a funder: its contents, its paper, its annex, what is frozen of it."""
