"""``python -m kiosque``, and the program ``kiosque``."""

import sys

BEHIND = (
    "kiosque.cli",
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


def main() -> None:
    """Run the command line; the kiosk's own command paints before it loads anything else."""
    if sys.argv[1:2] == ["run"] and not {"--help", "-h"} & set(sys.argv):
        _paint_first()
    from kiosque.cli import main as run  # noqa: PLC0415 - the first paint does not wait for it

    run()


def _paint_first() -> None:
    from kiosque.settings import UnreadableSettings, load  # noqa: PLC0415

    try:
        settings = load()
    except UnreadableSettings:
        # The command line says it.
        return
    from kiosque.ui import dawn  # noqa: PLC0415

    dawn.paint(settings.look, BEHIND, full_screen=settings.full_screen and "--windowed" not in sys.argv)


if __name__ == "__main__":
    main()
