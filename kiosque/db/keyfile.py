"""The key file beside the database: the random key, wrapped once for each way to open it.

A wrap is sealed to a public key: this PC wraps its key for an animator it never saw, and changes it without knowing
anybody's secret. See docs/decisions/0009-animator-keys.md.
"""

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from threading import Lock

import msgspec
from argon2.exceptions import HashingError
from msgspec import json
from msgspec.structs import replace
from nacl.utils import random

from kiosque.db.engine import KEY_BYTES, sync_folder
from kiosque.db.holder import SALT_BYTES, Holder, code_seed, passphrase_seed, public_of
from kiosque.db.trouble import StorageTrouble
from kiosque.db.wraps import (
    VERSION,
    First,
    KeyFile,
    Unlocked,
    UnreadableKeyFile,
    Version,
    damaged,
    is_of,
    open_wrap,
    ours,
    resealed,
    wrap,
)
from kiosque.domain.errors import KnownError
from kiosque.domain.opener import BADGE, PASSPHRASE, RECOVERY, read_badge, read_recovery

FEWEST_WORDS = 4
SHORTEST_WORD = 3

_WRITING = Lock()
"""Between threads. Between processes the database is the lock: whoever writes this file has it open."""


class WrongPassphrase(KnownError):
    """No wrap of the key file opens with this passphrase."""


class WrongBadge(KnownError):
    """No wrap of the key file opens with this badge."""


class WeakPassphrase(KnownError):
    """The passphrase would not protect a stolen PC."""


def check_passphrase(passphrase: str) -> None:
    """Raise ``WeakPassphrase`` unless there are four words of three letters or more.

    Four words drawn from a list of 7,776 are 51 bits, behind argon2id.
    """
    words = {word.casefold() for word in passphrase.split() if len(word) >= SHORTEST_WORD}
    if len(words) < FEWEST_WORDS or read_badge(passphrase):
        sentence = "Choisissez au moins quatre mots différents, de trois lettres ou plus."
        raise WeakPassphrase(sentence)


def holder_of(animator: int, passphrase: str) -> Holder:
    """Return the holder of a new passphrase, its salt drawn. Raises ``WeakPassphrase``."""
    check_passphrase(passphrase)
    salt = random(SALT_BYTES)
    return Holder(PASSPHRASE, animator, public_of(passphrase_seed(passphrase, salt)), salt)


def first_holder(animator: int, secret: str) -> Holder:
    """Return the holder of a badge's text, or of a new passphrase. Raises ``WeakPassphrase``."""
    badge = read_badge(secret)
    return Holder(BADGE, animator, public_of(code_seed(BADGE, badge))) if badge else holder_of(animator, secret)


def create(path: Path, animator: int, secret: str) -> bytes:
    """Draw a database key, wrap it for one animator in a new file at ``path``, and return it (32 bytes).

    ``secret``: their badge's text, or a passphrase. Raises ``WeakPassphrase``.
    """
    holder, key = first_holder(animator, secret), random(KEY_BYTES)
    _write(path, KeyFile(VERSION, (wrap(holder, (key,)),)))
    return key


def unlock(path: Path, secret: str) -> Unlocked:
    """Return what ``secret`` opens: a badge's text, a passphrase, or this PC's recovery code. Nothing is written.

    Raises ``WrongBadge``, ``WrongPassphrase`` or ``UnreadableKeyFile``.
    """
    file = read(path)
    codes = _codes(secret)
    # Stretching takes its time: what needs none is tried first.
    for each in sorted(file.wraps, key=lambda each: each.holder.form == PASSPHRASE):
        seed = _seed(each.holder, secret, codes)
        keys = open_wrap(each, seed) if seed else None
        if seed and keys:
            return Unlocked(path, keys, replace(each.holder, public=public_of(seed)), file.stale)
    if BADGE in codes:
        sentence = "Ce badge n’ouvre pas ce poste. Réessayez, ou tapez votre phrase secrète."
        raise WrongBadge(sentence)
    sentence = "Cette phrase secrète n’est pas la bonne. Réessayez."
    raise WrongPassphrase(sentence)


