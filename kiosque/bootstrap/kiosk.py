"""The kiosk, put together: the window, the store that a passphrase opens, the line."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosque.db.paths import enrolled
from kiosque.domain.errors import KnownError
from kiosque.settings import Settings
from kiosque.sync.post import Post

if TYPE_CHECKING:  # loaded when it is plugged: the window paints before the database's libraries are there
    from kiosque.db.doctor import Findings
    from kiosque.db.store import Store
    from kiosque.sync.enrolment import Enrolment
    from kiosque.sync.newcomer import Newcomer
    from kiosque.ui.services import Door, Services


class NotEnrolled(KnownError):
    """This PC was not enrolled: there is nothing to open."""


class Unanswered(KnownError):
    """Kiosque runs already over this folder, and does not come to the front."""


def enrol(at: Path, file: Path, passphrase: str) -> None:
    """Enrol this PC in the folder ``at``, by the enrolment file ``file``.

    Then ask the central for what headquarters has set up; without a line it comes later. Raises ``KnownError``.
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
    from kiosque.sync.newcomer import Newcomer
    from kiosque.sync.volumes import volumes

    post = post_of(at)
    newcomer = Newcomer(at, post, volumes())
    try:
        carried = found(newcomer)
        newcomer.settle(carried, carried.animator, passphrase)
        post.try_now()
    finally:
        post.close()


def post_of(at: Path) -> Post:
    """Return the PC of the folder ``at``, which keeps its key file in line with the animators that it knows."""

    def tend(folder: Path, store: "Store", key: bytes) -> None:
        from kiosque.actions.keys import refresh

        refresh(folder, store, key)

    return Post(at, tend=tend)


def run(at: Path, settings: Settings, *, full_screen: bool) -> int:
    """Open the window of the kiosk in the folder ``at``; return the exit status. Raises ``NotEnrolled``."""
    from kiosque import logs

    if not enrolled(at):
        sentence = "Ce poste n’est pas encore inscrit. Demandez un fichier d’inscription à la coordination."
        raise NotEnrolled(sentence)
    logs.start(settings.logs)
    return show(at, full_screen=full_screen, stick=settings.stick, language=settings.language, printer=settings.printer)


def show(at: Path, *, full_screen: bool, stick: Path | None = None, language: str = "fr", printer: str = "") -> int:
    """Show the window over the folder ``at`` until it is closed; return the exit status.

    ``stick``: the folder that stands for a USB stick, if one does; ``language``: the code of the usual one;
    ``printer``: the one to use first. When it is shown already, it comes to the front. Raises ``Unanswered``.
    """
    from kiosque.bootstrap import instance
    from kiosque.ui.app import run as run_window

    here = instance.claim(at)
    if here is None:
        if instance.knock(at):
            return 0
        sentence = "Kiosque est déjà ouvert sur ce poste, et ne répond pas. Redémarrez le poste."
        raise Unanswered(sentence)
    post = post_of(at)
    try:
        usual = services(post, full_screen=full_screen, stick=stick, door=here, language=language, printer=printer)
        return run_window(usual)
    finally:
        post.close()
        here.close()


def services(
    post: Post,
    *,
    full_screen: bool,
    stick: Path | None = None,
    door: "Door | None" = None,
    language: str = "fr",
    printer: str = "",
) -> "Services":
    """Return what the window needs, over ``post``; in a window that is not the whole screen, somebody works on it."""
    from kiosque.sync.sticks import Sticks
    from kiosque.sync.volumes import volumes
    from kiosque.ui.language import Language
    from kiosque.ui.papers.keeping import documents
    from kiosque.ui.papers.printers import SystemPrinters
    from kiosque.ui.services import Services, UiSettings

    return Services(
        unlock=post.unlock,
        sync=post,
        now=post.hands.now,
        settings=UiSettings(full_screen=full_screen, enclosed=full_screen, language=Language(language)),
        clock=post.hands,
        sticks=Sticks(post, volumes(stick)),
        door=door,
        warm_up=warm_up,
        printers=SystemPrinters(printer),
        documents=documents,
    )


def warm_up() -> None:
    """Load what unlocking needs, while somebody is typing a passphrase."""
    import kiosque.db.folder
    import kiosque.sync.http
    import kiosque.sync.runner  # noqa: F401


def examine(at: Path, passphrase: str, *, rebuild: bool) -> "Findings":
    """Return what is wrong with a kiosk's store, mended when ``rebuild``. Raises ``KnownError``."""
    from kiosque.db import doctor, folder

    store = folder.unlock(at, passphrase).store
    try:
        return doctor.mend(store) if rebuild else doctor.examine(store)
    finally:
        store.close()
