"""The stick: a round by hand. The bytes are those of the line, in a file each way.

On it, in the folder ``FOLDER``: ``<antenna's code>-<device>.kiosque`` from a kiosk, ``<device>.reponse`` to it. What a
file is, and whose, is said by its content, and a name is only ever made from what this machine knows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from string import ascii_uppercase, digits

from kiosque.db.questions import remember_question, waiting_questions
from kiosque.db.store import Store
from kiosque.domain.records import ANTENNA
from kiosque.sync.device_end import DeviceEnd, Progress, Taken, no_progress
from kiosque.sync.envelope import Direction, Unsealer
from kiosque.sync.pieces import Pieces, piece
from kiosque.sync.reading import reply_key
from kiosque.sync.refusal import Reason, Refused
from kiosque.sync.stick_file import StickTrouble, Trouble, portions, read_file, remove, told, write_file

FOLDER = "KIOSQUE"
UP, DOWN = ".kiosque", ".reponse"

MOST_FILES = 64
"""Reply files looked at on one stick: a coordinator's carries one for each antenna."""

ANSWERS = b"KA"
"""Starts a reply file: the opening that it answers follows, so that an old one is told from a damaged one."""

MOST_START = 256
"""Bytes of the first piece of a file of ours, at most."""

LONGEST_CODE = 12


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: how many entries, as how many bytes, where."""

    entries: int
    size: int
    path: Path


def export(store: Store, end: DeviceEnd, stick: Path, progress: Progress = no_progress) -> Exported:
    """Write everything that the central has not acknowledged to the stick mounted at ``stick``, and read it back.

    From then on the central may hold it: the next round on the line asks first. Raises ``StickTrouble``; then this
    machine is as it was.
    """
    if (stick / FOLDER).is_symlink():
        raise StickTrouble(Trouble.NOT_OURS, f"{FOLDER} leads elsewhere")
    doubt, entries, path = end.in_doubt, end.waiting, stick / FOLDER / up_name(store)
    asked = False

    def named() -> None:
        nonlocal asked
        remember_question(store, end.question)
        asked = True

    try:
        size = write_file(path, end.request(progress=progress), named)
    finally:
        if not asked:
            end.in_doubt = doubt
    for older in _requests_on(store, stick):
        if older != path:
            remove(older)
    return Exported(entries, size, path)


def take_replies(store: Store, end: DeviceEnd, stick: Path, progress: Progress = no_progress) -> Taken:
    """Take the reply for this device on the stick mounted at ``stick``; what it answers goes with it.

    A browser that fetches twice makes two files: of several, an older one is passed over. ``progress`` is told of
    bytes. Raises ``StickTrouble`` or ``Refused``.
    """
    taken, why = None, StickTrouble(Trouble.NO_REPLY)
    for path in replies_on(store, stick):
        try:
            taken = take_reply(store, end, path, progress)
        except StickTrouble as trouble:
            why = trouble
    if taken is None:
        raise why
    if not waiting_questions(store):
        for path in _requests_on(store, stick):
            remove(path)
    return taken


def take_reply(store: Store, end: DeviceEnd, path: Path, progress: Progress = no_progress) -> Taken:
    """Take one reply file. Once it has served it goes: whoever finds a stick one day finds less.

    It is opened to its end before anything of it is kept. Raises ``StickTrouble`` or ``Refused``.
    """
    question, envelope = _unpack(read_file(path))
    try:
        Unsealer(Direction.DOWN, partial(reply_key, store), question).check(portions(envelope))
    except Refused as refused:
        raise StickTrouble(_OF_REPLY.get(refused.reason, Trouble.DAMAGED), str(refused)) from refused
    if question not in waiting_questions(store):
        remove(path)
        raise StickTrouble(Trouble.OLD, f"{path.name} answers nothing that waits")
    try:
        taken = end.take(_counted(envelope, progress), question)
    except Refused as refused:
        if not end.comparing:
            raise
        # The reply stays on the stick: what is asked next follows from it.
        raise StickTrouble(Trouble.MORE, str(refused)) from refused
    remove(path)
    return taken


def replies_on(store: Store, stick: Path) -> list[Path]:
    """Return the reply files on a stick: those named for this device, or, when there is none, the others."""
    with told():
        found = sorted(islice(chain(stick.glob(f"*{DOWN}"), (stick / FOLDER).glob(f"*{DOWN}")), MOST_FILES))
    return [path for path in found if path.name.startswith(str(store.device))] or found


def reply_awaits(store: Store, stick: Path) -> bool:
    """Whether the stick carries a file named as a reply to this device."""
    return any(path.name.startswith(str(store.device)) for path in replies_on(store, stick))


def up_name(store: Store) -> str:
    """Return the name of this device's file. Its antenna's code helps a person, once it is known here."""
    antenna = store.state(store.identity.antenna)
    code = str(antenna.values.get(ANTENNA.field("code").number) or "") if antenna else ""
    plain = "".join(letter for letter in code.upper() if letter in ascii_uppercase + digits)[:LONGEST_CODE]
    return f"{plain}-{store.device}{UP}" if plain else f"{store.device}{UP}"


def down_name(device: int) -> str:
    """Return the name of a reply file."""
    return f"{device}{DOWN}"


def pack_reply(question: bytes, envelope: Iterable[bytes]) -> Iterator[bytes]:
    """Give the bytes of a reply file: what it answers, then the ``envelope`` that is bound to it."""
    return chain((piece(ANSWERS + question),), envelope)


def check_request(content: bytes) -> None:
    """Raise ``StickTrouble`` unless ``content`` starts as a device's file does."""
    _check_kind(content, Direction.UP.value)


_OF_REPLY = {
    Reason.STRANGER: Trouble.OTHER_DEVICE,
    Reason.KEY: Trouble.OTHER_NETWORK,
    Reason.VERSION: Trouble.NEWER,
}
"""What it means that an envelope does not open; otherwise it is damaged."""

_KINDS = {Direction.UP.value: Trouble.REQUEST, ANSWERS: Trouble.REPLY}


def _check_kind(content: bytes, wanted: bytes) -> None:
    if not content:
        # What is left of a file on a stick that was pulled out.
        raise StickTrouble(Trouble.DAMAGED, "it is empty")
    # Behind its length, which is one byte.
    found = content[1:3]
    if found != wanted:
        raise StickTrouble(_KINDS.get(found, Trouble.NOT_OURS), f"it starts with {content[:3].hex()}")


def _unpack(content: bytes) -> tuple[bytes, bytes]:
    """Return what a reply file answers, and its envelope. Raises ``StickTrouble``."""
    _check_kind(content, ANSWERS)
    pieces = Pieces()
    pieces.feed(content)
    try:
        start = pieces.next(MOST_START)
    except Refused as refused:
        raise StickTrouble(Trouble.DAMAGED, str(refused)) from refused
    if start is None:
        raise StickTrouble(Trouble.DAMAGED, "it stops before what it answers")
    return start[len(ANSWERS) :], pieces.rest()


def _counted(content: bytes, progress: Progress) -> Iterator[bytes]:
    done = 0
    for part in portions(content):
        yield part
        done += len(part)
        progress(done, len(content))


def _requests_on(store: Store, stick: Path) -> list[Path]:
    """Return this device's files on a stick, under whatever code of its antenna."""
    with told():
        found = islice((stick / FOLDER).glob(f"*{UP}"), MOST_FILES)
        return [path for path in found if path.name.rpartition("-")[2] == f"{store.device}{UP}"]
