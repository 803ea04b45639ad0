"""The names that stand alone, as whoever answers a request chooses among them."""

from dataclasses import dataclass

from kiosque.actions.network.requests import Asked as Demand
from kiosque.actions.visitors.named_alone import Alone, Namesakes, named_alone
from kiosque.central.pages.forms import Form
from kiosque.db.store import Store
from kiosque.domain.persons import Described
from kiosque.domain.rights_codes import ACCESS, ERASURE

FEW = 50
"""Of those that may be theirs, as many are shown before somebody asks for all."""

MANY = 500
"""More are not chosen among: a whole name, or a number, leaves fewer."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What is shown of the names that may be those of who asked, the likest first.

    ``more``: how many are not; ``all_of_them``: they are few enough to be asked for; ``too_many``: names are not even
    compared, and those of their number alone are here.
    """

    shown: tuple[Alone, ...]
    more: int
    all_of_them: bool
    too_many: bool


def offered(store: Store, demand: Demand, form: Form, *, everybody: bool) -> Offered:
    """Return what is shown: the likest, all that are surely theirs or were ticked; ``everybody``: all, if they may be.

    Nothing where it is not asked to be shown or to be erased, or once it was answered.
    """
    found = _found(store, demand)
    ticked, few_enough = frozenset(form.all("alone")), len(found.alone) <= MANY
    shown = tuple(
        each
        for place, each in enumerate(found.alone)
        if place < FEW or (everybody and few_enough) or each.surely or str(each.record) in ticked
    )
    return Offered(shown, len(found.alone) - len(shown), few_enough, found.too_many)


def chosen(store: Store, demand: Demand, form: Form) -> list[int]:
    """Return the records that somebody ticked as theirs, among those that bear the name."""
    records = {str(each.record): each.record for each in _found(store, demand).alone}
    return [records[each] for each in form.all("alone") if each in records]


def _found(store: Store, demand: Demand) -> Namesakes:
    if demand.outcome is not None or not demand.name or demand.right not in {ACCESS, ERASURE}:
        return Namesakes(())
    given, _, family = demand.name.partition(" ")
    return named_alone(store, Described(given, family or given, demand.contact, demand.contact))
