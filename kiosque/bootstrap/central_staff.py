"""What headquarters keeps of animators, from the command line: who they are, their trainings, their circuit."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from kiosque.actions import numbers
from kiosque.actions.network import corrections, engagements, network, staff, tasks
from kiosque.actions.network.corrections import AnimatorSaid
from kiosque.actions.network.engagements import Engaged
from kiosque.actions.network.staff import Session, Stop
from kiosque.bootstrap.central import antenna_of, opened
from kiosque.bootstrap.devices import animator_of
from kiosque.domain.french import PARIS

MINUTE = 60


def trainings(at: Path) -> tuple[tuple[Session, tuple[str, ...]], ...]:
    """Return every session of training, the last first, with the names of who followed it. Raises ``KnownError``."""
    with opened(at) as store:
        names = {each.id: each.full_name for each in network.animators(store)}
        return tuple((each, tuple(names.get(who, "") for who in each.animators)) for each in staff.sessions(store))


def correct_training(
    at: Path,
    session: int,
    *,
    subject: str | None,
    day: date | None,
    length: int | None,
    who: Sequence[str],
) -> None:
    """Say otherwise what a session of training was: only what is said changes. Raises ``KnownError``."""
    with opened(at) as store:
        followed = [animator_of(store, each) for each in who] or None
        staff.correct_training(store, session, subject=subject, day=day, hours=length, who=followed)


def correct_animator(
    at: Path, animator: str, said: AnimatorSaid, *, antenna: str | None, leaves: date | None, stays: bool
) -> None:
    """Say otherwise who an animator is, where they work (an empty code: they roam), and their last day.

    Raises ``KnownError``.
    """
    with opened(at) as store:
        record = animator_of(store, animator)
        where = None if antenna is None else antenna_of(store, antenna) if antenna else 0
        if leaves is not None:
            engagements.check_last(store, record, leaves)
        corrections.correct_animator(store, record, replace(said, antenna=where))
        if leaves is not None or stays:
            engagements.leaves(store, record, leaves)


def engaged(at: Path, animator: str) -> tuple[Engaged, ...]:
    """Return as what an animator works and worked. Raises ``KnownError``."""
    with opened(at) as store:
        return engagements.listed(store, animator_of(store, animator))


def disengage(at: Path, number: str) -> None:
    """Take back an engagement. Raises ``KnownError``."""
    with opened(at) as store:
        engagements.disengage(store, numbers.heard(number))


def circuit(at: Path, antenna: str | None) -> tuple[tuple[Stop, str, str], ...]:
    """Return the lines of the circuit, each with who comes and the code of the antenna. Raises ``KnownError``."""
    with opened(at) as store:
        names = {each.id: each.full_name for each in network.animators(store)}
        codes = {each.id: each.code for each in network.antennas(store)}
        found = staff.circuit(store, antenna_of(store, antenna) if antenna else None)
        return tuple((each, names.get(each.animator, ""), codes.get(each.antenna, "")) for each in found)


def unplan_stop(at: Path, number: str) -> None:
    """Take back a line of the circuit. Raises ``KnownError``."""
    with opened(at) as store:
        staff.cancel_stop(store, numbers.heard(number))


def remove_training(at: Path, session: int) -> None:
    """Take back a session of training. Raises ``KnownError``."""
    with opened(at) as store:
        staff.untrain(store, session)


def note_task(at: Path, animator: str, activity: str, *, antenna: str, starts: datetime, length: int) -> None:
    """Note what an animator did outside of permanences, who has no PC to note it at. Raises ``KnownError``."""
    with opened(at) as store:
        start = int(starts.replace(tzinfo=PARIS).timestamp())
        tasks.note_task(
            store,
            animator_of(store, animator),
            activity=activity,
            started_at=start,
            ended_at=start + MINUTE * length,
            antenna=antenna_of(store, antenna),
        )
