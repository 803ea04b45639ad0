"""What a visitor asks in order to read: it holds while they are there, and the next one finds nothing of it."""

import shutil
import sys
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kiosque.db.folder import Opened
from kiosque.ui import chime, places, voice
from kiosque.ui.palette import Look
from kiosque.ui.services import Timings
from kiosque.ui.still_here import StillHere
from kiosque.ui.theme import Theme, metrics_for
from kiosque.ui.voice import Reader, Voice
from tests.stores import Space
from tests.ui.conftest import UNHURRIED, Kiosk, start
from tests.ui.hands import remembered, until


@dataclass
class Ear:
    """A voice and a chime that a test hears."""

    heard: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    rung: int = 0
    speaking: bool = False

    def read(self, sentences: tuple[str, ...], language: str) -> None:
        self.heard.append((sentences, language))
        self.speaking = True

    def hush(self) -> None:
        self.speaking = False

    def ring(self) -> None:
        self.rung += 1

    def close(self) -> None:
        self.speaking = False


@contextmanager
def counter(opened: Space, timings: Timings = UNHURRIED, ear: Ear | None = None) -> Iterator[Kiosk]:
    made = start(opened, timings, voice=ear, chime=ear)
    try:
        made.desk()
        made.robot.tap("desk.counter")
        made.robot.wait_for("counter.home")
        yield made
    finally:
        made.close()


@pytest.fixture
def ear(qapp: QApplication) -> Ear:
    del qapp
    return Ear()


def scale(kiosk: Kiosk) -> float:
    return kiosk.window.theme.metrics.scale


def test_words_grow_twice_then_are_as_usual(ear: Ear, opened: Space) -> None:
    with counter(opened, ear=ear) as kiosk:
        seen = []
        for _ in range(3):
            kiosk.robot.tap("aids.bigger")
            seen.append(scale(kiosk))
        assert seen == [1.5, 2.0, 1.0]


def test_what_a_visitor_changed_goes_with_them(ear: Ear, opened: Space) -> None:
    with counter(opened, ear=ear) as kiosk:
        robot = kiosk.robot
        robot.tap("aids.bigger")
        robot.tap("aids.contrast")
        robot.tap("counter.unnamed")
        robot.wait_for("counter.reason")
        assert (scale(kiosk), kiosk.window.theme.look) == (1.5, Look.CONTRAST)
        robot.tap("aids.contrast")
        assert kiosk.window.theme.look is Look.LIGHT
        robot.tap("back")
        robot.wait_for("counter.home")
        assert scale(kiosk) == 1.5
        robot.tap("animator")
        assert scale(kiosk) == 1.5
        robot.press(Qt.Key.Key_Escape)
        assert scale(kiosk) == 1.0
        robot.tap("aids.bigger")
        robot.tap("counter.unnamed")
        robot.tap("reason.digital")
        robot.wait_for("counter.welcome")
        assert scale(kiosk) == 1.5
        robot.tap("message.done")
        robot.wait_for("counter.home")
        assert scale(kiosk) == 1.0
        robot.tap("aids.bigger")
        kiosk.desk()
        assert scale(kiosk) == 1.0


def test_the_next_visitor_finds_the_usual_colours(qapp: QApplication, opened: Space) -> None:
    del qapp
    made = start(opened, replace(UNHURRIED, idle_ask=15, idle_wipe=15))
    try:
        made.window.backstage.opened = Opened(opened.store, opened.animator)
        made.window.go(places.Home())
        made.robot.tap("aids.contrast")
        until(made, lambda: made.window.theme.look is Look.LIGHT)
        assert made.robot.screen == "counter.home"
    finally:
        made.close()


def test_what_somebody_was_typing_is_there_in_larger_words(ear: Ear, opened: Space) -> None:
    with counter(opened, ear=ear) as kiosk:
        robot = kiosk.robot
        robot.tap("counter.card")
        robot.type("7k2m9")
        robot.tap("aids.bigger")
        line = robot.find("card.code")
        assert isinstance(line, QLineEdit)
        assert line.text() == "7K2M 9"
        robot.type("x")
        assert line.text() == "7K2M 9X"


def test_the_voice_reads_the_question_and_its_choices_and_stops_on_touch(ear: Ear, opened: Space) -> None:
    with counter(opened, ear=ear) as kiosk:
        robot = kiosk.robot
        robot.tap("counter.unnamed")
        robot.tap("aids.listen")
        (sentences, language) = ear.heard[-1]
        assert language == "fr"
        assert sentences[0] == "Pourquoi venez-vous aujourd’hui\u202f?"
        assert len(sentences) == 7
        robot.tap("aids.listen")
        assert [ear.speaking, len(ear.heard)] == [False, 1]
        robot.tap("aids.listen")
        assert [ear.speaking, len(ear.heard)] == [True, 2]
        robot.tap("back")
        assert [ear.speaking, len(ear.heard)] == [False, 2]


