"""A helper process of the central, which starts it: it hears on its standard input where the database is."""

import gc
import signal
import sys
from contextlib import suppress


def command() -> list[str]:
    """Return what starts one."""
    return [sys.executable, "-m", __name__]


def spare_the_collector() -> None:
    """Look for cycles seldom, and never among what is loaded: entries come by the thousand and are in none.

    Measured: a tenth of the processor that a round takes.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def main() -> None:
    """Help until the central closes the pipe, or is gone."""
    from kiosque.central.helper import help_with
    from kiosque.central.passing import Is, packed, read_hello
    from kiosque.db.place import Place, open_place
    from kiosque.db.store import Store

    # Ctrl-C is the central's to answer: it finishes what is in hand, and closes the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    hello = read_hello(asked)
    if hello is None:
        return
    store = Store(open_place(Place(hello.database, hello.key)))
    spare_the_collector()
    try:
        with suppress(BrokenPipeError):
            answers.write(packed(Is()))
            answers.flush()
            help_with(store, asked, answers)
    finally:
        store.close()


if __name__ == "__main__":
    main()
