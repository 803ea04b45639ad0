"""The stick at the desk: what is offered, what is said of it, and that no visitor ever sees it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication

from kiosque.actions.visitors import reception
from kiosque.domain.errors import KnownError
from kiosque.sync.stick_file import Trouble
from kiosque.sync.sticks import Plugged
from kiosque.ui.animator.stick import StickPresenter, StickState
from kiosque.ui.animator.texts import words_of as texts
from kiosque.ui.backstage import Backstage
from kiosque.ui.lanes import Lane
from kiosque.ui.stick_words import stick_words
from tests.stores import Space
from tests.ui.backstages import Pictures, Stage, backstage
from tests.ui.conftest import UNHURRIED, Kiosk, start
from tests.ui.hands import shows, until
from tests.ui.pocket import Pocket

T = TypeVar("T")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    at = tmp_path / "clé"
    at.mkdir()
    return at


@pytest.fixture
def pocket(opened: Space) -> Pocket:
    return Pocket(opened)


@pytest.fixture
def behind(opened: Space, pocket: Pocket, stage: Stage) -> Backstage:
    made = backstage(opened, stage)
    made.services = replace(made.services, sticks=pocket)
    return made


@pytest.fixture
def pictures() -> Pictures[StickState | None]:
    return Pictures()


@pytest.fixture
def presenter(behind: Backstage, pictures: Pictures[StickState | None]) -> StickPresenter:
    return StickPresenter(behind, pictures)


def last(pictures: Pictures[StickState | None]) -> StickState:
    assert pictures.last is not None
    return pictures.last


def test_nothing_is_said_without_a_stick(presenter: StickPresenter, pictures: Pictures[StickState | None]) -> None:
    presenter.start()
    presenter.send()
    assert pictures.drawn == [None]


def test_a_desk_without_sticks_looks_for_none(
    opened: Space, pictures: Pictures[StickState | None], stage: Stage
) -> None:
    presenter = StickPresenter(backstage(opened, stage), pictures)
    presenter.start()
    presenter.send()
    assert pictures.drawn == []


def test_a_stick_is_offered_written_carried_and_its_reply_taken(
    opened: Space, pocket: Pocket, presenter: StickPresenter, pictures: Pictures[StickState | None], stick: Path
) -> None:
    reception.sign_in_unnamed(opened.store, "service")
    presenter.start()
    pocket.plugged = (stick,)
    presenter.look()
    offered = last(pictures)
    assert (offered.sentence, offered.send) == (texts.STICK_HERE, texts.STICK_SEND)
    # The permanence, who holds it, and the visit.
    assert "3\u00a0écritures attendent." in offered.more
    reception.sign_in_unnamed(opened.store, "service")
    presenter.look()
    assert "4\u00a0écritures" in last(pictures).more
    presenter.send()
    done = last(pictures)
    assert done.sentence == "4\u00a0écritures sont sur la clé. Apportez-la à la coordination."
    assert (done.more, done.send) == (texts.STICK_OUT, "")
    # It stays said until the stick goes.
    presenter.look()
    assert last(pictures) == done
    # Back from another screen, too.
    again = Pictures[StickState | None]()
    StickPresenter(presenter.backstage, again).start()
    assert last(again) == done
    pocket.headquarters(stick)
    pocket.plugged = ()
    presenter.look()
    assert pictures.last is None
    pocket.plugged = (stick,)
    presenter.look()
    brought = last(pictures)
    assert brought.sentence.startswith("La réponse de la coordination est prise")
    assert brought.more == "Tout est bien reçu."
    assert brought.send == ""
    assert pocket.waiting == 0
    assert pocket.asked == ["fetch", "send", "fetch", "fetch"]


def test_a_reply_leaves_the_button_for_what_came_since(
    opened: Space, pocket: Pocket, presenter: StickPresenter, pictures: Pictures[StickState | None], stick: Path
) -> None:
    pocket.send(stick)
    pocket.headquarters(stick)
    reception.sign_in_unnamed(opened.store, "service")
    pocket.plugged = (stick,)
    presenter.start()
    brought = last(pictures)
    assert brought.sentence.startswith("La réponse")
    assert brought.more == "1\u00a0écriture attend."
    presenter.send()
    assert last(pictures).sentence.startswith("1\u00a0écriture est sur la clé.")


def test_a_damaged_reply_is_said_and_keeps_nothing_from_leaving(
    opened: Space, pocket: Pocket, presenter: StickPresenter, pictures: Pictures[StickState | None], stick: Path
) -> None:
    (stick / f"{opened.store.device}.reponse").write_bytes(b"")
    pocket.plugged = (stick,)
    presenter.start()
    assert (last(pictures).sentence, last(pictures).tone) == (Trouble.DAMAGED.value, "attention")
    presenter.send()
    assert "sur la clé" in last(pictures).sentence
    assert last(pictures).more == f"{Trouble.DAMAGED.value} {texts.STICK_OUT}"


def test_why_it_failed_stays_to_be_read_when_the_stick_has_gone(
    pocket: Pocket, presenter: StickPresenter, pictures: Pictures[StickState | None], stick: Path
) -> None:
    pocket.plugged = (stick,)
    presenter.start()
    stick.rmdir()
    presenter.send()
    assert last(pictures).sentence == Trouble.GONE.value
    assert last(pictures).send == texts.STICK_AGAIN
    pocket.plugged = ()
    presenter.look()
    assert (last(pictures).sentence, last(pictures).send) == (Trouble.GONE.value, "")
    stick.mkdir()
    pocket.plugged = (stick,)
    presenter.look()
    assert last(pictures).sentence == texts.STICK_HERE


def test_of_two_sticks_none_is_chosen(
    pocket: Pocket, presenter: StickPresenter, pictures: Pictures[StickState | None], stick: Path, tmp_path: Path
) -> None:
    pocket.plugged = (stick, tmp_path)
    presenter.start()
    assert last(pictures).sentence == texts.STICK_SEVERAL
    assert last(pictures).send == ""
    presenter.send()
    assert pocket.asked == []


def test_progress_is_shown_and_a_second_tap_is_the_same_tap(
    behind: Backstage, pocket: Pocket, pictures: Pictures[StickState | None], stick: Path
) -> None:
    held: list[Callable[[], None]] = []

    def later(
        lane: Lane, work: Callable[[], T], done: Callable[[T], None], refused: Callable[[KnownError], None]
    ) -> None:
        del refused
        if lane is Lane.DB:
            done(work())
        else:
            held.append(lambda: done(work()))

    behind.submit = later
    pocket.plugged = (stick,)
    presenter = StickPresenter(behind, pictures)
    presenter.start()
    assert last(pictures).sentence == texts.STICK_READING
    held.pop()()
    presenter.send()
    presenter.send()
    pocket.progress = (1_024, 4_000)
    presenter.look()
    assert (last(pictures).sentence, last(pictures).more) == (texts.STICK_WRITING, "1\u202f024 sur 4\u202f000")
    (only,) = held
    only()
    assert "sur la clé" in last(pictures).sentence
    # After the desk nothing is drawn any more, nor looked for.
    presenter.leave()
    count = len(pictures.drawn)
    presenter.look()
    presenter.send()
    held.pop()()
    assert len(pictures.drawn) == count


def test_a_look_that_fails_is_said_and_the_next_one_looks_again(
    behind: Backstage, pocket: Pocket, pictures: Pictures[StickState | None], stage: Stage
) -> None:
    class Failing(Pocket):
        def look(self) -> Plugged:
            raise KnownError("Le disque ne répond plus.")

    behind.services = replace(behind.services, sticks=Failing(pocket.space))
    presenter = StickPresenter(behind, pictures)
    presenter.start()
    presenter.look()
    assert stage.said == ["Le disque ne répond plus."] * 2


@pytest.mark.parametrize("entries", [0, 1, 2, 1_412])
def test_counts_agree(entries: int) -> None:
    for said in (stick_words.written(entries), stick_words.waiting(entries), stick_words.taken(entries)):
        assert ("sont" in said or "attendent" in said or "écritures" in said) == (entries > 1)
        assert max(len(part.split()) for part in said.split(".")) <= 12


# ----- in the window -------------------------------------------------------------------------------------------------


@pytest.fixture
def kiosk(qapp: QApplication, nyons: Space) -> Iterator[tuple[Kiosk, Pocket]]:
    """A kiosk that looks for sticks often."""
    del qapp
    pocket = Pocket(nyons)
    made = start(nyons, replace(UNHURRIED, stick=10), sticks=pocket)
    try:
        yield made, pocket
    finally:
        made.close()


def test_the_desk_offers_it_and_the_counter_never_does(kiosk: tuple[Kiosk, Pocket], stick: Path) -> None:
    window, pocket = kiosk
    window.open()
    pocket.plugged = (stick,)
    window.robot.pump()
    assert not shows(window, texts.STICK_HERE)
    window.desk()
    until(window, lambda: shows(window, texts.STICK_HERE))
    window.robot.tap("stick.send")
    until(window, lambda: shows(window, "sur la clé. Apportez-la à la coordination."))
    assert "stick.send" not in window.robot.names()
    pocket.headquarters(stick)
    pocket.plugged = ()
    until(window, lambda: not shows(window, "sur la clé"))
    pocket.plugged = (stick,)
    until(window, lambda: shows(window, "La réponse de la coordination est prise"))
    window.robot.tap("desk.counter")
    window.robot.wait_for("counter.home")
    assert not shows(window, "La réponse")
    assert pocket.waiting == 0
