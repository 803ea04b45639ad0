"""What is written: short sentences, no technical word, French typography, right plurals."""

import inspect
import re
from pathlib import Path
from types import ModuleType

import pytest

import kiosque.ui
from kiosque.domain import codes
from kiosque.domain.codes import ATTENDANCE, THEMES, VISIT_REASONS
from kiosque.ui import texts
from kiosque.ui.animator import texts as animator_texts
from kiosque.ui.counter import texts as counter_texts
from tests.stores import MONDAY_9_H

UI = Path(kiosque.ui.__file__).parent
SOURCES = [path.read_text() for path in (*UI.rglob("*.py"), Path(codes.__file__))]
MODULES = {"shared": texts, "counter": counter_texts, "animator": animator_texts}
BANNED = ("synchronis", "serveur", "conflit", "erreur 500", "token")
LONGEST = 12
DAY = 86_400

MADE = (
    *(texts.all_received(MONDAY_9_H - days * DAY, MONDAY_9_H) for days in (0, 1, 4, 40)),
    *(texts.silent(MONDAY_9_H - days * DAY, MONDAY_9_H) for days in (0, 1, 4, 40)),
    *(texts.kept_here(waiting) for waiting in (0, 1, 2, 1200)),
    texts.sending(8, 12),
    *(counter_texts.greeting(name, MONDAY_9_H, returning=back) for name in (None, "Zoé") for back in (True, False)),
    *(counter_texts.thanks(visits) for visits in (0, 1, 412)),
    *(counter_texts.today(visits) for visits in (0, 1, 12)),
    counter_texts.farewell(None),
    counter_texts.farewell("Zoé"),
    counter_texts.given("Zoé"),
    counter_texts.arrived("9 h"),
)
"""Sentences that are made at run time, as visitors may read them."""


def constants(module: ModuleType) -> dict[str, str]:
    return {name: value for name, value in vars(module).items() if name.isupper() and isinstance(value, str)}


def all_of(*names: str) -> list[str]:
    return [sentence for name in names for sentence in constants(MODULES[name]).values()]


@pytest.mark.parametrize("word", BANNED)
def test_no_technical_word_is_ever_shown(word: str) -> None:
    for sentence in (*all_of(*MODULES), *MADE):
        assert word not in sentence.casefold(), sentence


def test_sentences_of_the_counter_have_at_most_twelve_words() -> None:
    for text in (*all_of("shared", "counter"), *MADE, *(reason.label for reason in VISIT_REASONS)):
        for sentence in re.split(r"[.!?…:]", text):
            words = [word for word in re.split(r"\s+", sentence) if word]
            assert len(words) <= LONGEST, text


def test_at_most_six_reasons_are_offered() -> None:
    assert len(VISIT_REASONS.codes) <= 6


@pytest.mark.parametrize("module", MODULES.values(), ids=MODULES)
def test_signs_are_those_of_french(module: ModuleType) -> None:
    for sentence in (*constants(module).values(), *MADE):
        assert "'" not in sentence, sentence
        assert not re.search(r" [;?!:]", sentence), sentence
        assert not re.search(r"« | »", sentence), sentence
        assert not re.search(r"\w[?!]", sentence), sentence


@pytest.mark.parametrize("module", MODULES.values(), ids=MODULES)
def test_every_function_of_the_texts_says_what_it_gives(module: ModuleType) -> None:
    own = [each for _, each in inspect.getmembers(module, inspect.isfunction) if each.__module__ == module.__name__]
    assert own
    assert all(each.__doc__ for each in own)


def test_zero_is_singular() -> None:
    assert texts.count(0, "visite", "visites") == "0\u00a0visite"
    assert texts.count(1, "visite", "visites") == "1\u00a0visite"
    assert texts.count(2, "visite", "visites") == "2\u00a0visites"
    assert texts.count(1412, "visite", "visites") == "1\u202f412\u00a0visites"


def test_the_four_sentences_about_the_line() -> None:
    at = MONDAY_9_H + 5 * 3600 + 32 * 60
    assert texts.all_received(at, at) == "Tout est bien reçu, à 14\u202fh\u202f32."
    assert texts.all_received(at, at + DAY) == "Tout est bien reçu, hier à 14\u202fh\u202f32."
    assert texts.kept_here(5).startswith("Gardé ici\u00a0: 5\u00a0écritures")
    assert texts.sending(8, 12) == "Envoi en cours\u00a0: 8 sur 12."
    assert texts.silent(MONDAY_9_H, MONDAY_9_H + 3 * DAY).startswith("Rien n’est parti depuis lundi.")


def test_the_evening_has_its_own_greeting() -> None:
    assert counter_texts.hello(MONDAY_9_H) == "Bonjour"
    assert counter_texts.hello(MONDAY_9_H + 9 * 3600) == "Bonsoir"


def used(name: str) -> bool:
    """Whether the screens, or the code lists that they show, speak of ``name``."""
    return any(re.search(rf"\b{re.escape(name)}\b", source) for source in SOURCES)


@pytest.mark.parametrize("module", MODULES.values(), ids=MODULES)
def test_nothing_is_written_that_nobody_reads(module: ModuleType) -> None:
    for name in constants(module):
        assert sum(len(re.findall(rf"\b{name}\b", source)) for source in SOURCES) > 1, name


def test_every_icon_that_ships_is_shown_and_every_icon_that_is_shown_ships() -> None:
    icons = {path.stem for path in (UI / "assets" / "icons").glob("*.svg")}
    assert {icon for icon in icons if not used(icon)} == set()
    shown = {code.icon for listed in (THEMES, VISIT_REASONS, ATTENDANCE) for code in listed if code.icon}
    assert shown <= icons
