"""Headquarters' pull, put together: the line, a replica of the journal, the files that are made of it."""

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kiosque.actions.network import code_lists
from kiosque.bootstrap.holding import hold
from kiosque.db import folder
from kiosque.db.engine import WrongKey
from kiosque.db.paths import CENTRAL_DATABASE
from kiosque.db.place import NothingThere
from kiosque.db.store import Store
from kiosque.db.trouble import StorageTrouble, damaged
from kiosque.domain.errors import KnownError
from kiosque.reports.exports import sqlite
from kiosque.reports.exports.columns import sheets
from kiosque.reports.exports.folder import keep_folder, names
from kiosque.reports.exports.formats import Format
from kiosque.reports.exports.rows import batches
from kiosque.reports.exports.tidied import Tidied, tidy
from kiosque.sync.http import HttpLine, basic
from kiosque.sync.line_errors import NoLine, Unreachable
from kiosque.sync.newcomer import address_of
from kiosque.sync.pull import cursor_of, take

REPLICA = ".journal"
"""Folder beside the files: what was pulled, every chain verified, so that the next pull brings only what is new."""


LOCK = ".journal.lock"
WRITTEN = "written.json"
"""File beside the replica: what pulls wrote, so that they take away what is theirs, and nothing else."""


class Cut(KnownError):
    """The line did not carry the pull, or not to its end."""


class Spoilt(KnownError):
    """The copy that was pulled does not read any more."""


class Taken(KnownError):
    """The file to be written is something else."""


class AlreadyPulling(KnownError):
    """Another process keeps this folder up to date at this moment."""


@dataclass(frozen=True, slots=True)
class Pulled:
    """What a pull wrote: the rows of each kind, by name; and what became of the files that it did not write again."""

    rows: Mapping[str, int]
    besides: Tidied


def pull(
    address: str,
    account: str,
    password: str,
    to: Path,
    *,
    formats: Sequence[str] = (Format.CSV,),
    database: Path | None = None,
    why: str = "",
) -> Pulled:
    """Bring the folder ``to`` up to date with the central at ``address``.

    Its files are in each of ``formats``, those that were pulled in others are taken away; ``database`` is a plain
    SQLite file, written too; ``why`` is noted at the central. What arrived before a line was cut is kept, and the next
    pull goes on from there. Raises ``KnownError``.
    """
    wanted = tuple(map(Format, formats))
    _check_ours(to, wanted, database)
    line = HttpLine(address_of(address), basic(account, password))
    try:
        with _for_oneself(), _whole(to), _replica(to / REPLICA) as store:
            with _said(), line.pull(cursor_of(store), store.identity.root.hex(), why) as pulled:
                # Before anything of it is kept: two networks in one folder would be counted as one.
                if not store.identity.root:
                    store.change_identity(root=bytes.fromhex(pulled.network))
                take(store, pulled.chunks)
            # The codes of this network, whose words the files tell, are in what was pulled.
            code_lists.use(store)
            with store.reading() as connection, connection.begin():
                if database:
                    sqlite.keep(database, sheets(), partial(batches, connection))
                kept = keep_folder(connection, to, wanted)
            return Pulled(kept.rows, tidy(to, kept.files, database, to / REPLICA / WRITTEN))
    finally:
        line.close()


def _check_ours(to: Path, wanted: Sequence[Format], database: Path | None) -> None:
    """Check that nothing of somebody else's is written over. Raises ``Taken``."""
    if database and sqlite.somebody_s(database):
        raise Taken(f"{database} n’est pas un fichier que Kiosque a tiré : donnez un autre nom. Rien n’a été changé.")
    there = [] if (to / REPLICA).exists() else [to / name for name in names(wanted) if (to / name).exists()]
    if there:
        raise Taken(
            f"{there[0]} n’est pas un fichier que Kiosque a tiré : donnez un autre dossier. Rien n’a été changé."
        )


@contextmanager
def _for_oneself() -> Iterator[None]:
    """Let nobody else of this machine read what is written meanwhile: it has names."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


@contextmanager
def _whole(to: Path) -> Iterator[None]:
    """Say of a copy that is damaged what to do: all of it is at the central still."""
    try:
        yield
    except (WrongKey, NothingThere, folder.AlreadyThere, StorageTrouble) as error:
        if isinstance(error, StorageTrouble) and error.sentence != damaged().sentence:
            raise
        raise Spoilt(
            f"Ce qui a été tiré dans {to} ne se lit plus. Renommez ce dossier, puis recommencez\u202f: tout sera tiré "
            "de nouveau, et rien ne manquera."
        ) from error


@contextmanager
def _said() -> Iterator[None]:
    """Say of the line what it means here: nothing waits at headquarters."""
    try:
        yield
    except Unreachable as error:
        raise Cut("Rien ne répond à cette adresse. Relisez-la, puis réessayez.") from error
    except NoLine as error:
        raise Cut("La ligne s’est coupée. Ce qui est arrivé est gardé\u202f: recommencez.") from error


@contextmanager
def _replica(at: Path) -> Iterator[Store]:
    # The same store as a central's, with a number of its own under which it never writes.
    there = at.parent.exists()
    at.parent.mkdir(parents=True, exist_ok=True)
    held = hold(at.parent / LOCK)
    if held is None:
        raise AlreadyPulling(f"Un autre tirage écrit dans {at.parent} : recommencez quand il a fini.")
    with held:
        new = not (at / CENTRAL_DATABASE).exists()
        store = folder.new_central(at) if new else folder.open_central(at)
        try:
            yield store
        finally:
            empty = new and not store.devices()
            store.close()
            if empty:
                # Nothing came: a wrong password, or a wrong address, leaves nothing behind.
                shutil.rmtree(at)
                (at.parent / LOCK).unlink()
                if not there:
                    at.parent.rmdir()
