"""The kiosk, put together: the window, the store that a passphrase opens, the line."""

import gc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosque.db.paths import KIOSK_ATTEMPTS, KIOSK_DATABASE, enrolled
from kiosque.domain.errors import KnownError
from kiosque.settings import Settings, UnreadableSettings, keep
from kiosque.sync.post import Post

if TYPE_CHECKING:  # loaded when it is plugged: the window paints before the database's libraries are there
    from kiosque.db.doctor import Findings
    from kiosque.db.store import Store
    from kiosque.sync.enrolment import Enrolment
    from kiosque.sync.newcomer import Newcomer
    from kiosque.ui.chime import Chime
    from kiosque.ui.services import Door, Practice, Services, UiSettings
    from kiosque.ui.voice import Voice


class NotKept(KnownError):
    """A local setting could not be written down."""


class Unanswered(KnownError):
    """Kiosque runs already over this folder, and does not come to the front."""


def enrol(at: Path, file: Path, passphrase: str) -> None:
    """Enrol this PC in the folder ``at``, by the enrolment file ``file``.

    Then ask the central for what headquarters has set up; without a line it comes later. Raises ``KnownError``; then
    nothing is left, and that goes for an enrolment that the central does not take.
    """
    from kiosque.sync import enrolment

    carried = enrolment.read(file)
    _settle(at, lambda _: carried, passphrase)


def enrol_by_code(at: Path, address: str, code: str, passphrase: str) -> None:
    """Enrol this PC in the folder ``at``, by the one-time ``code``, from the central at ``address``.

    Raises ``KnownError``; then nothing was written, and the code is still good.
    """
    _settle(at, lambda newcomer: newcomer.by_code(address, code), passphrase)


def _settle(at: Path, found: "Callable[[Newcomer], Enrolment]", passphrase: str) -> None:
    from kiosque.bootstrap import instance
    from kiosque.sync.newcomer import Newcomer
    from kiosque.sync.volumes import volumes

    with instance.alone(at):
        post = post_of(at)
        newcomer = Newcomer(at, post, volumes())
        try:
            carried = found(newcomer)
            newcomer.settle(carried, carried.animator, passphrase)
        finally:
            post.close()


def post_of(at: Path) -> Post:
    """Return the PC of the folder ``at``, which keeps its key file and its code lists in line with what it knows."""

    def tend(folder: Path, store: "Store", key: bytes) -> None:
        from kiosque.actions.network import code_lists, keys

        code_lists.use(store)
        keys.refresh(folder, store, key)

    return Post(at, tend=tend)


def run(at: Path, settings: Settings, *, full_screen: bool) -> int:
    """Open the window of the kiosk in the folder ``at``, which need not be enrolled; return the exit status."""
    from kiosque import logs

    logs.start(settings.logs)
    return show(at, full_screen=full_screen, stick=settings.stick, settings=settings)


def show(at: Path, *, full_screen: bool, stick: Path | None = None, settings: Settings | None = None) -> int:
    """Show the window over the folder ``at`` until it is closed; return the exit status.

    ``stick``: the folder that stands for a USB stick, if one does. When it is shown already, it comes to the front.
    Raises ``Unanswered``.
    """
    from kiosque.bootstrap import instance, practice
    from kiosque.ui.app import run as run_window

    here = instance.claim(at)
    if here is None:
        if instance.knock(at):
            return 0
        sentence = "Kiosque est déjà ouvert sur ce poste, et ne répond pas. Redémarrez le poste."
        raise Unanswered(sentence)
    practice.forget(at)
    post = post_of(at)
    try:
        return run_window(services(post, full_screen=full_screen, stick=stick, door=here, settings=settings))
    finally:
        post.close()
        here.close()


