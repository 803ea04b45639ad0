"""Telephone numbers of people who were invented: of the ranges that no subscriber has."""

from kiosque.demo.population import Person

LANDLINE, MOBILE = "04 65 71", "06 39 98"
"""Kept for films and books by the regulator (ARCEP, decision 2018-0881: numbers for audiovisual works)."""

YOUNG = 1975
"""Who was born since says the number of their mobile, and who was before that of the house."""


def phone(person: Person) -> str:
    """Return the number that somebody says: people of one house have one number, or each their own."""
    own = person.birth_year >= YOUNG
    first, last = divmod((person.number if own else person.household) % 10_000, 100)
    return f"{MOBILE if own else LANDLINE} {first:02} {last:02}"
