"""What a password has to be. No letter is asked for: length is what holds."""

from kiosque.domain.errors import KnownError

SHORTEST = 12
LONGEST = 256
"""Stretching a password costs as much as it is long: nobody may ask for more."""

FEWEST_LETTERS = 5
"""Different ones: *aaaaaaaaaaaa* and *121212121212* are long, and nothing else."""

FIRST_TRIED = frozenset(
    {
        "abcdefghijkl", "administrateur", "administrator", "asoft", "aventic", "azerty", "azertyuiop", "baronnies",
        "barons branchés", "bonjour", "chouchou", "coordination", "doudou", "iloveyou", "jetaime", "kiosque", "letmein",
        "loulou", "marseille", "mot de passe", "motdepasse", "passw", "password", "qwerty", "qwertyuiop",
        "qsdfghjklm", "soleil", "welcome",
    }
)  # fmt: skip
"""What is left of the passwords that are tried first, once their figures and signs are taken away.

Of the commonest lists hardly anything is as long as ``SHORTEST``: what is, is one of these and some figures, or a run
along the keyboard.
"""

RUNS = ("01234567890123456789", "09876543210987654321", "abcdefghijklmnopqrstuvwxyz", "azertyuiopqsdfghjklmwxcvbn")


class RefusedAccount(KnownError):
    """The account cannot be made or changed so: its name, its password or its association will not do."""


def check(password: str, name: str) -> None:
    """Raise ``RefusedAccount`` for a password that will not do for the account of that name."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise RefusedAccount(f"Un mot de passe a {SHORTEST} caractères au moins.")
    folded = password.casefold()
    letters = "".join(each for each in folded if each.isalpha() or each == " ").strip()
    common = letters in FIRST_TRIED or any(folded in run for run in RUNS)
    if common or len({*folded}) < FEWEST_LETTERS or letters == name:
        raise RefusedAccount("Ce mot de passe est de ceux qu’on essaie d’abord. Prenez plutôt trois ou quatre mots.")
