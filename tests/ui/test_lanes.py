"""Threads: two of them, in order, back on the GUI thread, loud about bugs, gone at the end."""

import sys
import threading
from collections.abc import Iterator
from functools import partial
from types import TracebackType

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosque.domain.errors import KnownError
from kiosque.ui.lanes import Lane, Lanes

PATIENCE_MS = 60_000
"""On however busy a machine."""


@pytest.fixture
def lanes(qapp: QApplication) -> Iterator[Lanes]:
    del qapp
    made = Lanes()
    yield made
    made.close()


def never(_: object) -> None:
    pytest.fail("this must not be called")


def test_work_is_done_elsewhere_and_answered_here(lanes: Lanes, qtbot: QtBot) -> None:
    where: dict[str, threading.Thread] = {}

    def done(worker: threading.Thread) -> None:
        where["worker"], where["answer"] = worker, threading.current_thread()

    lanes.submit(Lane.DB, threading.current_thread, done, never)
    qtbot.waitUntil(lambda: "answer" in where, timeout=PATIENCE_MS)
    assert where["worker"] is not threading.current_thread()
    assert where["answer"] is threading.current_thread()


def test_answers_come_in_the_order_of_the_questions(lanes: Lanes, qtbot: QtBot) -> None:
    answers: list[int] = []
    for question in range(50):
        lanes.submit(Lane.DB, partial(int, question), answers.append, never)
    qtbot.waitUntil(lambda: len(answers) == 50, timeout=PATIENCE_MS)
    assert answers == list(range(50))


def test_a_slow_line_does_not_keep_the_database_waiting(lanes: Lanes, qtbot: QtBot) -> None:
    line_may_end = threading.Event()
    answers: list[str] = []
    lanes.submit(Lane.SYNC, line_may_end.wait, lambda _: answers.append("line"), never)
    lanes.submit(Lane.DB, lambda: "counter", answers.append, never)
    try:
        qtbot.waitUntil(lambda: answers == ["counter"], timeout=PATIENCE_MS)
    finally:
        line_may_end.set()
    qtbot.waitUntil(lambda: answers == ["counter", "line"], timeout=PATIENCE_MS)


def test_a_known_error_comes_back_as_one(lanes: Lanes, qtbot: QtBot) -> None:
    refused: list[KnownError] = []
    sentence = "La permanence n’est pas ouverte."

    def fail() -> None:
        raise KnownError(sentence)

    lanes.submit(Lane.DB, fail, never, refused.append)
    qtbot.waitUntil(lambda: bool(refused), timeout=PATIENCE_MS)
    assert refused[0].sentence == sentence


def test_a_bug_reaches_the_excepthook_with_its_traceback(
    lanes: Lanes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[tuple[type[BaseException], BaseException, TracebackType | None]] = []
    monkeypatch.setattr(sys, "excepthook", lambda *about: caught.append(about))

    def fail() -> None:
        raise ZeroDivisionError

    refused: list[KnownError] = []
    lanes.submit(Lane.DB, fail, never, refused.append)
    qtbot.waitUntil(lambda: bool(refused), timeout=PATIENCE_MS)
    assert "Réessayez" in refused[0].sentence
    kind, _, traceback = caught[0]
    assert kind is ZeroDivisionError
    assert traceback is not None


def test_closing_finishes_what_was_begun_and_leaves_no_thread(qapp: QApplication) -> None:
    del qapp
    before = set(threading.enumerate())
    lanes = Lanes()
    written: list[int] = []
    for each in range(3):
        lanes.submit(Lane.DB, partial(written.append, each), never, never)
    lanes.close()
    assert written == [0, 1, 2]
    assert set(threading.enumerate()) <= before
    # What arrived too late is dropped: ``never`` is not called.
    QApplication.processEvents()
