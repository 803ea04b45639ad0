"""Animators' keys: what opens the PCs of the network, known by its public half. No secret is ever written here.

An animator may have several badges, and one passphrase: the last that they chose, as far as is known here. So no kiosk
has to give up what headquarters wrote, which it may not touch.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from nacl.utils import random
from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive
from kiosque.db import keyfile
from kiosque.db import records as tables
from kiosque.db.holder import Holder, code_seed, public_of, sound
from kiosque.db.keys import headquarters_keys
from kiosque.db.paths import KIOSK_KEY
from kiosque.db.query import Found
from kiosque.db.records import TABLES
from kiosque.db.recovery import keep_recovery
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain.errors import KnownError
from kiosque.domain.opener import BADGE, BADGE_BYTES, PASSPHRASE, badge_text
from kiosque.domain.records import KEY

FORMS = frozenset({BADGE, PASSPHRASE})

_REFRESHING = Lock()
"""A round may end while somebody chooses a passphrase: the key file follows the last that was read."""


class NoSuchKey(KnownError):
    """The record is no animator's key, or is given up already."""


@dataclass(frozen=True, slots=True)
class Known:
    """A key's record, and for whom it lets things be sealed.

    ``allowed``: it may open: neither it nor its animator is in the bin or erased, they did not leave, and no other
    passphrase was chosen since; None when the animator has not arrived here yet.
    """

    record: int
    holder: Holder
    allowed: bool | None


def issue_badge(store: Store, animator: int) -> str:
    """At headquarters: make a badge for an animator; return its text, which is told this once and kept nowhere.

    The badges that they have still open: ``lose`` gives one up. Raises ``BadInput``.
    """
    return issued(store, animator)[0]


def issued(store: Store, animator: int) -> tuple[str, Done]:
    """Make a badge as ``issue_badge`` does; return what was written of it as well."""
    secret = random(BADGE_BYTES)
    holder = Holder(BADGE, animator, public_of(code_seed(BADGE, secret)))
    with store.writing() as writer:
        _check_animator(writer, animator)
        record = _write(writer, holder)
    return badge_text(secret), Done(record, tuple(writer.entries), writer.now)


def make_badge(store: Store, folder: Path, key: bytes, animator: int) -> str:
    """At a kiosk: make a badge for the animator who has it open; return its text, told this once and kept nowhere.

    It opens here at once, the PCs of the antenna when they learn of it, and those of the network once headquarters has
    confirmed it. ``folder`` is the kiosk's, ``key`` its database's. Raises ``BadInput``.
    """
    secret = random(BADGE_BYTES)
    holder = Holder(BADGE, animator, public_of(code_seed(BADGE, secret)))
    with store.writing(animator) as writer:
        _check_animator(writer, animator)
        _write(writer, holder)
    refresh(folder, store, key)
    return badge_text(secret)


def choose_passphrase(store: Store, folder: Path, key: bytes, animator: int, passphrase: str) -> Done:
    """At a kiosk: give an animator another passphrase, in place of the one that they had; it opens here at once.

    ``folder`` is the kiosk's, ``key`` its database's. The PCs of the antenna learn of it; those of the network once
    headquarters has confirmed it. Raises ``keyfile.WeakPassphrase`` or ``BadInput``; then nothing was written.
    """
    holder = keyfile.holder_of(animator, passphrase)
    # What was chosen at the enrolment may not be told yet: told after this, it would be the last one.
    refresh(folder, store, key)
    with store.writing(animator) as writer:
        _check_animator(writer, animator)
        record = _write(writer, holder)
    refresh(folder, store, key)
    return Done(record, tuple(writer.entries), writer.now)


def confirm(store: Store, record: int) -> Done:
    """At headquarters: make a key that was made at a kiosk, badge or passphrase, the animator's on the whole network.

    Raises ``NoSuchKey``.
    """
    chosen = _named(known(store), record)
    with store.writing() as writer:
        confirmed = _write(writer, chosen)
    return Done(confirmed, tuple(writer.entries), writer.now)


