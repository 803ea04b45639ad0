"""What a password has to be. No letter is asked for: length is what holds."""

import unicodedata
from bisect import bisect_left
from functools import cache
from hashlib import blake2b
from pathlib import Path

from kiosque.actions.inputs import BadInput
from kiosque.domain import communes

SHORTEST = 12
LONGEST = 256
"""Stretching a password costs as much as it is long: nobody may ask for more."""

FEWEST_DIFFERENT = 5
"""Letters: *aaaaaaaaaaaa* and *121212121212* are long, and nothing else."""

FEWEST_IN_STEM = 5
"""Letters that say something by themselves: three or four of a drawn password may well be in a list."""

TRIED = Path(__file__).parent / "data" / "first_tried.bin"
"""Digests, sorted, of passwords that leaked: see the README beside it."""
DIGEST_BYTES = 5
"""One password in six million is taken for one of the list: it is refused, and another is chosen."""

OURS = frozenset(
    {
        "administrateur", "alpes", "antenne", "asoft", "association", "associations", "aventic", "barons", "baronnies",
        "branches", "coordination", "departement", "drome", "financeur", "hautes", "kiosque", "motdepasse", "numerique",
        "passe", "permanence", "poste", "provencales", "reseau",
        "de", "des", "du", "en", "et", "la", "le", "les", "mot",
    }
)  # fmt: skip
"""What somebody tries who knows the project; places are added: see ``_our_words``."""

NYONS = "26220"
AROUND = 40
"""Kilometres: from Nyons to the farthest antennas."""
SHORTEST_PLACE = 4

RUNS = ("01234567890123456789", "09876543210987654321", "abcdefghijklmnopqrstuvwxyz", "azertyuiopqsdfghjklmwxcvbn")


class RefusedAccount(BadInput):
    """The account cannot be made or changed so: its name, its password or its association will not do."""


def check(password: str, name: str) -> None:
    """Raise ``RefusedAccount`` for a password that will not do for the account of that name."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise RefusedAccount("password", f"Un mot de passe a {SHORTEST} caractères au moins.")
    folded, stem = password.casefold(), letters(password)
    if len({*folded}) < FEWEST_DIFFERENT or any(folded in run for run in RUNS) or _leaked(folded, stem):
        raise RefusedAccount(
            "password", "Ce mot de passe est de ceux qu’on essaie d’abord. Prenez plutôt trois ou quatre mots."
        )
    if _only_of(stem, _our_words() | {letters(name)}):
        raise RefusedAccount(
            "password",
            "Ce mot de passe n’a que des mots du réseau, ou votre nom. Prenez plutôt trois ou quatre autres mots.",
        )


def letters(password: str) -> str:
    """Return the letters of a password, without accents or capitals: what figures and signs stand around."""
    plain = unicodedata.normalize("NFKD", password.casefold())
    return "".join(each for each in plain if each.isalpha())


def digest(password: str) -> bytes:
    """Return what a password of the list is found by."""
    return blake2b(password.encode(errors="surrogatepass"), digest_size=DIGEST_BYTES, person=b"first tried").digest()


def _leaked(folded: str, stem: str) -> bool:
    """Whether a password is in the list, or is one of its commonest with something around it."""
    return _listed(folded) or (len(stem) >= FEWEST_IN_STEM and _listed(stem))


def _listed(password: str) -> bool:
    kept, sought = _kept(), digest(password)
    place = bisect_left(range(len(kept) // DIGEST_BYTES), sought, key=lambda each: _at(kept, each))
    return _at(kept, place) == sought


def _at(kept: bytes, place: int) -> bytes:
    return kept[place * DIGEST_BYTES : (place + 1) * DIGEST_BYTES]


@cache
def _kept() -> bytes:
    return TRIED.read_bytes()


def _only_of(stem: str, words: frozenset[str]) -> bool:
    """Whether ``stem`` is some of ``words`` in a row, and nothing else."""
    reached = {0}
    for end in range(1, len(stem) + 1):
        if any(stem[start:end] in words for start in reached):
            reached.add(end)
    return bool(stem) and len(stem) in reached


@cache
def _our_words() -> frozenset[str]:
    """Return the words of the project, and those of which the names of places around are made."""
    nyons = communes.by_insee(NYONS)
    around = (name for name, commune in communes.names() if nyons and communes.distance(nyons, commune) <= AROUND)
    places = {letters(word) for name in around for word in name}
    return OURS | {each for each in places if len(each) >= SHORTEST_PLACE}
