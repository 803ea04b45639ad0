"""What people and programs type, looked at before anything reads it: what no database keeps and no file shows."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from litestar import Request
from litestar.datastructures import UploadFile
from litestar.enums import RequestEncodingType
from litestar.exceptions import ClientException, HTTPException, NotFoundException
from litestar.status_codes import HTTP_422_UNPROCESSABLE_ENTITY

_LAYOUT = frozenset("\t\n\r")
_FORMS = frozenset({RequestEncodingType.URL_ENCODED, RequestEncodingType.MULTI_PART})

MOST_DIGITS = 18
"""Of a number in an address: one that no record has does not fit into a database either (2^63 has 19)."""

LOOKED_AT = frozenset({"key", "network", "up_to"})
"""Fields that whoever answers looks at: keys of a copy and of a network, which may be all digits, and a number that it
refuses."""


@dataclass(frozen=True, slots=True)
class Said:
    """A field of a form, by its name: what was typed, and what of it can be kept."""

    name: str
    text: str

    @property
    def kept(self) -> str:
        """The text without what cannot be seen and cannot be kept."""
        return "".join(letter for letter in self.text if keeps(letter))

    @property
    def whole(self) -> bool:
        """Whether all of it can be kept."""
        return all(map(keeps, self.text))


class Unkept(HTTPException):
    """What was typed in a form has a sign that nobody sees and no database keeps: ``said`` is all of the form."""

    status_code = HTTP_422_UNPROCESSABLE_ENTITY

    def __init__(self, said: Iterable[Said]) -> None:
        super().__init__("a control character is in what was sent")
        self.said = tuple(said)


class TooManyDigits(HTTPException):
    """A number in a form is greater than any that there is: ``typed`` is the number."""

    status_code = HTTP_422_UNPROCESSABLE_ENTITY

    def __init__(self, typed: str) -> None:
        super().__init__("a number is too long")
        self.typed = typed


def keeps(letter: str) -> bool:
    """Whether a character can be kept and shown: no control but those of a text's layout, no half of one, no gap."""
    if letter in _LAYOUT:
        return True
    # Most that is typed is of these; the rest is asked of the tables of Unicode.
    return letter.isalnum() or (unicodedata.category(letter) not in {"Cc", "Cs"} and ord(letter) & 0xFFFE != 0xFFFE)  # noqa: PLR2004 - the two that end each plane are no characters


async def look(request: Request[Any, Any, Any]) -> None:
    """Refuse what cannot be kept: in the address, in what is asked behind it, in a form.

    Raises ``NotFoundException``, ``ClientException``, ``Unkept`` or ``TooManyDigits``.
    """
    path = request.scope["path"]
    if not all(map(keeps, path)) or any(each.isdecimal() and len(each) > MOST_DIGITS for each in path.split("/")):
        raise NotFoundException
    asked = list(request.query_params.multi_items())
    if not all(keeps(letter) for pair in asked for each in pair for letter in each) or any(map(_too_long, asked)):
        raise ClientException("a control character, or a number that is too long, is in what was asked")
    if request.method == "POST" and request.content_type[0] in _FORMS:
        sent = await request.form()
        said = [Said(name, each) for name, each in sent.multi_items() if isinstance(each, str)]
        if not all(each.whole for each in said):
            raise Unkept(said)
        for each in said:
            if _too_long((each.name, each.text)):
                raise TooManyDigits(each.text)
        if any(isinstance(each, UploadFile) and not all(map(keeps, each.filename)) for each in sent.values()):
            raise Unkept(())


def _too_long(said: tuple[str, str]) -> bool:
    """Whether a field, by its name, is a number of more digits than any has."""
    name, value = said
    return name not in LOOKED_AT and value.isdecimal() and len(value) > MOST_DIGITS
