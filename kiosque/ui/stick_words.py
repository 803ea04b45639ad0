"""French about a stick, on the screen and on the command line."""

from typing import TYPE_CHECKING

from kiosque.ui.texts import number, word

if TYPE_CHECKING:  # the first paint does not wait for the database's libraries
    from kiosque.sync.errand import Errand


def done(errand: "Errand") -> tuple[str, ...]:
    """Return what came of an errand, in sentences."""
    said: list[str] = []
    if errand.taken and errand.taken.refused:
        said.append(errand.taken.refused.value)
    elif errand.taken:
        said.append(taken(errand.taken.new))
        if not errand.waiting:
            said.append("Tout est bien reçu.")
    if errand.trouble:
        said.append(errand.trouble.sentence)
    if errand.written:
        said.append(written(errand.written.entries))
    return tuple(said)


def taken(new: int) -> str:
    """Say that a reply was taken, and how many entries it brought."""
    if not new:
        return "La réponse de la coordination est prise."
    return f"La réponse de la coordination est prise, avec {number(new)} {word(new, 'écriture', 'écritures')}."


def written(entries: int) -> str:
    """Say what is on the stick, and what to do with it."""
    if not entries:
        return "La clé est prête. Apportez-la à la coordination."
    some = f"{number(entries)}\u00a0{word(entries, 'écriture est', 'écritures sont')} sur la clé."
    return f"{some} Apportez-la à la coordination."


def waiting(entries: int) -> str:
    """Say how many entries would leave on the stick."""
    if not entries:
        return "Tout est déjà reçu. Elle peut rapporter des nouvelles."
    return f"{number(entries)}\u00a0{word(entries, 'écriture attend', 'écritures attendent')}."
