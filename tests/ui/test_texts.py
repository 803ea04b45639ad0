"""What is written: short sentences, no technical word, right typography and plurals, in both languages."""

import inspect
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import catalogues
import kiosque.ui
from kiosque.domain import codes
from kiosque.domain.code_lists import LISTS
from kiosque.domain.codes import VISIT_REASONS
from kiosque.domain.french import local
from kiosque.ui.counter.texts import words_of as counter_words
from kiosque.ui.language import CATALOGUES, Language, speak
from kiosque.ui.texts import texts
from kiosque.ui.told import ERRORS, label_of
from kiosque.ui.words import Plural, Sentence, Words
from tests.stores import MONDAY_9_H

UI = Path(kiosque.ui.__file__).parent
WRITTEN = (*UI.rglob("*.py"), *Path(codes.__file__).parent.glob("*codes.py"))
NAMED = Counter(word for path in WRITTEN for word in re.findall(r"[\w-]+", path.read_text()))
"""How often each word stands in the screens, and in the code lists that they show."""
MESSAGES = catalogues.messages()
ALL_WORDS = {words.__name__: words for words in catalogues.all_words()}
ELSEWHERE = ("kiosque.ui.animator", "kiosque.ui.papers", "kiosque.ui.stick_words")
AT_THE_COUNTER = {name for name, words in ALL_WORDS.items() if not words.__module__.startswith(ELSEWHERE)}
REFUSING_VISITORS = ("actions/visitors/reception.py", "actions/visitors/recognition.py", "domain/card.py")
"""Where the refusals that a visitor may read get their sentence."""
BANNED = re.compile(
    r"synchroni[sz]|\bserveurs?\b|\bservers?\b|confli[ct]t?|\berr(eu|o)r 500|\btokens?\b|\bjetons?\b", re.IGNORECASE
)
LONGEST = 12
DAY = 86_400
ENGLISH = catalogues.read(CATALOGUES / "kiosque_en.ts")


@pytest.fixture(params=Language, ids=[language.value for language in Language])
def language(request: pytest.FixtureRequest) -> Language:
    """Each language, in force."""
    spoken: Language = request.param
    speak(spoken)
    return spoken


def made() -> tuple[str, ...]:
    """Sentences that are made at run time, as visitors may read them."""
    return (
        *(texts.all_received(MONDAY_9_H - days * DAY, MONDAY_9_H) for days in (0, 1, 4, 40)),
        *(texts.silent(MONDAY_9_H - days * DAY, MONDAY_9_H) for days in (0, 1, 4, 40)),
        *(texts.kept_here(waiting) for waiting in (0, 1, 2, 1200)),
        texts.sending(8, 12),
        *(counter_words.greeting(name, MONDAY_9_H, returning=back) for name in (None, "Zoé") for back in (True, False)),
        *(counter_words.thanks(visits) for visits in (0, 1, 412)),
        *(counter_words.today(visits) for visits in (0, 1, 12)),
        counter_words.farewell(None),
        counter_words.farewell("Zoé"),
        counter_words.given("Zoé"),
        counter_words.arrived("9 h"),
        *(label_of(reason) for reason in VISIT_REASONS),
    )


def sentences(*contexts: str) -> Iterator[str]:
    """Give what the catalogues hold, French and English; of every context when none is named."""
    for message in MESSAGES:
        if not contexts or message.context in contexts:
            yield from filter(None, (message.source, message.one, *ENGLISH.get(message, ())))


def refusals() -> Iterator[str]:
    """Give the refusals that a visitor may read, French and English."""
    french = {text for path in REFUSING_VISITORS for text in catalogues.texts_of(catalogues.ROOT / path)}
    for message in MESSAGES:
        if message.context == ERRORS and message.source in french:
            yield from (message.source, *ENGLISH.get(message, ()))


def test_no_technical_word_is_ever_shown(language: Language) -> None:
    del language
    for sentence in (*sentences(), *made()):
        assert not BANNED.search(sentence), sentence


def test_sentences_of_the_counter_have_at_most_twelve_words(language: Language) -> None:
    del language
    at_the_counter = [*sentences(*AT_THE_COUNTER), *refusals(), *made()]
    assert len(at_the_counter) > len(AT_THE_COUNTER) > 1
    for text in at_the_counter:
        for sentence in re.split(r"[.!?…:]", text):
            words = [word for word in re.split(r"\s+", sentence) if word]
            assert len(words) <= LONGEST, text


def test_at_most_six_reasons_are_offered() -> None:
    assert len(VISIT_REASONS.codes) <= 6


def test_signs_are_those_of_french() -> None:
    for sentence in (*(text for each in MESSAGES for text in (each.source, each.one)), *made()):
        assert "'" not in sentence, sentence
        assert not re.search(r" [;?!:]", sentence), sentence
        assert not re.search(r"« | »", sentence), sentence
        assert not re.search(r"\w[?!]", sentence), sentence


