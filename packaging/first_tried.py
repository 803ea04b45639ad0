"""What no password is made of: lists of passwords that leaked, kept as digests that tell whether one is in them.

    python packaging/first_tried.py ten_million_top_1M.txt french_passwords_top20000.txt

Whole passwords are kept where they are as long as ours have to be; of the commonest of any length, the letters: what is
put around them, a year or a sign, is tried next. Sources and licences are in ``kiosque/central/data/README.md``.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosque.central.passwords import FEWEST_IN_STEM, LONGEST, SHORTEST, TRIED, digest, letters

COMMONEST = 100_000
"""Lines of a list, the commonest first, of which the letters alone are kept too."""


def kept(passwords: Iterable[str]) -> Iterator[bytes]:
    """Give the digests of what is kept of one list, the commonest first."""
    for place, password in enumerate(passwords):
        if SHORTEST <= len(password) <= LONGEST:
            yield digest(password.casefold())
        stem = letters(password)
        if place < COMMONEST and len(stem) >= FEWEST_IN_STEM:
            yield digest(stem)


def main() -> None:
    """Write the digests of the lists that the command names."""
    lists = [Path(each).read_text(encoding="utf-8", errors="ignore").splitlines() for each in sys.argv[1:]]
    digests = {each for passwords in lists for each in kept(passwords)}
    TRIED.write_bytes(b"".join(sorted(digests)))
    print(len(digests), "digests,", [sum(len(each) >= SHORTEST for each in some) for some in lists], "long enough")


if __name__ == "__main__":
    main()
