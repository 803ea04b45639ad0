"""What headquarters plans and reads of repair cafés and fablabs, from the command line."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kiosque.actions.coworking import desks
from kiosque.actions.network import network
from kiosque.actions.repairing import repair_sessions
from kiosque.actions.repairing.repair_sessions import Results
from kiosque.bootstrap.central import antenna_of, opened
from kiosque.db.store import Store
from kiosque.domain.footprints import SOURCE
from kiosque.domain.network_codes import MACHINE
from kiosque.domain.repair_codes import END_OF_LIFE, FIXED, REPAIRABLE
from kiosque.domain.validity import dates
from kiosque.reports.standards import ords

KILO = 1_000


def add_machine(at: Path, antenna: str, name: str) -> None:
    """Place a machine at the antenna of that code. Raises ``KnownError``."""
    with opened(at) as store:
        desks.add_desk(store, label=name, form=MACHINE, antenna=antenna_of(store, antenna))


def told(at: Path, first: date, last: date) -> tuple[str, ...]:
    """Return a line an antenna where something was repaired, then the whole and its source. Raises ``KnownError``."""
    since, until = dates(first, last)
    with opened(at) as store:
        return tuple(_told(store, since, until or since))


def keep(at: Path, file: Path, first: date, last: date) -> int:
    """Write the repairs between two days into ``file``; return how many. Raises ``KnownError``."""
    since, until = dates(first, last)
    with opened(at) as store:
        return ords.write(store, file, since, until or since)


def _told(store: Store, since: int, until: int) -> Iterator[str]:
    for antenna in network.antennas(store):
        sessions = repair_sessions.sessions(store, since, until, antenna.id)
        done = repair_sessions.results(store, since, until, antenna.id)
        if sessions or done.attempts:
            participants = sum(each.participants for each in sessions)
            volunteers = sum(each.volunteers for each in sessions)
            came = f"{len(sessions)} séances, {participants} participations, {volunteers} fois un bénévole"
            yield f"{antenna.code}, {_said(done)}, {came}"
    yield f"Tout le réseau, {_said(repair_sessions.results(store, since, until))}"
    yield f"Estimation par catégorie d’objet : {SOURCE}."


def _said(done: Results) -> str:
    avoided = done.avoided
    return (
        f"{done.attempts} réparations tentées, {done.ended(FIXED)} réussies, {done.ended(REPAIRABLE)} à suivre, "
        f"{done.ended(END_OF_LIFE)} en fin de vie, {round(avoided.weight / KILO)} kg de déchets et "
        f"{round(avoided.co2 / KILO)} kg de CO₂ évités, {avoided.uncounted} objets sans chiffre"
    )