def lose(store: Store, record: int) -> Done:
    """At headquarters: give up a key, a badge that was lost or a passphrase that was heard. Raises ``NoSuchKey``.

    Each PC removes it when it hears of it, and changes its database's key at its next opening.
    """
    held = known(store)
    lost = _named(held, record)
    with store.writing() as writer:
        for each in held:
            if each.holder.public == lost.public and each.allowed is not False:
                writer.amend(KEY, each.record, deleted=True)
    return Done(record, tuple(writer.entries), writer.now)


def active(store: Store) -> tuple[Holder, ...]:
    """Return everybody who may open the PCs where this is known, each key once, oldest first."""
    return _active(known(store))


def known(store: Store) -> tuple[Known, ...]:
    """Return every key of which something is known here and that could be sealed for, oldest first."""
    table, entry = TABLES[KEY], tables.entry
    # The order of creations that every device agrees on: clock, device, number.
    query = select(table).join(entry, entry.c.id == table.c.id).order_by(entry.c.clock, table.c.id)
    here = {row.id: _stands(row) and not row.shut for row in store.all(select(tables.animator))}
    found = [(row, holder) for row in store.all(query) if (holder := _holder(row))]
    # Confirming is not choosing: a passphrase has the place of its first record.
    choices = dict.fromkeys((holder.animator, holder.public) for _, holder in found if holder.form == PASSPHRASE)
    last = dict(choices.keys())
    return tuple(
        Known(row.id, holder, here.get(holder.animator) if _stands(row) and _is_last(holder, last) else False)
        for row, holder in found
    )


def refresh(folder: Path, store: Store, key: bytes) -> None:
    """Bring the key file of the kiosk in ``folder`` in line with what its ``store``, open under ``key``, knows.

    To be called after each opening, and once a round has changed the network: it writes only what has changed. Every
    active animator opens, who no longer is active does not; a key that was made here is told to the others;
    headquarters gets a recovery code. Raises ``wraps.UnreadableKeyFile`` or ``trouble.StorageTrouble``.
    """
    path = folder / KIOSK_KEY
    with _REFRESHING:
        held = known(store)
        said = {each.holder.public for each in held}
        gone = said - {each.holder.public for each in held if each.allowed is not False}
        for holder in keyfile.keep_wraps(path, key, _active(held), gone):
            if holder.public not in said:
                with store.writing(holder.animator) as writer:
                    _write(writer, holder)
        for newest in headquarters_keys(store)[:1]:
            keep_recovery(path, key, newest.public)


def _active(held: Iterable[Known]) -> tuple[Holder, ...]:
    # Whose a key is, its first record says.
    return tuple({each.holder.public: each.holder for each in reversed(tuple(held)) if each.allowed}.values())[::-1]


def _is_last(holder: Holder, last: Mapping[int, bytes]) -> bool:
    return holder.form != PASSPHRASE or last[holder.animator] == holder.public


def _stands(row: Found) -> bool:
    return not row.deleted and row.erased != ""


def _holder(row: Found) -> Holder | None:
    """Return for whom a key's row lets things be sealed; None when it is of a form or a making that is not ours."""
    holder = Holder(row.form or "", row.animator or 0, row.public or b"", row.salt or b"")
    return holder if holder.form in FORMS and sound(holder) else None


def _named(held: Iterable[Known], record: int) -> Holder:
    for each in held:
        if each.record == record and each.allowed is not False:
            return each.holder
    sentence = "Ce badge ou cette phrase secrète n’est plus valable, ou n’est pas connu ici."
    raise NoSuchKey(sentence)


def _write(writer: Writer, holder: Holder) -> int:
    salt = holder.salt or None
    return writer.record(KEY, animator=holder.animator, form=holder.form, public=holder.public, salt=salt)


def _check_animator(writer: Writer, animator: int) -> None:
    table = tables.animator
    found = writer.first(select(table.c.erased, table.c.shut).where(table.c.id == animator, alive(table)))
    if found is None or found.erased == "":
        raise BadInput("animator", "Cette personne n’est pas connue ici.")
    if found.shut:
        raise BadInput("animator", "L’engagement de cette personne est terminé.")
