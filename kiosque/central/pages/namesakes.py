"""Who a request may be about: records that are like who asked, and names that stand alone, to choose among them."""

from dataclasses import dataclass

from kiosque.actions.inputs import BadInput
from kiosque.actions.network.requests import Asked as Demand
from kiosque.actions.visitors import apart, finding
from kiosque.actions.visitors.apart import Apart
from kiosque.actions.visitors.named_alone import Alone, Namesakes, named_alone
from kiosque.central.pages.forms import Form
from kiosque.db.store import Store
from kiosque.domain.persons import Described
from kiosque.domain.rights_codes import RECTIFICATION
from kiosque.domain.spelling import words

FEW = 50
"""Of those that may be theirs, as many are shown before somebody asks for all."""

MANY = 500
"""More are not chosen among: a whole name, or a number, leaves fewer."""

UNDECIDED = (
    "Des fiches ressemblent à ce nom. Dites d’abord si l’une d’elles est la sienne, ou cochez qu’aucune ne l’est."
)
NOT_OFFERED = "Un nom coché n’est plus ici, ou n’était pas proposé. Rien n’a été fait\u202f: regardez de nouveau."


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

    Nothing where a record is to be corrected, or once it was answered.
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
    """Return the records that somebody ticked as theirs. Raises ``BadInput``: one does not bear the name."""
    records = {str(each.record): each.record for each in _found(store, demand).alone}
    if not records.keys() >= set(form.all("alone")):
        raise BadInput("act", NOT_OFFERED)
    return [records[each] for each in form.all("alone")]


@dataclass(frozen=True, slots=True)
class Alike:
    """The records that are like who asked, while it is not said whose the request is; who is set apart by themselves.

    No search finds who is set apart.
    """

    found: tuple[finding.Person, ...] = ()
    apart: tuple[Apart, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.found or self.apart)


def alike(store: Store, demand: Demand) -> Alike:
    """Return the records of which one may be that of who asked."""
    if demand.visitor is not None or demand.outcome is not None:
        return Alike()
    asked = set(words(demand.name))
    named = tuple(each for each in apart.those_apart(store) if asked & set(words(each.name)))
    return Alike(finding.find(store, demand.name), named)


def settle(store: Store, demand: Demand, form: Form) -> None:
    """Raise ``BadInput`` while a record may be that of who asked, and nobody ticked that none is."""
    if form["none"] != "oui" and alike(store, demand):
        raise BadInput("none", UNDECIDED)


def _found(store: Store, demand: Demand) -> Namesakes:
    if demand.outcome is not None or not demand.name or demand.right == RECTIFICATION:
        return Namesakes(())
    given, _, family = demand.name.partition(" ")
    return named_alone(store, Described(given, family or given, demand.contact, demand.contact))
