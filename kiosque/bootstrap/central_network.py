"""What headquarters plans for the network, from the command line."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kiosque.actions.network import engagements, network, partners, programmes, staff, surveys
from kiosque.actions.network import members as counting
from kiosque.actions.network.members import Member
from kiosque.actions.network.network import Place
from kiosque.actions.network.programmes import Taken
from kiosque.actions.opening import hours
from kiosque.bootstrap.central import antenna_of, opened
from kiosque.bootstrap.devices import animator_of
from kiosque.domain.programmes import Rule
from kiosque.domain.validity import dates


def settle(
    at: Path,
    antenna: str,
    *,
    room: str | None,
    position: str | None,
    size: str | None,
    life: tuple[date | None, date | None],
) -> None:
    """Say where the antenna of that code stands. Raises ``KnownError``."""
    with opened(at) as store:
        network.settle(store, antenna_of(store, antenna), Place(room, position, size, *life))


def settle_address(at: Path, antenna: str, street: str | None, pivot: str | None) -> None:
    """Say the address of the antenna of that code, and who runs it. Raises ``KnownError``."""
    with opened(at) as store:
        network.settle(store, antenna_of(store, antenna), Place(address=street, pivot=pivot))


def note_hours(at: Path, antenna: str, text: str, *, first: date, last: date | None, reason: str) -> None:
    """Give an antenna other hours from ``first`` to ``last``. Raises ``KnownError``."""
    with opened(at) as store:
        hours.note(store, hours=text, first=first, last=last, reason=reason, antenna=antenna_of(store, antenna))


def add_partner(at: Path, name: str, form: str) -> None:
    """Add a partner. Raises ``KnownError``."""
    with opened(at) as store:
        partners.add_partner(store, label=name, form=form)


def add_support(
    at: Path,
    partner: str,
    nature: str,
    *,
    antenna: str | None,
    label: str | None,
    days: tuple[date, date | None],
    share: int | None,
) -> bool:
    """Note what the partner of that name gives; return whether they give the same beside it on some of its days.

    Raises ``KnownError``.
    """
    with opened(at) as store:
        who, where = partners.partner_of(store, partner), antenna_of(store, antenna) if antenna else None
        first, last = days
        gift = partners.Gift(
            partner=who, nature=nature, antenna=where, label=label, first=first, last=last, share=share
        )
        beside = partners.beside(store, gift) is not None
        partners.add_support(store, gift)
        return beside


def survey(
    at: Path,
    antenna: str,
    *,
    answers: int,
    teleworkers: int,
    desks: int,
    needs: Sequence[str],
    asked: date | None,
) -> None:
    """Keep what people of a place answered. Raises ``KnownError``."""
    with opened(at) as store:
        where = antenna_of(store, antenna)
        people = {"answers": answers, "teleworkers": teleworkers, "desks": desks}
        surveys.survey(store, antenna=where, **people, needs=needs, asked=asked)


def engage(at: Path, animator: str, status: str, *, first: date, last: date | None) -> bool:
    """Say as what the animator of that name works, and until when; return whether another engagement holds beside it.

    Raises ``KnownError``.
    """
    with opened(at) as store:
        who = animator_of(store, animator)
        beside = engagements.overlapped(store, who, first, last) is not None
        staff.engage(store, who, status=status, first=first, last=last)
        return beside


def plan_stop(at: Path, animator: str, antenna: str, text: str, *, first: date, last: date | None) -> tuple[str, ...]:
    """Plan that an animator comes to an antenna; return what may be a mistake. Raises ``KnownError``."""
    with opened(at) as store:
        where, who = antenna_of(store, antenna), animator_of(store, animator)
        staff.plan_stop(store, animator=who, antenna=where, hours=text, first=first, last=last)
        return staff.stop_doubts(store, who, where, first, last)


def train(at: Path, subject: str, *, day: date, length: int, who: Sequence[str]) -> None:
    """Keep that the animators of these names followed a session. Raises ``KnownError``."""
    with opened(at) as store:
        followers = [animator_of(store, each) for each in who]
        staff.train(store, subject=subject, day=day, hours=length, who=followers)


def members(at: Path, first: date, last: date) -> tuple[Member, ...]:
    """Return every animator, with what they learnt and their hours between two days. Raises ``KnownError``."""
    with opened(at) as store:
        return counting.members(store, first, last)


def add_programme(at: Path, name: str, audience: str, *, first: date, last: date | None, rule: Rule) -> None:
    """Begin a programme. Raises ``KnownError``."""
    with opened(at) as store:
        programmes.add_programme(store, label=name, audience=audience, first=first, last=last, rule=rule)


def change_programme(at: Path, name: str, *, label: str | None, last: date | None, rule: Rule | None) -> None:
    """Say otherwise what the programme of that name is. Raises ``KnownError``."""
    with opened(at) as store:
        programmes.change_programme(store, programmes.programme_of(store, name), label=label, last=last, rule=rule)


def taken(at: Path, first: date, last: date) -> tuple[tuple[str, Taken], ...]:
    """Return what belongs to each programme between two days, by its name. Raises ``KnownError``."""
    start, end = dates(first, last)
    with opened(at) as store:
        counted = programmes.taken(store, start, end or start)
        return tuple((each.name, counted[each.id]) for each in programmes.programmes(store))
