"""The catalogues of Qt Linguist: which sentences there are, what became of them, and what ships (`make texts`).

French is what the source says. Here every sentence is found where it is written, each ``kiosque_<code>.ts`` is brought
in line (what is new is marked unfinished, what nobody says any more goes), and compiled into ``kiosque_<code>.qm``.
"""

import ast
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import PySide6

import kiosque.ui
from kiosque.domain.code_lists import LISTS
from kiosque.domain.records import KINDS
from kiosque.ui.language import CATALOGUES, Language
from kiosque.ui.told import CODES, ERRORS, REGISTER
from kiosque.ui.words import Plural, Sentence, Words

ROOT = Path(kiosque.ui.__file__).parents[1]
LRELEASE = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
LOCALES = {Language.ENGLISH: "en_GB"}
"""The catalogues that there are, with the locale whose plurals they follow."""
LOWER = ("domain", "journal", "actions", "db", "sync", "ui/lanes.py", "bootstrap/kiosk.py")
"""Where known errors of the kiosk get their sentence."""
HEADQUARTERS = ("db/moving.py", "db/place.py", "db/postgresql.py")
"""What only a central says, in French: where its database is, and a server that no kiosk has."""
SENTENCE = re.compile(r"[A-ZÀÉÊÎÔ«{][^\n]* [^\n]*[.?!]")
"""What is a sentence for a person, among the texts of a module: a capital, some words, a full stop."""


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """One sentence: its context, its French, and its singular when it agrees with a number."""

    context: str
    source: str
    one: str = ""


Translations = dict[Message, tuple[str, ...]]
"""A sentence that agrees with a number has its forms, another one has one text; nothing is not translated yet."""


@cache
def messages() -> tuple[Message, ...]:
    """Return every sentence that the kiosk can say, by context, in the order in which they are written."""
    return tuple(dict.fromkeys((*_of_words(), *_of_codes(), *_of_register(), *_of_errors())))


def _of_words() -> Iterator[Message]:
    for module in pkgutil.walk_packages(kiosque.ui.__path__, "kiosque.ui."):
        import_module(module.name)
    for words in all_words():
        for value in vars(words).values():
            if isinstance(value, Plural):
                yield Message(words.__name__, value.many, value.one)
            elif isinstance(value, Sentence):
                yield Message(words.__name__, value.source)


def all_words() -> list[type[Words]]:
    """Return the words of every package of screens that was imported, by name."""
    ours = [words for words in Words.__subclasses__() if words.__module__.startswith("kiosque.")]
    return sorted(ours, key=lambda words: words.__name__)


def _of_codes() -> Iterator[Message]:
    for listed in LISTS:
        for code in listed:
            yield Message(CODES, code.label)
            yield Message(CODES, code.short)


def _of_register() -> Iterator[Message]:
    for kind in KINDS:
        for purpose in (field.personal for field in kind.fields if field.personal):
            for text in (purpose.purpose, purpose.basis, purpose.retention):
                yield Message(REGISTER, text)


def _of_errors() -> Iterator[Message]:
    for part in LOWER:
        at = ROOT / part
        every = [at] if at.suffix else sorted(at.rglob("*.py"))
        for path in (each for each in every if each.relative_to(ROOT).as_posix() not in HEADQUARTERS):
            for text in texts_of(path):
                if SENTENCE.fullmatch(text):
                    yield Message(ERRORS, text)


def texts_of(path: Path) -> Iterator[str]:
    """Give every text of the module ``path``, in order, but what documents it."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    told = {id(each.value) for each in nodes if isinstance(each, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def read(path: Path) -> Translations:
    """Return what the catalogue ``path`` says."""
    said: Translations = {}
    if not path.exists():
        return said
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - a file of this repository
        for each in context.iter("message"):
            message = Message(context.findtext("name", ""), each.findtext("source", ""), each.findtext("comment", ""))
            translation = each.find("translation")
            forms = [] if translation is None else [form.text or "" for form in translation.iter("numerusform")]
            if not forms and translation is not None and translation.text:
                forms = [translation.text]
            said[message] = tuple(forms) if all(forms) else ()
    return said


def written(language: Language, said: Translations) -> str:
    """Return the catalogue that says ``said``, as Qt Linguist would save it."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{LOCALES[language]}" sourcelanguage="fr_FR">',
    ]
    context = ""
    for message, forms in said.items():
        if message.context != context:
            lines += ["</context>"] if context else []
            context = message.context
            lines += ["<context>", f"    <name>{context}</name>"]
        lines += _entry(message, forms)
    return "\n".join([*lines, "</context>", "</TS>", ""])


def _entry(message: Message, forms: tuple[str, ...]) -> list[str]:
    numerus = ' numerus="yes"' if message.one else ""
    lines = [f"    <message{numerus}>", f"        <source>{escape(message.source)}</source>"]
    if message.one:
        lines.append(f"        <comment>{escape(message.one)}</comment>")
    begun = "<translation>" if forms else '<translation type="unfinished">'
    if message.one:
        lines.append(f"        {begun}")
        lines += [f"            <numerusform>{escape(form)}</numerusform>" for form in forms or ("", "")]
        lines.append("        </translation>")
    else:
        lines.append(f"        {begun}{escape(forms[0] if forms else '')}</translation>")
    return [*lines, "    </message>"]


def compiled(catalogue: Path, into: Path) -> None:
    """Compile ``catalogue`` into the file ``into``; what is not translated yet is left out."""
    subprocess.run([LRELEASE, "-silent", catalogue, "-qm", into], check=True)


def main(others: Sequence[Path]) -> None:
    """Bring every catalogue in line, compile it, and say what waits for a translation.

    ``others``: catalogues that know translations which ours do not, such as the other side of a merge.
    """
    for language in LOCALES:
        path = CATALOGUES / f"kiosque_{language.value}.ts"
        known = read(path)
        for other in others:
            known |= {message: forms for message, forms in read(other).items() if forms and not known.get(message)}
        said = {message: known.get(message, ()) for message in messages()}
        path.write_text(written(language, said), encoding="utf-8")
        compiled(path, path.with_suffix(".qm"))
        waiting = [message for message, forms in said.items() if not forms]
        for message in waiting:
            print(f"{message.context}: {message.source}")
        print(f"{path.name}: {len(said)} sentences, {len(waiting)} to translate")


if __name__ == "__main__":
    main([Path(each) for each in sys.argv[1:]])
