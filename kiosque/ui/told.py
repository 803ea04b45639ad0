"""What the layers below say in French, in the language in force: codes, and sentences of known errors."""

from kiosque.domain.codelist import Code
from kiosque.domain.errors import KnownError
from kiosque.ui.language import find

CODES, ERRORS, REGISTER = "codes", "errors", "register"
"""Their contexts in the catalogues."""


def label_of(code: Code) -> str:
    """Return the words for ``code``."""
    return find(CODES, code.label)


def short_of(code: Code) -> str:
    """Return the words for ``code`` on a tile."""
    return find(CODES, code.short)


def told(error: KnownError) -> str:
    """Return the sentence of ``error``."""
    said = find(ERRORS, error.template)
    return said.format(**error.values) if error.values else said


def said(sentence: str) -> str:
    """Return a whole sentence of a layer below, one that holds no value."""
    return find(ERRORS, sentence)


def purpose_of(text: str) -> str:
    """Return what the register of processing says of a purpose: why, on what basis, for how long."""
    return find(REGISTER, text)