def services(
    post: Post,
    *,
    full_screen: bool,
    stick: Path | None = None,
    door: "Door | None" = None,
    settings: Settings | None = None,
) -> "Services":
    """Return what the window needs, over ``post``; in a window that is not the whole screen, somebody works on it.

    ``settings``: those of this PC, which are kept when somebody changes them; None for a kiosk that is only tried.
    """
    from kiosque.sync.newcomer import Newcomer
    from kiosque.sync.sticks import Sticks
    from kiosque.sync.volumes import volumes
    from kiosque.ui.papers.printers import SystemPrinters
    from kiosque.ui.services import Services, UiSettings

    plugged = volumes(stick)
    made = Services(
        unlock=post.unlock,
        sync=post,
        now=post.hands.now,
        settings=UiSettings(full_screen=full_screen, enclosed=full_screen),
        clock=post.hands,
        sticks=Sticks(post, plugged),
        door=door,
        attempts=post.at / KIOSK_ATTEMPTS,
        warm_up=warm_up,
        printers=SystemPrinters(settings.printer if settings else ""),
        documents=_documents,
        newcomer=None if enrolled(post.at) else Newcomer(post.at, post, plugged),
    )
    seen = _as_set(made, settings) if settings else made
    return replace(seen, practice=lambda: _practice(post, seen))


def _documents() -> Path | None:
    from kiosque.ui.papers.keeping import documents

    return documents()


def _practice(post: Post, usual: "Services") -> "Practice":
    from kiosque.bootstrap import practice

    # Each window ends its own voice.
    return practice.begin(post.at, replace(usual, chime=_chime(), voice=_voice()))


def _as_set(made: "Services", settings: Settings) -> "Services":
    """Return ``made`` in the local settings, and what keeps them when they are changed."""
    from kiosque.ui.language import Language
    from kiosque.ui.palette import Look

    seen = replace(
        made.settings,
        look=Look(settings.look),
        text_scale=settings.text_scale,
        keyboard_always=settings.keyboard_always,
        sound=settings.sound,
        printer=settings.printer,
        language=Language(settings.language),
    )
    return replace(made, settings=seen, keep=_keep, chime=_chime(), voice=_voice())


def _keep(chosen: "UiSettings") -> None:
    values = {
        "language": chosen.language.value,
        "look": chosen.look.value,
        "text_scale": chosen.text_scale,
        "keyboard_always": chosen.keyboard_always,
        "sound": chosen.sound,
        "printer": chosen.printer,
    }
    try:
        keep(values)
    except (OSError, UnreadableSettings) as error:
        sentence = "Ce réglage vaut pour maintenant\u202f; ce poste n’a pas pu le garder."
        raise NotKept(sentence) from error


def _chime() -> "Chime | None":
    from kiosque.ui import chime

    player = chime.find_player()
    return None if player is None else chime.Chime(player)


def _voice() -> "Voice | None":
    from kiosque.ui import voice

    reader = voice.find_reader()
    return None if reader is None else voice.Voice(reader)


def warm_up() -> None:
    """Load what unlocking and every screen need, while somebody is typing a passphrase."""
    import kiosque.db.folder
    import kiosque.sync.http
    import kiosque.sync.runner
    import kiosque.ui.routes  # noqa: F401

    # All this stays as long as the program: no search for what can be thrown away goes through it again.
    gc.freeze()
    gc.enable()


def examine(at: Path, passphrase: str, *, rebuild: bool) -> "Findings":
    """Return what is wrong with a kiosk's store, mended when ``rebuild``. Raises ``KnownError``."""
    from contextlib import nullcontext

    from kiosque.bootstrap import instance
    from kiosque.db import doctor, folder

    with instance.alone(at) if rebuild else nullcontext():
        store = folder.unlock(at, passphrase).store
        try:
            return doctor.mend(store) if rebuild else doctor.examine(store)
        finally:
            store.close()


def restore(at: Path, passphrase: str) -> Path | None:
    """Put the copy of the last closing back; return where what was there was put aside. Raises ``KnownError``."""
    from kiosque.bootstrap import instance
    from kiosque.db import backup
    from kiosque.db.store import wall_clock

    with instance.alone(at):
        return backup.restore(at, passphrase, wall_clock())


def put_aside(at: Path) -> dict[str, int]:
    """Return what a restoration put aside in the folder ``at``, by name, and until when it is kept (UTC seconds)."""
    from kiosque.db import aside

    return aside.told(at / KIOSK_DATABASE)
