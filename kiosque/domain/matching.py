"""Whether what somebody typed of themselves means a person who is known here: rather nobody than somebody else.

The day and month of birth are exact. Names are tolerant of what people really write (tests/domain/data/name_pairs.csv):
accents, hyphens, particles, double names, another order, usual short forms, spellings of one sound, slips.

Two rules keep one person from being taken for another. Two spellings that are both names people bear, and that are not
spellings of one sound, are two names: *Marin* is no slip of *Martin*. And each liberty costs: a name may be half said,
or misspelt, not all of that at once.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kiosque.domain.letters import distance
from kiosque.domain.name_lists import bare, family_names, given_names, shortened
from kiosque.domain.sounds import heard_alike
from kiosque.domain.spelling import words

HEARD, SLIPPED, PARTLY = 1, 2, 2
"""What a liberty costs: a spelling of the same sound or a usual short form; a slip; a part of a double name."""

MOST = 3
"""All liberties together. Two slips, or half a name and a slip, are somebody else."""

MOST_IN_ANOTHER_ORDER = 1
"""The same, when the surname was typed for the first name."""

ONE_SLIP, TWO_SLIPS = 4, 8
"""Letters that a word needs to hold so many slips."""

SHORTEST_PART = 3
"""Letters that a part of a name needs to stand for the whole."""

_PARTICLES = frozenset(
    {"a", "al", "au", "ben", "bin", "d", "da", "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "e"}
    | {"el", "et", "l", "la", "le", "les", "van", "vom", "von", "y"}
)
_SAID_BETWEEN = frozenset({"ep", "epouse", "nee", "veuve", "vve"})
"""Words between a name of marriage and a name of birth."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a person is called and when they were born; ``birth_day`` is month × 100 + day."""

    given_name: str
    family_name: str
    birth_day: int


def matches(asked: Named, people: Iterable[tuple[int, Named]]) -> tuple[int, ...]:
    """Return those of ``people`` (id, what they are called) whom ``asked`` may mean. More than one is nobody."""
    return tuple(person for person, named in people if named.birth_day == asked.birth_day and same(asked, named))


def same(one: Named, other: Named) -> bool:
    """Whether two ways to write a full name may be one person's, whenever they were born."""
    straight = _sum((_given(one.given_name, other.given_name), _family(one.family_name, other.family_name)))
    if straight is not None and straight <= MOST:
        return True
    if _in_order(one) and _in_order(other):
        return False
    crossed = _sum((_given(one.family_name, other.given_name), _family(one.given_name, other.family_name)))
    return crossed is not None and crossed <= MOST_IN_ANOTHER_ORDER


def _in_order(named: Named) -> bool:
    """Whether somebody may well be called so as it stands: *Robert René* is not *René Robert*."""
    return bare(named.given_name) in given_names() and bare(named.family_name) in family_names()


def _given(one: str, other: str) -> int | None:
    """Return what it costs to take two first names for one; None: they are two."""
    first, second = words(one), words(other)
    if _initials(first, second) or _initials(second, first):
        return HEARD
    return _name(first, second, _given_word, _two_given)


def _family(one: str, other: str) -> int | None:
    """Return what it costs to take two surnames for one; None: they are two."""
    first, second = (tuple(word for word in words(text) if word not in _SAID_BETWEEN) for text in (one, other))
    whole = _name(first, second, _family_word, _two_family)
    if whole == 0 or _two_family("".join(first), "".join(second)):
        return whole
    first, second = (tuple(word for word in each if word not in _PARTICLES) for each in (first, second))
    without = _name(first, second, _family_word, _two_family)
    return _least((whole, None if without is None else max(without, HEARD)))


Word = Callable[[str, str], int | None]
Two = Callable[[str, str], bool]


def _name(first: tuple[str, ...], second: tuple[str, ...], word: Word, two: Two) -> int | None:
    """Return what it costs to take two names, of one word or several, for one; None: they are two."""
    one, other = "".join(first), "".join(second)
    if not one or not other or two(one, other):
        return None
    joined = word(one, other)
    if len(first) == len(second):
        return _least((joined, _sum(map(word, first, second))))
    few, many = sorted((first, second), key=len)
    if len("".join(few)) < SHORTEST_PART:
        return joined
    heard = _sum(_least(word(part, each) for each in many) for part in few)
    return _least((joined, None if heard is None else heard + PARTLY))


def _given_word(one: str, other: str) -> int | None:
    short = shortened()
    if other in short.get(one, ()) or one in short.get(other, ()):
        return HEARD
    return None if _two_given(one, other) else _word(one, other)


def _family_word(one: str, other: str) -> int | None:
    return None if _two_family(one, other) else _word(one, other)


def _two_given(one: str, other: str) -> bool:
    """Whether two words are two first names that people bear; a man's and a woman's are, even of one sound."""
    bearers, others = (given_names().get(each, frozenset()) for each in (one, other))
    if one == other or not bearers or not others:
        return False
    return not bearers & others or not heard_alike(one, other)


def _two_family(one: str, other: str) -> bool:
    """Whether two words are two surnames that people bear."""
    return one != other and {one, other} <= family_names() and not heard_alike(one, other)


def _word(one: str, other: str) -> int | None:
    """Return what it costs to take two words for one, whatever they name; None: they are two."""
    if one == other:
        return 0
    if heard_alike(one, other):
        return HEARD
    shorter = min(len(one), len(other))
    slips = (shorter >= ONE_SLIP) + (shorter >= TWO_SLIPS)
    return SLIPPED if distance(one, other, slips) <= slips else None


def _initials(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether ``short`` is the initials of a name of several words: *JP*, *J.-P.*, of *Jean-Pierre*."""
    return len(full) > 1 and "".join(short) == "".join(word[0] for word in full)


def _sum(costs: Iterable[int | None]) -> int | None:
    total = 0
    for cost in costs:
        if cost is None:
            return None
        total += cost
    return total


def _least(costs: Iterable[int | None]) -> int | None:
    return min((cost for cost in costs if cost is not None), default=None)
