"""The central, put together: what headquarters runs, from the command line.

Only ``serve`` loads the web: half of what a short command would cost.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from errno import EACCES, EADDRINUSE, EADDRNOTAVAIL, EPERM
from pathlib import Path
from socket import gaierror, socket
from threading import Thread
from typing import TYPE_CHECKING

from kiosque.actions import inputs
from kiosque.actions.network import network
from kiosque.bootstrap.holding import hold
from kiosque.central import authority
from kiosque.db import doctor, folder, moving, played
from kiosque.db.engine import WrongKey
from kiosque.db.place import place_of
from kiosque.db.store import Store
from kiosque.db.trouble import StorageTrouble
from kiosque.domain.errors import KnownError
from kiosque.domain.repeated import repeated
from kiosque.sync import root

if TYPE_CHECKING:
    from kiosque.central.helpers import Helpers


SERVED, IN_USE = "central.served", "central.used"
"""The files that are locked: by whoever serves the folder, and by whoever has its store open."""

NOT_ALONE = "Ce central tourne, ou une commande s’en sert : arrêtez tout, puis recommencez. Rien n’a été changé."
SOMEBODY_ALONE = "Une commande a besoin de ce central pour elle seule : recommencez dans un instant."


class InUse(KnownError):
    """Another process has the central's folder, and two would not go together."""


class Unknown(KnownError):
    """Nothing in the network answers to this name."""


class Alone(KnownError):
    """Several processes may not serve this central."""


class AddressTaken(KnownError):
    """The address to serve at is another program's, or not this machine's."""


def create(at: Path, root_file: Path, address: str = "") -> None:
    """Make a new central in the folder ``at``, and write its root key, which goes offline. Raises ``KnownError``.

    ``address``: of the server's database that it keeps its journal in, instead of an encrypted file of the folder.
    """

    def begin(store: Store) -> None:
        root.write(root_file, authority.found(store))

    with of_central():
        folder.new_central(at, begin=begin, address=address).close()


def move(at: Path, address: str) -> int:
    """Move the central of the folder ``at`` to a server's database; return how many rows. Raises ``KnownError``."""
    place_of(at)
    held = hold(at / IN_USE)
    if held is None:
        raise InUse(NOT_ALONE)
    with held, of_central():
        return moving.to_server(at, address)


def add_antenna(
    at: Path, *, code: str, label: str, form: str, association: str | None, commune: str, hours: str | None
) -> str:
    """Add an antenna in the ``commune`` that is typed; return its INSEE code. Raises ``KnownError``."""
    meant = inputs.commune(commune)
    with opened(at) as store:
        network.add_antenna(
            store, code=code, label=label, form=form, association=association, commune=meant, hours=hours
        )
    return meant


def add_animator(at: Path, *, given_name: str, family_name: str, status: str, antenna: str | None) -> None:
    """Add an animator, of the antenna of that code or roaming. Raises ``KnownError``."""
    with opened(at) as store:
        place = antenna and antenna_of(store, antenna)
        network.add_animator(
            store, given_name=given_name, family_name=family_name, status=status, antenna=place or None
        )


def examine(at: Path, *, rebuild: bool) -> doctor.Findings:
    """Return what is wrong with a central's store, mended when ``rebuild``. Raises ``KnownError``."""
    with opened(at, alone=rebuild) as store:
        return doctor.mend(store) if rebuild else doctor.examine(store)


def serve(
    at: Path,
    host: str,
    port: int,
    *,
    https: bool = False,
    attached: bool = False,
    helpers: int | None = None,
    workers: int = 1,
    ready: Callable[[str], None],
) -> None:
    """Serve the central until it is told to stop; ``ready`` gets its address once it listens.

    ``helpers``: how many processes help it from the start; by default one a core, once many devices come together.
    ``workers``: how many processes answer, this one among them, on one socket; several only of a central on a server.

    ``https``: a proxy speaks TLS before it, so cookies never go without. ``attached``: it stops when its standard
    input ends too, so that who started it may be killed and leave nothing behind. Raises ``KnownError``.
    """
    from kiosque.bootstrap import central_helper, central_workers
    from kiosque.central.server import listen

    if attached:
        Thread(target=stop_at_end_of_input, daemon=True).start()
    central_helper.spare_the_collector()
    with _serving(at), ExitStack() as held:
        if workers > 1 and place_of(at).key:
            raise Alone("Un central qui tient dans un fichier se sert d’un seul processus : ne demandez pas --workers.")
        try:
            listening = held.enter_context(listen(host, port))
        except (OSError, UnicodeError) as error:
            raise AddressTaken(f"L’adresse {host}, port {port}, ne se laisse pas prendre : {_why(error)}.") from error
        store = held.enter_context(opened(at))
        others = central_workers.Order(str(at.resolve()), listening.fileno(), https, workers)
        held.enter_context(central_workers.started(others))
        answer(store, listening, _helpers(at, helpers), https=https, workers=workers, ready=ready)


