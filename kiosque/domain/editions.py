"""Code lists as headquarters makes them: bodies that are new, renamed, or no more. A captured code stays as it is."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kiosque.domain import codes, equipment_codes, staff
from kiosque.domain.codelist import Code, CodeList
from kiosque.domain.spelling import words

OTHER = "autre"
"""The code of *another* stays the last of its list."""

OPEN: Mapping[str, CodeList] = {
    each.name: each for each in (codes.SERVICES, staff.TRAINING_SUBJECTS, equipment_codes.EQUIPMENT_FORMS)
}
"""The lists that headquarters may change: neither the national ones, nor those that rules of the program name."""

_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Said:
    """What headquarters says of one code: what is empty is not said."""

    code: str
    label: str = ""
    short: str = ""
    since: date | None = None
    until: date | None = None
    successor: str = ""
    dated: bool = False
    """Whether it says the dates: then they hold, even where there are none."""


def edition(of: CodeList, said: Iterable[Said]) -> tuple[Code, ...]:
    """Return the list as headquarters made it of what the program came with; what is said last holds."""
    made = {code.code: code for code in of.first}
    for each in said:
        made[each.code] = _with(made.get(each.code), each)
    last = made.pop(OTHER, None)
    return (*made.values(), *([last] if last else []))


def code_for(label: str, taken: Container[str]) -> str:
    """Return a code for a new label: its words, without accents, told from those that are taken."""
    stem = "_".join(words(label))[:_LONGEST].strip("_") or "code"
    tried, number = stem, 1
    while tried in taken:
        number += 1
        tried = f"{stem}_{number}"
    return tried


def _with(known: Code | None, said: Said) -> Code:
    label = said.label or (known.label if known else said.code)
    # A short label that was made for other words would belie the new ones.
    short = said.short or (known.short if known and label == known.label else "")
    made = Code(said.code, label, short) if known is None else replace(known, label=label, short=short)
    if said.dated:
        made = replace(made, since=said.since, until=said.until, successor=said.successor or None)
    return made