def test_no_name_is_ever_read_aloud(ear: Ear, opened: Space) -> None:
    card = remembered(opened, "Radegonde").card
    with counter(opened, ear=ear) as kiosk:
        kiosk.robot.scan(card)
        kiosk.robot.wait_for("counter.welcome")
        assert not kiosk.robot.has("aids.listen")


def test_nobody_is_asked_whether_they_are_there_while_the_voice_reads(qapp: QApplication) -> None:
    over, reading, looked, wiped = QWidget(), [True], list[int](), list[int]()

    def busy() -> bool:
        looked.append(len(looked))
        return reading[0]

    watch = StillHere(over, replace(UNHURRIED, idle_ask=1), lambda: wiped.append(1), busy)
    watch.watch(places.Card(), Theme(Look.LIGHT, metrics_for(768, 0)), changed=False)
    while len(looked) < 3:
        qapp.processEvents()
        assert not watch.veiled
    reading[0] = False
    while not watch.veiled:
        qapp.processEvents()
    watch.rest()
    assert not wiped
    over.deleteLater()


def test_where_there_is_no_voice_nobody_is_offered_to_listen(qapp: QApplication, opened: Space) -> None:
    del qapp
    with counter(opened) as kiosk:
        assert not kiosk.robot.has("aids.listen")
        assert kiosk.robot.has("aids.bigger")


def test_an_arrival_sounds_unless_it_is_muted(ear: Ear, opened: Space) -> None:
    with counter(opened, ear=ear) as kiosk:
        for expected in (1, 1):
            kiosk.robot.tap("counter.unnamed")
            kiosk.robot.tap("reason.digital")
            kiosk.robot.wait_for("counter.welcome")
            assert ear.rung == expected
            kiosk.robot.tap("message.done")
            kiosk.desk()
            kiosk.robot.tap("desk.more")
            kiosk.robot.tap("more.settings")
            kiosk.robot.tap("Son à l’arrivée d’un visiteur\u00a0: Sans")
            kiosk.robot.tap("back")
            kiosk.robot.tap("desk.counter")


WRITES = "import sys; open(sys.argv[1], 'a').write(' '.join(sys.argv[2:]) + '|' + sys.stdin.read())"
NEVER_ENDS = "import sys, time; sys.stdin.read(); time.sleep(600)"


def test_a_program_of_the_system_reads_what_it_is_given(qapp: QApplication, tmp_path: Path) -> None:
    """A real process, without a shell: what is read is never part of a command."""
    del qapp
    said = tmp_path / "said"
    reader = Reader(sys.executable, ("-c", WRITES, str(said), "-v", "{language}"))
    speaker = Voice(reader)
    speaker.read(("Pourquoi ; $(touch x) ?", "Un « objet »"), "en")
    while speaker.speaking:
        QApplication.processEvents()
    assert said.read_text() == "-v en|Pourquoi ; $(touch x) ?\n\nUn « objet »"


def test_a_voice_is_cut_short_and_leaves_nothing_behind(qapp: QApplication) -> None:
    del qapp
    speaker = Voice(Reader(sys.executable, ("-c", NEVER_ENDS)))
    for _ in range(2):
        speaker.read(("Bonjour",), "fr")
        assert speaker.speaking
    speaker.hush()
    assert not speaker.speaking
    speaker.read(("Bonjour",), "fr")
    speaker.close()
    assert not speaker.speaking


def test_a_reader_that_does_not_start_says_nothing(qapp: QApplication) -> None:
    del qapp
    speaker = Voice(Reader("/nowhere/espeak-ng", ()))
    speaker.read(("Bonjour",), "fr")
    while speaker.speaking:
        QApplication.processEvents()


def program(at: Path, name: str) -> Path:
    path = at / name
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_what_the_system_has_is_found_and_what_it_has_not_is_not_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("espeak-ng") is None
    assert voice.find_reader() is None
    assert chime.find_player() is None
    espeak, aplay = program(tmp_path, "espeak-ng"), program(tmp_path, "aplay")
    reader = voice.find_reader()
    assert reader is not None
    assert (reader.program, reader.for_language("fr")[:2]) == (str(espeak), ["-v", "fr"])
    assert chime.find_player() == (str(aplay), "-q")


def test_the_chime_is_two_soft_notes_that_begin_and_end_in_silence() -> None:
    with wave.open(BytesIO(chime.notes())) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        frames = file.readframes(file.getnframes())
    samples = [int.from_bytes(frames[at : at + 2], "little", signed=True) for at in range(0, len(frames), 2)]
    assert samples[0] == 0
    assert abs(samples[-1]) < 10
    assert 3_000 < max(map(abs, samples)) < 16_000


def test_the_chime_is_played_from_a_file_that_goes_with_the_program(qapp: QApplication, tmp_path: Path) -> None:
    del qapp
    played = tmp_path / "played.wav"
    ringing = chime.Chime(
        (sys.executable, "-c", "import shutil, sys; shutil.copy(sys.argv[2], sys.argv[1])", str(played))
    )
    ringing.ring()
    while not played.exists() or played.stat().st_size < len(chime.notes()):
        QApplication.processEvents()
    ringing.close()
    ringing.close()
    assert played.read_bytes() == chime.notes()
