"""Keeping a paper as a file, where no printer is: on the stick that is plugged in, else in the documents."""

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from kiosque.domain.errors import KnownError
from kiosque.ui.papers.paper import Paper, file_name, pdf
from kiosque.ui.papers.texts import words_of

MOST = 1000
"""Papers of one name in a folder."""


class NotKept(KnownError):
    """The file could not be written; the sentence says what to do."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a paper was kept; ``stick``: on a stick, which can be taken elsewhere."""

    path: Path
    stick: bool


def documents() -> Path | None:
    """Return where this PC keeps its documents, as its desktop says; None when it does not."""
    said = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(said) if said else None


def keep(paper: Paper, stick: Path | None, documents: Path | None) -> Kept:
    """Write the file of ``paper`` on ``stick``, else among the ``documents``; return where. Raises ``NotKept``.

    A paper that holds a secret goes on no disk of this PC. Nothing is written over.
    """
    folder = stick or (None if paper.secret else documents)
    if folder is None:
        raise NotKept(words_of.PREVIEW_KEEP_NO_STICK)
    content = pdf(paper)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return Kept(_write(folder / file_name(paper), content), folder == stick)
    except OSError as error:
        raise NotKept(words_of.NOT_KEPT) from error


def _write(path: Path, content: bytes) -> Path:
    """Write to ``path``, or to the first free name after it; return which. Raises ``OSError``."""
    for number in range(1, MOST):
        free = path if number == 1 else path.with_stem(f"{path.stem} {number}")
        try:
            with free.open("xb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        except FileExistsError:
            continue
        return free
    raise FileExistsError(path)
