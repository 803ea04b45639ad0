"""What anybody may read of an antenna: how it is reached, how one comes in, whom it helps and what that costs."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from kiosque.actions.done import Done
from kiosque.actions.inputs import TOO_LONG, BadInput, chosen, telephone, words
from kiosque.actions.known import require
from kiosque.actions.network.taking_back import NOTHING
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain.place_codes import CARE, FEES, PUBLICS
from kiosque.domain.records import ANTENNA

LONGEST_SUMMARY = 280
"""Letters, by the national standard."""
LONGEST_LINK = 300

_HOST = re.compile(r"[^\s.:@]+(\.[^\s.:@]+)+(:\d+)?")


@dataclass(frozen=True, slots=True)
class Public:
    """What anybody may read of an antenna; an empty text: it is not said. ``care`` and ``publics`` are codes."""

    phone: str = ""
    email: str = ""
    website: str = ""
    booking: str = ""
    access: str = ""
    summary: str = ""
    care: frozenset[str] = frozenset()
    publics: frozenset[str] = frozenset()
    fees: str = ""


def public_of(store: Store, antenna: int) -> Public:
    """Return what anybody may read of an antenna. Raises ``db.write.Missing``."""
    row = require(store.first, tables.antenna, antenna, NOTHING)
    links = (row.website or "", row.booking or "", row.access or "")
    several = (frozenset((row.care or "").split()), frozenset((row.publics or "").split()))
    return Public(row.telephone or "", row.email or "", *links, row.summary or "", *several, row.fees or "")


def publish(store: Store, antenna: int, said: Public) -> Done:
    """Say all that anybody may read of an antenna: only what differs is written. Raises ``BadInput`` or ``Missing``."""
    summary = words(said.summary)
    if len(summary) > LONGEST_SUMMARY:
        raise BadInput("summary", TOO_LONG, most=LONGEST_SUMMARY)
    new = {
        "telephone": telephone(said.phone),
        "email": _mail(said.email),
        "website": _link("website", said.website),
        "booking": _link("booking", said.booking),
        "access": _link("access", said.access),
        "summary": summary or None,
        "care": tuple(sorted(chosen("care", each, CARE) for each in said.care)) or None,
        "publics": tuple(sorted(chosen("publics", each, PUBLICS) for each in said.publics)) or None,
        "fees": chosen("fees", said.fees, FEES) if said.fees else None,
    }
    with store.writing() as writer:
        require(writer.first, tables.antenna, antenna, NOTHING)
        writer.correct(ANTENNA, antenna, **new)
    return Done(antenna, tuple(writer.entries), writer.now)


def _mail(typed: str) -> str | None:
    kept = typed.strip()
    name, _, host = kept.rpartition("@")
    if kept and not (name and _HOST.fullmatch(host) and kept.split() == [kept]):
        raise BadInput("email", "Une adresse e-mail s’écrit comme ceci\u00a0: nom@exemple.fr.")
    return kept or None


def _link(field: str, typed: str) -> str | None:
    """Return the address of a page, as it will be kept: whoever leaves *https* out means it."""
    kept = typed.strip()
    if not kept:
        return None
    whole = kept if re.match(r"[a-z]+:", kept, re.IGNORECASE) else f"https://{kept}"
    try:
        parts = urlsplit(whole)
    except ValueError:
        parts = urlsplit("")
    readable = parts.scheme in {"http", "https"} and _HOST.fullmatch(parts.netloc) and whole.split() == [whole]
    if not readable or len(whole) > LONGEST_LINK:
        raise BadInput(field, "Une page web s’écrit comme ceci\u00a0: https://www.exemple.fr.")
    return whole
