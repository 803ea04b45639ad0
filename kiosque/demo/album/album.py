"""Takes the pictures: the real window, over a real store, in each language and look; and the page that shows them."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosque.db.folder import Opened
from kiosque.demo.album.morning import Line, Morning, Printer
from kiosque.demo.album.mornings import mornings
from kiosque.demo.album.view import View
from kiosque.demo.album.views import VIEWS, name_of
from kiosque.domain.errors import KnownError
from kiosque.ui.app import application, open_window
from kiosque.ui.gallery.pictures import save_small
from kiosque.ui.lanes import Lane, Lanes
from kiosque.ui.language import Language, speak
from kiosque.ui.palette import Look
from kiosque.ui.places import Place, Unlock
from kiosque.ui.robot import Robot
from kiosque.ui.services import Practice, Services, Timings, UiSettings
from kiosque.ui.window import Window

SIZE = (1366, 768)
COLOURS = 64
"""Of a picture: enough for the eye, and smaller than with 256."""
PAGE, IMAGES = "ecrans.md", "images"
DEFERRED_DELETE = 52
"""``QEvent.Type.DeferredDelete``: no event loop runs here that would do it."""

_LONG = 600_000
QUIET = Timings(motion=0, settle=0, undo=_LONG, greeting=_LONG, idle_ask=_LONG, animator_idle=_LONG, poll=_LONG)
"""Milliseconds: nothing moves or goes away while a picture is taken."""
LOOKS = {Look.LIGHT: "clair", Look.DARK: "sombre", Look.CONTRAST: "contrasté"}


class NoSuchScreen(KnownError):
    """Nothing is pictured under that name."""


def take(
    guide: Path,
    only: Collection[str] = (),
    languages: Sequence[Language] = tuple(Language),
    looks: Sequence[Look] = tuple(Look),
) -> int:
    """Write the pictures into ``guide``/images and the page that shows them; return how many pictures.

    ``only``: names of places; nothing else is pictured again. Raises ``NoSuchScreen``.
    """
    wanted = {place: views for place, views in VIEWS.items() if not only or place.name in only}
    if not wanted:
        raise NoSuchScreen("Aucun écran ne porte ce nom.")
    images = guide / IMAGES
    images.mkdir(parents=True, exist_ok=True)
    if not only:
        expected = set(files())
        for old in images.glob("*-*.png"):
            if old.name not in expected:
                old.unlink()
    taken = 0
    with TemporaryDirectory() as scratch, mornings(Path(scratch)) as states:
        for language in languages:
            for look in looks:
                for when, morning in states.items():
                    here = [(place, view) for place, views in wanted.items() for view in views if view.when is when]
                    taken += _visit(images, morning, here, language, look) if here else 0
    (guide / PAGE).write_text(page(), "utf-8")
    return taken


def files() -> Iterator[str]:
    """Give the names of all the pictures of the guide."""
    for place, views in VIEWS.items():
        for view in views:
            for language in Language:
                for look in Look:
                    yield file_of(place, view, language, look)


def file_of(place: type[Place], view: View, language: Language, look: Look) -> str:
    """Return the file name of one picture."""
    return f"{name_of(place, view)}-{language.value}-{look.value}.png"


def page() -> str:
    """Return the page of the guide that shows every screen."""
    lines = ["# Les écrans", "", "Chaque écran du kiosque, en français et en anglais, clair, sombre et contrasté.", ""]
    lines += ["Ces images sont prises par une commande : `kiosque gallery --screens docs/guide`.", ""]
    for place, views in VIEWS.items():
        for view in views:
            lines += [f"## {view.title}", ""]
            lines += [f"| {' | '.join(LOOKS.values())} |", f"|{'---|' * len(LOOKS)}"]
            for language in Language:
                cells = (
                    f"![{view.title}, {said}, {language.own_name}]({IMAGES}/{file_of(place, view, language, look)})"
                    for look, said in LOOKS.items()
                )
                lines.append(f"| {' | '.join(cells)} |")
            lines.append("")
    return "\n".join(lines)


def _visit(
    images: Path, morning: Morning, views: Sequence[tuple[type[Place], View]], language: Language, look: Look
) -> int:
    with _window(morning, language, look) as (window, lanes):
        robot = Robot(window)
        for place, view in views:
            # Nobody comes behind the counter but by their passphrase.
            window.go(Unlock())
            window.go(view.place(morning))
            _settle(robot, lanes)
            view.then(robot)
            _settle(robot, lanes)
            if window.place.name != place.name:
                message = f"{place.name} led to {window.place.name}"
                raise RuntimeError(message)
            save_small(window.grab().toImage(), images / file_of(place, view, language, look), COLOURS)
    return len(views)


@contextmanager
def _window(morning: Morning, language: Language, look: Look) -> Iterator[tuple[Window, Lanes]]:
    running = application()
    opened = Opened(morning.store, morning.animator)
    settings = UiSettings(look=look, language=language, full_screen=False, enclosed=False, timings=QUIET)
    services = Services(
        lambda _: opened,
        Line(morning),
        morning.clock.now,
        settings,
        morning.clock,
        printers=Printer(),
        practice=_no_practice,
    )
    lanes = Lanes()
    window = open_window(services, lanes, SIZE)
    # As who unlocked: every screen may be reached from here.
    window.backstage.opened = opened
    try:
        yield window, lanes
    finally:
        window.close()
        lanes.close()
        window.deleteLater()
        running.sendPostedEvents(window, DEFERRED_DELETE)
        speak(Language.FRENCH)


def _settle(robot: Robot, lanes: Lanes) -> None:
    """Wait until everything that was asked has been answered: each lane answers in order, and an answer may ask."""
    for _ in range(3):
        for lane in Lane:
            answered: list[int] = []
            lanes.submit(lane, int, answered.append, _never)
            robot.wait_for(lambda: bool(answered))  # noqa: B023 - waited for at once


def _no_practice() -> Practice:
    """Offer an exercise on the pictures; nobody begins it."""
    raise RuntimeError("an exercise in the album")


def _never(error: KnownError) -> None:
    raise error
