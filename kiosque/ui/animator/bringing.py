"""Bringing somebody who was found or written down to the place that asked for a person."""

from dataclasses import replace
from typing import Any

from kiosque.actions.done import Done
from kiosque.actions.equipping import loans
from kiosque.actions.visitors import homes
from kiosque.db.store import Store
from kiosque.ui.animator.base import AnimatorPresenter
from kiosque.ui.animator.equipment_texts import equipment_words
from kiosque.ui.animator.home_texts import home_words
from kiosque.ui.places import CorrectVisit, Housemates, Passes, Piece, Place
from kiosque.ui.texts import texts


def bring(presenter: AnimatorPresenter[Any], then: Place, visitor: int) -> None:
    """Go back to ``then`` with ``visitor``: one of the household, whose visit it was, or who borrows."""
    stage, author = presenter.backstage.stage, presenter.backstage.animator
    if isinstance(then, CorrectVisit | Passes):
        # Nothing is written before it is kept with the rest.
        stage.go(replace(then, visitor=visitor))
    elif isinstance(then, Piece):
        piece = then

        def lent(done: Done) -> None:
            stage.go(piece)
            presenter.backstage.offer_undo(done, equipment_words.LENT, texts.UNDONE, piece)

        presenter.write(lambda store: _lend(store, piece, visitor, author), lent)
    elif isinstance(then, Housemates):
        home = then

        def moved(done: Done) -> None:
            stage.go(home)
            presenter.backstage.offer_undo(done, home_words.MOVED_IN, texts.UNDONE, home)

        presenter.write(lambda store: homes.move_in(store, visitor, home.visitor, author=author), moved)


def _lend(store: Store, piece: Piece, visitor: int, author: int) -> Done:
    return loans.lend(store, piece.equipment, visitor, loans.due_after(store, piece.days), author=author)
