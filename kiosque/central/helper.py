"""A helper process: works on rounds, one message after the other, and only ever reads the database."""

import traceback
from typing import BinaryIO

from kiosque.central.passing import Answer, Asked, Cannot, Failed, Forget, Is, More, Open, Reply, packed, read_asked
from kiosque.central.work import Work
from kiosque.db.store import Store
from kiosque.sync.central_end import Declined


def help_with(store: Store, asked: BinaryIO, answers: BinaryIO) -> None:
    """Answer what is ``asked`` until that pipe is closed: the central has stopped, whatever stopped it."""
    works: dict[int, Work] = {}
    with store.database.one_connection():
        while (message := read_asked(asked)) is not None:
            if isinstance(message, Forget):
                works.pop(message.round, None)
                continue
            answers.write(packed(_answer(store, works, message)))
            answers.flush()


def _answer(store: Store, works: dict[int, Work], message: Asked) -> Answer:
    try:
        return _done(store, works, message)
    except Declined:
        return Cannot()
    except Exception as error:  # noqa: BLE001 - told to the central, which is loud about it
        return Failed(type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))


def _done(store: Store, works: dict[int, Work], message: Asked) -> Answer:
    work = works.get(message.round) or works.setdefault(message.round, Work(store, writes=False))
    if isinstance(message, Open):
        store.hear_of(message.clock)
        return Is(opened=work.open(message.chunk, last=message.last))
    if isinstance(message, More):
        return Is(portion=work.more())
    if isinstance(message, Reply):
        return Is(portion=work.reply(message.refused, hurried=message.hurried))
    raise AssertionError(message)
