"""The three checks of *Essayer*: what each finds, and what the last one says of the others."""

import socket
from itertools import product

import pytest

from kiosque.domain.errors import KnownError
from kiosque.sync.checks import Answer, Checks, answers, proceed
from kiosque.sync.line_errors import NoLine, Unavailable

YES, NO = Answer.YES, Answer.NO


def essayer(*, room: bool, internet: bool, trouble: KnownError | None) -> list[Checks]:
    """Press *Essayer* and return what is shown, one after the other."""
    shown = [Checks()]
    while not shown[-1].over:
        shown.append(proceed(shown[-1], lambda: trouble, lambda: internet, lambda: "10.0.0.2" if room else ""))
    return shown


def test_they_are_looked_at_one_after_the_other() -> None:
    waiting, looking = Answer.WAITING, Answer.LOOKING
    shown = essayer(room=True, internet=True, trouble=None)
    assert [(each.room, each.internet, each.service) for each in shown] == [
        (looking, waiting, waiting),
        (YES, looking, waiting),
        (YES, YES, looking),
        (YES, YES, YES),
    ]
    assert [each.over for each in shown] == [False, False, False, True]
    assert shown[-1].trouble == ""


@pytest.mark.parametrize(
    ("room", "internet", "service", "found"),
    [
        (True, True, True, (YES, YES, YES)),
        (True, True, False, (YES, YES, NO)),
        (True, False, True, (YES, YES, YES)),
        (True, False, False, (YES, NO, NO)),
        (False, True, True, (YES, YES, YES)),
        (False, True, False, (YES, YES, NO)),
        (False, False, True, (YES, YES, YES)),
        (False, False, False, (NO, NO, NO)),
    ],
)
def test_the_further_proves_the_nearer(
    *, room: bool, internet: bool, service: bool, found: tuple[Answer, Answer, Answer]
) -> None:
    last = essayer(room=room, internet=internet, trouble=None if service else NoLine())[-1]
    assert (last.room, last.internet, last.service) == found
    assert last.trouble == ""


def test_what_our_service_says_is_said_on() -> None:
    last = essayer(room=True, internet=True, trouble=Unavailable(60))[-1]
    assert (last.service, last.trouble) == (NO, Unavailable().sentence)


def test_nothing_is_left_out_because_something_failed() -> None:
    for room, internet in product((True, False), repeat=2):
        assert len(essayer(room=room, internet=internet, trouble=NoLine())) == 4


# ----- whether anybody answers ---------------------------------------------------------------------------------------

NOWHERE = ("255.255.255.255", 53)


def test_whoever_accepts_or_refuses_is_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = listening.getsockname()
        assert answers([address])
        assert answers([NOWHERE, address])
    # Now it refuses.
    assert answers([address])


def test_nobody_is_nobody() -> None:
    assert not answers([NOWHERE])
    assert not answers([])


def test_who_does_not_answer_in_time_is_not_there() -> None:
    """One place in the queue, taken: the system answers nobody else."""
    with socket.socket() as listening, socket.socket() as first, socket.socket() as second:
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        for each in (first, second):
            each.settimeout(0)
            each.connect_ex(listening.getsockname())
        assert not answers([listening.getsockname()], patience=0.05)