def answer(
    store: Store,
    listening: socket,
    helpers: "Helpers",
    *,
    https: bool,
    workers: int,
    looks: bool = True,
    ready: Callable[[str], None] = lambda _: None,
) -> None:
    """Answer on a socket until told to stop, as one of so many ``workers``; one of them ``looks`` for doubles."""
    from kiosque.central.app import serve_on
    from kiosque.central.central import Central
    from kiosque.central.keeper import Keeper
    from kiosque.central.purging import daily

    keeper = Keeper(store, looks=looks, daily=daily if looks else None)
    central = Central.over(store, secure=https, helpers=helpers)
    central = replace(central, keeper=keeper, limits=central.limits.among(workers))
    # What other programs wrote, or an upgrade, may be waiting.
    keeper.begin()
    try:
        serve_on(central, listening, ready)
    finally:
        central.close()


@contextmanager
def _serving(at: Path) -> Iterator[None]:
    """Be the one that serves a folder: two would each remember how often somebody tried, and what a round came to."""
    place_of(at)
    held = hold(at / SERVED)
    if held is None:
        raise InUse(f"Ce central tourne déjà : un autre programme sert le dossier {at}.")
    with held:
        yield


def _why(error: OSError | UnicodeError) -> str:
    """Return why an address cannot be served at."""
    if isinstance(error, UnicodeError | gaierror) or error.errno == EADDRNOTAVAIL:
        return "elle n’est pas à cette machine"
    if error.errno == EADDRINUSE:
        return "un autre programme l’a déjà"
    if error.errno in {EACCES, EPERM}:
        return "ce compte n’en a pas le droit"
    return "cette machine ne le veut pas"


def _helpers(at: Path, most: int | None) -> "Helpers":
    from kiosque.bootstrap import central_helper
    from kiosque.central.helpers import Helpers
    from kiosque.central.passing import Hello

    cores = os.cpu_count() or 1
    place = place_of(at)
    hello = Hello(place.database, place.key)
    usual = cores if cores > 1 else 0
    return Helpers(usual if most is None else most, central_helper.command(), hello, at_once=most is not None)


def antenna_of(store: Store, code: str) -> int:
    """Return the record id of the antenna of that code. Raises ``Unknown``."""
    found = next((each.id for each in network.antennas(store) if each.code == code), None)
    if found is None:
        raise Unknown(f"Aucune antenne n’a le code « {repeated(code)} ».")
    return found


@contextmanager
def opened(at: Path, *, alone: bool = False) -> Iterator[Store]:
    """Open a central's store for one command, and close it after. Raises ``KnownError``.

    Several commands may write at once, a running central among them: each reads again where the journal is, in its
    transaction. ``alone``: what changes under whom it is written, or all of the tables, has it for itself.
    """
    place_of(at)
    held = hold(at / IN_USE, shared=not alone)
    if held is None:
        raise InUse(NOT_ALONE if alone else SOMEBODY_ALONE)
    with held, of_central():
        store = folder.open_central(at, played.clock_of(at))
        try:
            yield authority.begin(store)
        finally:
            store.close()


@contextmanager
def of_central() -> Iterator[None]:
    """Say of the central what the store says of a PC: who reads it is headquarters, and has nobody to call."""
    try:
        yield
    except (StorageTrouble, WrongKey) as trouble:
        from kiosque.central.pages.refusal_words import of_central as said

        raise type(trouble)(said(trouble.sentence)) from trouble


def stop_at_end_of_input() -> None:
    """Stop this process, as a signal would, when who started it has closed its standard input or is gone."""
    # Not through Python's buffer: the interpreter could not end while this waits in it.
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
