"""How much of each row of the reliability table is played: a slice with every suite, the rest by one command.

``KIOSQUE_TEST_SIZE`` says which: ``quick`` (the default, a slice that keeps the suite short), ``ci`` and ``full``.
``python -m tests.reliability`` plays the last two, row by row.
"""

import os

SIZE = "KIOSQUE_TEST_SIZE"
LEVELS = ("quick", "ci", "full")

KILLS = (12, 100, 3_000)
"""kill -9 at drawn moments of the counter's work, of a sync, of an enrolment."""
LIVES = (8, 500, 20_000)
"""Examples of the model, of 50 steps each."""
SOCKETS = (5, 20, 500)
"""Lines with losses, cuts and silences."""
STICKS = (60, 300, 20_000)
"""Damaged files."""
STRIDES = (8, 1, 1)
"""Of the steps at which a change of the key is killed, one in so many."""
EXAMPLES = (20, 200, 5_000)
"""Streams that are written and read back; journals that are taken in in any order."""
DRAWS = (40, 100, 2_000)
"""What any other property is tried on."""
CLOCKS = (20, 60, 2_000)
"""Schedules of clocks from 1970 to 2105."""
MESSAGES = (1_000, 5_000, 1_000_000)
"""Malformed batches, envelopes and replies."""


def size(row: tuple[int, int, int]) -> int:
    """Return how many times a row is played in this run."""
    return row[LEVELS.index(os.environ.get(SIZE, "quick"))]
