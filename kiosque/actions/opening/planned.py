"""The planned hours of this antenna, beside what was held."""

from dataclasses import dataclass
from datetime import date

from kiosque.actions.opening.hours import calendar_of
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.domain.opening_hours import Slot


@dataclass(frozen=True, slots=True)
class Planned:
    """What was planned on one day; ``slots`` is empty when closed that day."""

    slots: tuple[Slot, ...]

    def late_by(self, opened_at: int) -> int | None:
        """Return by how many seconds an opening comes after the planned hour; below zero, before it.

        The hour is that of the slot that goes on, or else of the next one; None when none is left.
        """
        return next((opened_at - slot.start for slot in self.slots if opened_at < slot.end), None)

    def within(self, opened_at: int, closed_at: int) -> tuple[Slot, ...]:
        """Return the slots that a permanence has served, in whole or in part."""
        return tuple(slot for slot in self.slots if slot.start < closed_at and opened_at < slot.end)


def planned(store: Store, when: date | None = None) -> Planned | None:
    """Return what is planned here on local day ``when``, today when None; None when no hours are known here."""
    day = local(store.now()).date() if when is None else when
    calendar = calendar_of(store, store.identity.antenna)
    return Planned(calendar.on(day).slots) if calendar.knows(day) else None
