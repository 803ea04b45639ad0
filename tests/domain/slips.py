"""Names drawn at random, and what fingers make of them."""

from random import Random

LETTERS = "abcehlnorç"
"""Few, so that names meet; among them those whose sound depends on their neighbours."""


def drawn_name(drawn: Random) -> str:
    """Return a name of one to three words, of lengths at which other rules begin too."""
    return " ".join(_word(drawn) for _ in range(drawn.choice((1, 1, 2, 2, 3))))


def slipped(drawn: Random, name: str) -> str:
    """Return a name as somebody wrote it: with slips, as one word, in another order, with one more."""
    words = [_slips(drawn, word) for word in name.split()]
    if drawn.random() < 0.2:
        words = ["".join(words)]
    if drawn.random() < 0.2:
        words.append(_word(drawn))
    drawn.shuffle(words)
    return " ".join(words)


def _word(drawn: Random) -> str:
    return "".join(drawn.choice(LETTERS) for _ in range(drawn.choice((1, 3, 4, 5, 7, 8, 9, 10, 12))))


def _slips(drawn: Random, word: str) -> str:
    letters = list(word)
    for _ in range(drawn.choice((0, 1, 1, 2))):
        place = drawn.randrange(len(letters) + 1)
        match drawn.randrange(4):
            case 0:
                letters.insert(place, drawn.choice(LETTERS))
            case 1:
                letters[place : place + 1] = []
            case 2:
                letters[place : place + 1] = [drawn.choice(LETTERS)]
            case _:
                letters[place : place + 2] = reversed(letters[place : place + 2])
    return "".join(letters)
