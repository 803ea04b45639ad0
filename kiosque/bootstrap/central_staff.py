"""What headquarters keeps of animators, from the command line: their trainings, and time that no PC noted."""

from datetime import datetime
from pathlib import Path

from kiosque.actions.network import network, staff, tasks
from kiosque.actions.network.staff import Session
from kiosque.bootstrap.central import antenna_of, opened
from kiosque.bootstrap.devices import animator_of
from kiosque.domain.french import PARIS

MINUTE = 60


def trainings(at: Path) -> tuple[tuple[Session, tuple[str, ...]], ...]:
    """Return every session of training, the last first, with the names of who followed it. Raises ``KnownError``."""
    with opened(at) as store:
        names = {each.id: each.full_name for each in network.animators(store)}
        return tuple((each, tuple(names.get(who, "") for who in each.animators)) for each in staff.sessions(store))


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
