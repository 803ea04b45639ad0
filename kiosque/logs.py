"""The log of the program itself: rotating files, and nothing lost when it falls over. Never a person's name."""

import faulthandler
import logging
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

FILE_BYTES = 1_000_000
FILES_KEPT = 5
_log = logging.getLogger("kiosque")


def start(folder: Path) -> None:
    """Log to ``folder``: warnings and worse, uncaught exceptions of every thread, and crashes of the interpreter.

    A traceback holds code, never the values of variables, so no name of a person.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(folder / "kiosque.log", maxBytes=FILE_BYTES, backupCount=FILES_KEPT, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    faulthandler.enable((folder / "crash.log").open("a", encoding="utf-8"))
    sys.excepthook = _uncaught
    threading.excepthook = lambda args: _uncaught(args.exc_type, args.exc_value, args.exc_traceback)


def _uncaught(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if issubclass(kind, Exception):
        # Not the message: a database error repeats the values of its statement, names among them.
        _log.error("uncaught %s\n%s", kind.__name__, "".join(traceback.format_tb(trace)))
    sys.__excepthook__(kind, error or kind(), trace)
