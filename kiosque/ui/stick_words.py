"""Words about a stick, on the screen and on the command line."""

from typing import TYPE_CHECKING

from kiosque.ui.told import said, told
from kiosque.ui.words import Plural, Words

if TYPE_CHECKING:  # the first paint does not wait for the database's libraries
    from kiosque.sync.errand import Errand


class StickWords(Words):
    """What came of an errand with a stick."""

    _ALL_RECEIVED = "Tout est bien reçu."
    _TAKEN = "La réponse de la coordination est prise."
    _TAKEN_NEW = Plural(
        "La réponse de la coordination est prise, avec {n}\u00a0écriture.",
        "La réponse de la coordination est prise, avec {n}\u00a0écritures.",
    )
    _READY = "La clé est prête. Apportez-la à la coordination."
    _WRITTEN = Plural(
        "{n}\u00a0écriture est sur la clé. Apportez-la à la coordination.",
        "{n}\u00a0écritures sont sur la clé. Apportez-la à la coordination.",
    )
    _NOTHING_WAITS = "Tout est déjà reçu. Elle peut rapporter des nouvelles."
    _WAITING = Plural("{n}\u00a0écriture attend.", "{n}\u00a0écritures attendent.")

    def done(self, errand: "Errand") -> tuple[str, ...]:
        """Return what came of an errand, in sentences."""
        sentences: list[str] = []
        if errand.taken and errand.taken.refused:
            sentences.append(said(errand.taken.refused.value))
        elif errand.taken:
            sentences.append(self.taken(errand.taken.new))
            if not errand.waiting:
                sentences.append(self._ALL_RECEIVED)
        if errand.trouble:
            sentences.append(told(errand.trouble))
        if errand.written:
            sentences.append(self.written(errand.written.entries))
        return tuple(sentences)

    def taken(self, new: int) -> str:
        """Say that a reply was taken, and how many entries it brought."""
        return self._TAKEN_NEW(new) if new else self._TAKEN

    def written(self, entries: int) -> str:
        """Say what is on the stick, and what to do with it."""
        return self._WRITTEN(entries) if entries else self._READY

    def waiting(self, entries: int) -> str:
        """Say how many entries would leave on the stick."""
        return self._WAITING(entries) if entries else self._NOTHING_WAITS


stick_words = StickWords()
