"""``python -m kiosque``, and the program ``kiosque``."""

import gc
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from getopt import GetoptError, gnu_getopt
from pathlib import Path
from typing import NamedTuple

BEHIND = (
    "kiosque.logs",
    "kiosque.bootstrap.kiosk",
    "kiosque.bootstrap.instance",
    "kiosque.bootstrap.practice",
    "kiosque.sync.newcomer",
    "kiosque.sync.sticks",
    "kiosque.sync.volumes",
    "kiosque.ui.app",
    "kiosque.ui.papers.keeping",
    "kiosque.ui.papers.printers",
)
"""What `kiosque run` needs before its window can be built."""


class Run(NamedTuple):
    """What `kiosque run` is asked."""

    folder: Path | None
    windowed: bool


def main() -> None:
    """Run the command line; the kiosk's own command paints first, and goes without it."""
    wish = read_run(sys.argv[1:])
    if wish is not None:
        sys.exit(_run(wish))
    from kiosque.cli import main as run  # noqa: PLC0415 - the kiosk never loads it

    run()


def read_run(arguments: Sequence[str]) -> Run | None:
    """Return what `kiosque run` is asked by ``arguments``; None for whatever else the command line reads, or refuses.

    The library of the command line takes a tenth of a second and 8 MB, at each start of a PC that needs none of it.
    """
    if arguments[:1] != ["run"]:
        return None
    try:
        options, more = gnu_getopt(list(arguments[1:]), "", ["dir=", "windowed"])
    except GetoptError:
        return None
    said = dict(options)
    return None if more else Run(Path(said["--dir"]) if "--dir" in said else None, "--windowed" in said)


def _run(wish: Run) -> int:
    """Run the kiosk and return the exit status of the process."""
    from kiosque.domain.errors import KnownError  # noqa: PLC0415
    from kiosque.settings import UnreadableSettings, load  # noqa: PLC0415

    # What is loaded stays: looking through it for what can be thrown away would stop the window, ten times.
    gc.disable()
    try:
        settings = load()
        full_screen = settings.full_screen and not wish.windowed
        with paint_first(settings.look, full_screen=full_screen):
            from kiosque.bootstrap import kiosk  # noqa: PLC0415

            return kiosk.run(wish.folder or settings.data, settings, full_screen=full_screen)
    except (KnownError, UnreadableSettings, OSError) as error:
        from kiosque.cli import stop  # noqa: PLC0415 - says it as it says everything

        stop(error)


def paint_first(look: str, *, full_screen: bool) -> AbstractContextManager[None]:
    """Paint the hills; within, all that the window is built from is loaded."""
    from kiosque.ui import dawn  # noqa: PLC0415

    return dawn.paint(look, BEHIND, full_screen=full_screen)


if __name__ == "__main__":
    main()