def test_signs_are_those_of_english() -> None:
    for sentence in (text for forms in ENGLISH.values() for text in forms):
        assert "'" not in sentence, sentence
        assert not re.search(r"\s[;?!:]", sentence), sentence
        assert not re.search(r"[«»]", sentence), sentence


ONE_WORD = {
    r"postes?": r"PCs?",
    r"coordination": r"headquarters|them",
    r"permanences?": r"open|openings?",
    r"phrase secrète": r"passphrase",
    r"comptoir|accueil": r"counter",
    r"clés? USB": r"USB sticks?",
    r"passages?|visites?": r"visits?",
    r"ateliers?": r"workshops?",
    r"écritures?": r"entry|entries",
    r"foyers?": r"households?",
    r"thématiques?": r"themes?",
    r"organismes?": r"services?",
    r"fiches?": r"records?",
    r"corbeille": r"bin",
    r"badges?": r"badges?",
    r"démarches?": r"paperwork",
    r"antennes?": r"antennas?",
    r"animat(?:eur|rice)s?": r"animators?",
    r"espaces?": r"spaces?",
    r"interventions?": r"interventions?",
    r"historique": r"history",
    r"journal": r"journal",
    r"communes?": r"communes?|village",
}
"""The glossary, in both languages (docs/glossary.md)."""
PROPER_NAMES = ("La Poste",)


def test_one_sentence_has_one_translation_wherever_it_stands() -> None:
    said: dict[str, set[tuple[str, ...]]] = {}
    for message, forms in ENGLISH.items():
        said.setdefault(message.source, set()).add(forms)
    assert {french: forms for french, forms in said.items() if len(forms) > 1} == {}


def test_one_thing_has_one_word_in_english() -> None:
    for message, forms in ENGLISH.items():
        for french, english in ONE_WORD.items():
            named = re.search(rf"\b(?:{french})\b", message.source, re.IGNORECASE)
            if named and message.source not in PROPER_NAMES:
                assert all(re.search(rf"\b(?:{english})\b", form, re.IGNORECASE) for form in forms), message


@pytest.mark.parametrize("words", ALL_WORDS.values(), ids=ALL_WORDS)
def test_every_function_of_the_words_says_what_it_gives(words: type[Words]) -> None:
    own = [each for name, each in inspect.getmembers(words, inspect.isfunction) if not name.startswith("_")]
    assert all(each.__doc__ for each in own)


def test_zero_is_singular_in_french_and_plural_in_english() -> None:
    counted = (0, 1, 2, 1412)
    speak(Language.FRENCH)
    assert [counter_words.today(count) for count in counted] == [
        "0\u00a0visite aujourd’hui",
        "1\u00a0visite aujourd’hui",
        "2\u00a0visites aujourd’hui",
        "1\u202f412\u00a0visites aujourd’hui",
    ]
    speak(Language.ENGLISH)
    assert [counter_words.today(count) for count in counted] == [
        "0\u00a0visits today",
        "1\u00a0visit today",
        "2\u00a0visits today",
        "1,412\u00a0visits today",
    ]


def test_the_four_sentences_about_the_line() -> None:
    at = MONDAY_9_H + 5 * 3600 + 32 * 60
    assert texts.all_received(at, at) == "Tout est bien reçu, à 14\u202fh\u202f32."
    assert texts.all_received(at, at + DAY) == "Tout est bien reçu, hier à 14\u202fh\u202f32."
    assert texts.kept_here(5).startswith("Gardé ici\u00a0: 5\u00a0écritures")
    assert texts.sending(8, 12) == "Envoi en cours\u00a0: 8 sur 12."
    assert texts.silent(MONDAY_9_H, MONDAY_9_H + 3 * DAY).startswith("Rien n’est parti depuis lundi.")


def test_days_and_hours_are_those_of_the_language_in_force() -> None:
    at = MONDAY_9_H + 12 * 60
    speak(Language.ENGLISH)
    assert [texts.day_word(at, at + days * DAY) for days in (0, 1, 3, 40)] == [
        "today",
        "yesterday",
        "Monday",
        f"{texts.day(local(at))}",
    ]
    assert texts.all_received(at, at) == "All received, at 9:12."
    assert texts.hour(at) == "9:12"


def test_the_evening_has_its_own_greeting() -> None:
    assert counter_words.hello(MONDAY_9_H) == "Bonjour"
    assert counter_words.hello(MONDAY_9_H + 9 * 3600) == "Bonsoir"


@pytest.mark.parametrize("words", ALL_WORDS.values(), ids=ALL_WORDS)
def test_nothing_is_written_that_nobody_reads(words: type[Words]) -> None:
    for name, value in vars(words).items():
        if isinstance(value, Sentence | Plural):
            assert NAMED[name] > 1, name


def test_every_icon_that_ships_is_shown_and_every_icon_that_is_shown_ships() -> None:
    icons = {path.stem for path in (UI / "assets" / "icons").glob("*.svg")}
    shown = {code.icon for listed in LISTS for code in listed if code.icon}
    assert {icon for icon in icons - shown if not NAMED[icon]} == set()
    assert shown <= icons
