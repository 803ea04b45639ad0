"""Whether a record is still what its form was filled in from: what somebody else said since is not undone unseen."""

from collections.abc import Callable, Sequence
from typing import Any

from kiosque.actions.inputs import BadInput
from kiosque.central.pages.forms import Form
from kiosque.db.store import Store

READ = "read"
"""The hidden field that says what was known of the record when its form was shown."""


class Meanwhile(BadInput):
    """A form was filled in from what a record is no more: it would say again what somebody corrected since."""

    def __init__(self, told: str) -> None:
        what = f"\u202f: {told}" if told else ""
        super().__init__(READ, f"Quelqu’un l’a corrigé entre-temps{what}. Relisez, puis enregistrez de nouveau.")


def mark_of(store: Store, record: int) -> str:
    """Return what stands for all that is known of a record: how many entries, and the last; empty when there is none.

    An entry that arrives late may come before the last.
    """
    entries = store.history(record)
    return f"{len(entries)}-{entries[-1].id}" if entries else ""


def require_read(store: Store, record: int, form: Form, story: Callable[[], Sequence[dict[str, Any]]]) -> None:
    """Raise ``Meanwhile`` when something was said of a record since its form was shown, or the form does not say when.

    ``story``: the history of the record as whoever sends the form may read it, the latest first.
    """
    if form[READ] == mark_of(store, record):
        return
    count, lines = form[READ].partition("-")[0], story()
    known = int(count) if count.isascii() and count.isdecimal() and len(count) < len("10000") else len(lines)
    now: dict[str, str] = {}
    for line in lines[: max(1, len(lines) - known)]:
        for field, _, after in () if line["created"] else line["what"]:
            now.setdefault(field, after)
    raise Meanwhile(", ".join(f"{field} «\u00a0{after}\u00a0»" for field, after in now.items()))
