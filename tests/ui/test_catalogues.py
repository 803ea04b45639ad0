"""Both languages, whole: every sentence translated, none twice, none hidden from the catalogues, none kept."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import catalogues
import kiosque.ui
from kiosque.ui.language import CATALOGUES, Language
from kiosque.ui.told import CODES, ERRORS, REGISTER
from kiosque.ui.words import Words

ROOT = Path(kiosque.ui.__file__).parents[1]
NO_WORDS = (ROOT / "ui" / "gallery", ROOT / "ui" / "keyboard" / "keys.py")
"""Specimens, for who draws screens; letters, for who types."""
SCREENS = sorted(path for path in (ROOT / "ui").rglob("*.py") if not {path, *path.parents}.intersection(NO_WORDS))
MESSAGES = catalogues.messages()
FRENCH = re.compile("[àâçéèêëîïôùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŒÆ’«»\u00a0\u202f]")
OWN_NAMES = {language.own_name for language in Language}
HOLES = re.compile(r"\{(\w+)\}")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("language", catalogues.LOCALES, ids=lambda language: language.value)
def test_everything_is_translated_and_nothing_else(language: Language) -> None:
    said = catalogues.read(CATALOGUES / f"kiosque_{language.value}.ts")
    assert [message for message in MESSAGES if not said.get(message)] == [], "no translation: make texts"
    assert [message for message in said if message not in MESSAGES] == [], "nobody says it any more: make texts"


@pytest.mark.parametrize("language", catalogues.LOCALES, ids=lambda language: language.value)
def test_every_translation_has_the_values_of_its_source(language: Language) -> None:
    for message, forms in catalogues.read(CATALOGUES / f"kiosque_{language.value}.ts").items():
        for form in forms:
            # *One* may stand for the number.
            sources = (message.source, message.one) if message.one and form is forms[0] else (message.source,)
            assert set(HOLES.findall(form)) in [set(HOLES.findall(source)) for source in sources], message


def test_every_place_where_a_sentence_may_stand_was_looked_at() -> None:
    contexts = {message.context for message in MESSAGES}
    assert contexts == {words.__name__ for words in catalogues.all_words()} | {CODES, ERRORS, REGISTER}
    assert all(sum(message.context == context for message in MESSAGES) for context in contexts)


def written_in_words(tree: ast.Module) -> set[int]:
    """The texts that stand as a constant in a class of words: the catalogues see them."""
    seen: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and any(
            isinstance(base, ast.Name) and base.id == "Words" for base in node.bases
        ):
            for each in node.body:
                if isinstance(each, ast.Assign):
                    seen |= {id(text) for text in ast.walk(each.value)}
    return seen


def said_in_french(text: str) -> bool:
    sign_after_a_space = re.search("[ \u00a0\u202f][:;?!]", text)
    return bool(sign_after_a_space or (FRENCH.search(text) and re.search(r"[a-zà-ÿ]{2}", text)))


def hidden_texts(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text())
    seen = written_in_words(tree) | {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in seen:
            sentence = catalogues.SENTENCE.fullmatch(node.value)
            if (said_in_french(node.value) or sentence) and node.value not in OWN_NAMES:
                yield f"{named(path)}:{node.lineno}: {node.value}"


def test_no_screen_says_what_the_catalogues_do_not_see() -> None:
    errors = {message.source for message in MESSAGES if message.context == "errors"}
    hidden = [text for path in SCREENS for text in hidden_texts(path)]
    assert [text for text in hidden if text.split(": ", 1)[1] not in errors] == []


def test_a_refusal_keeps_its_values_apart_from_its_sentence() -> None:
    for part in catalogues.LOWER:
        at = ROOT / part
        for path in [at] if at.suffix else at.rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.JoinedStr):
                    whole = "".join(
                        str(part.value) if isinstance(part, ast.Constant) else "{x}" for part in node.values
                    )
                    said = re.search(r"[a-zà-ÿ]{2}", whole.replace("{x}", ""))
                    assert not (said and catalogues.SENTENCE.fullmatch(whole)), f"{named(path)}:{node.lineno}: {whole}"


def outside_functions(tree: ast.AST) -> Iterator[ast.AST]:
    """What is evaluated at import: everything but the bodies of functions; their defaults are."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            for default in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
                yield from ast.walk(default)
        else:
            yield node
            yield from outside_functions(node)


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__")


def test_no_word_is_kept_in_the_language_in_which_it_was_read() -> None:
    for path in SCREENS:
        words = {name for name, value in vars(import_module(module_of(path))).items() if isinstance(value, Words)}
        for node in outside_functions(ast.parse(path.read_text())):
            kept = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in words
            assert not kept, f"{named(path)}:{getattr(node, 'lineno', 0)}"


LANGUAGE_BLIND = {
    ("kiosque.domain.french", name) for name in ("hour", "day", "weekday", "duration", "listed", "number", "plural")
}


def test_screens_write_hours_days_and_numbers_in_the_language_in_force() -> None:
    for path in SCREENS:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom):
                assert not LANGUAGE_BLIND & {(node.module, each.name) for each in node.names}, named(path)


def test_screens_say_refusals_and_codes_in_the_language_in_force() -> None:
    for path in SCREENS:
        text = path.read_text()
        assert not re.search(r"\b(error|trouble|refused|why)\.sentence\b", text), f"{named(path)}: told(error)"
        if path.name != "told.py":
            assert not re.search(r"\b(code|reason|theme|service)\.(short|label)\b", text), (
                f"{named(path)}: short_of(code)"
            )