def settle(unlocked: Unlocked) -> None:
    """Note who opened: their wrap is tried first next time, and a recovery code that served must be replaced.

    A passphrase of the first version gets its key pair. The database is open under the one key of ``unlocked``.
    """

    def noted(file: KeyFile) -> KeyFile:
        if unlocked.holder.form == RECOVERY:
            return replace(file, recovery=None)
        first, *others = file.wraps
        # Whoever was removed in between stays so.
        if first.holder == unlocked.holder or not any(is_of(each, unlocked.holder) for each in (first, *others)):
            return file
        return resealed(file, unlocked, unlocked.keys)

    rewrite(unlocked.path, noted)


def keep_wraps(path: Path, key: bytes, wanted: Iterable[Holder], gone: Collection[bytes]) -> tuple[Holder, ...]:
    """Wrap ``key`` for every holder of ``wanted``; remove the wraps whose public key is in ``gone``.

    The database is open under ``key``. Where a wrap is removed, the key is changed at the next opening. What would
    leave nobody able to open removes nothing. Return the animators' wraps that neither list names.
    """
    named = {holder.public: holder for holder in wanted}

    def kept(file: KeyFile) -> KeyFile:
        made = ours(file, (key,))
        stay = [each for each in made if each.holder.form == RECOVERY or each.holder.public not in gone]
        there = {each.holder.public for each in stay}
        added = [wrap(holder, (key,)) for public, holder in named.items() if public not in there]
        safe = any(each.holder.form != RECOVERY for each in (*stay, *added))
        if not safe and (file.recovery is None or file.recovery.parcel):
            stay = made
        stale = file.stale or len(stay) < len(made)
        return replace(file, version=VERSION, wraps=(*stay, *added), stale=stale)

    holders = [each.holder for each in rewrite(path, kept).wraps]
    return tuple(each for each in holders if each.form != RECOVERY and each.public not in {b"", *named, *gone})


def read(path: Path) -> KeyFile:
    """Return what is in the file. Raises ``UnreadableKeyFile``."""
    try:
        content = path.read_bytes()
        version = json.decode(content, type=Version).version
        if version > VERSION:
            sentence = "Le fichier de clé vient d’une version plus récente de Kiosque."
            raise UnreadableKeyFile(sentence)
        first = version < VERSION
        file = json.decode(content, type=First).file() if first else json.decode(content, type=KeyFile)
    except FileNotFoundError as error:
        sentence = "Ce poste n’est pas encore inscrit\u00a0: son fichier de clé manque."
        raise UnreadableKeyFile(sentence) from error
    except (msgspec.MsgspecError, OSError) as error:
        raise damaged() from error
    if not file.wraps:
        raise damaged()
    return file


def rewrite(path: Path, change: Callable[[KeyFile], KeyFile]) -> KeyFile:
    """Write what ``change`` makes of the file, durably and whole, unless it is the same; return it.

    Raises ``UnreadableKeyFile``, or ``StorageTrouble`` when the disk refuses; then the file is as it was.
    """
    with _WRITING:
        before = read(path)
        after = change(before)
        if after != before:
            _write(path, after)
        return after


def _codes(secret: str) -> dict[str, bytes]:
    """Return what ``secret`` reads as, by form: a badge, a recovery code, or neither."""
    recovery = read_recovery(secret)
    read_as = {BADGE: read_badge(secret), RECOVERY: recovery.encode() if recovery else None}
    return {form: code for form, code in read_as.items() if code}


def _seed(holder: Holder, secret: str, codes: Mapping[str, bytes]) -> bytes | None:
    """Return the seed that ``secret`` makes, were it this holder's; None: it cannot be. A badge is no passphrase."""
    if holder.form in codes:
        return code_seed(holder.form, codes[holder.form])
    if holder.form != PASSPHRASE or BADGE in codes:
        return None
    try:
        return passphrase_seed(secret, holder.salt)
    except HashingError as error:
        raise damaged() from error


def _write(path: Path, file: KeyFile) -> None:
    temporary = path.with_suffix(".new")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(json.format(json.encode(file)))
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        sentence = "Le disque de ce poste ne répond plus, ou il est plein. Réessayez, puis appelez la coordination."
        raise StorageTrouble(sentence) from error
