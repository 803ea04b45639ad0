"""Equipment at the desk: a breakdown, a loan by a touch or a card, an inventory by scan; without a window."""

from datetime import date

import pytest

from kiosque.actions.equipping import equipment, loans
from kiosque.actions.network import network
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import people, reception
from kiosque.actions.visitors.people import Answers
from kiosque.domain.card import card_code
from kiosque.domain.equipment_label import label_text
from kiosque.domain.records import VISITOR
from kiosque.ui import places
from kiosque.ui.animator.bringing import bring
from kiosque.ui.animator.equipment import EquipmentPresenter, EquipmentState
from kiosque.ui.animator.inventory import InventoryPresenter, InventoryState
from kiosque.ui.animator.lending import PiecePresenter
from kiosque.ui.animator.piece import Out, PieceState
from kiosque.ui.papers.equipment import EquipmentLabels
from tests.stores import Space, meet
from tests.ui.backstages import Pictures, Stage, backstage

CARD = card_code(bytes(10))


@pytest.fixture
def placed(nyons: Space) -> tuple[int, ...]:
    """Three pieces here, and one of Rémuzat that will turn up."""
    there = network.add_antenna(
        nyons.central, code="REM", label="Rémuzat", form="seat", association="aventic", commune="26264"
    ).record
    made = tuple(
        equipment.place(nyons.central, called=called, form=form, antenna=antenna, serial="5CG").record
        for called, form, antenna in (
            ("Portable 1", "laptop", nyons.antenna),
            ("Portable 2", "laptop", nyons.antenna),
            ("Imprimante", "printer", nyons.antenna),
            ("Vidéoprojecteur", "projector", there),
        )
    )
    meet(nyons.store, nyons.central)
    permanences.open_permanence(nyons.store, nyons.animator)
    return made


def zoe(space: Space) -> int:
    return people.write_down(space.store, Answers("Zoé", "Roux"), author=space.animator).record


def at_piece(space: Space, stage: Stage, piece: int) -> tuple[PiecePresenter, Pictures[PieceState]]:
    pictures = Pictures[PieceState]()
    presenter = PiecePresenter(backstage(space, stage), pictures, places.Piece(piece))
    presenter.start()
    return presenter, pictures


def out(pictures: Pictures[PieceState]) -> Out | None:
    return pictures.last.out


def test_a_breakdown_is_noted_in_two_touches_and_taken_back(
    nyons: Space, stage: Stage, placed: tuple[int, ...]
) -> None:
    presenter, pictures = at_piece(nyons, stage, placed[0])
    assert (pictures.last.about, pictures.last.seen) == ("Ordinateur portable · n° 5CG", "Pas encore vu ici")
    presenter.choose_state(frozenset({"broken"}))
    assert (pictures.last.asking, pictures.last.state) == ("broken", None)
    assert presenter.begun() == "broken"
    presenter.choose_problem(frozenset({"screen"}))
    assert pictures.last.seen == "En panne\u00a0: l’écran, noté aujourd’hui"
    assert pictures.last.story == ("Aujourd’hui\u00a0: En panne\u00a0: l’écran, par Élodie Brès",)
    presenter.mistaken()
    assert (pictures.last.state, pictures.last.corrigible) == (None, False)
    presenter.choose_state(frozenset({"away"}))
    assert (pictures.last.state, pictures.last.lends) == ("away", False)
    assert stage.take_back is not None
    stage.take_back()
    presenter.refresh()
    assert pictures.last.state is None


def test_somebody_who_is_here_borrows_and_brings_it_back(nyons: Space, stage: Stage, placed: tuple[int, ...]) -> None:
    borrower = zoe(nyons)
    reception.sign_in_visitor(nyons.store, borrower, author=nyons.animator)
    presenter, pictures = at_piece(nyons, stage, placed[0])
    assert [each.name for each in pictures.last.here] == ["Zoé Roux"]
    presenter.choose_days(frozenset({"7"}))
    presenter.lend(borrower)
    assert out(pictures) == Out("Prêté à Zoé Roux aujourd’hui", "Retour prévu lundi 9 mars")
    nyons.clock.pass_(days=8)
    presenter.refresh()
    assert out(pictures) == Out("Prêté à Zoé Roux le lundi 2 mars", "À rendre depuis lundi 9 mars", late=True)
    presenter.extend()
    assert out(pictures) == Out("Prêté à Zoé Roux le lundi 2 mars", "Retour prévu mardi 24 mars")
    presenter.give_back()
    assert out(pictures) is None
    assert [line.split("\u00a0: ")[1] for line in pictures.last.story] == [
        "rendu par Zoé Roux",
        "prêté à Zoé Roux, par Élodie Brès",
    ]
    presenter.lend(borrower)
    presenter.never()
    assert out(pictures) is None


def test_what_is_retired_while_it_is_lent_comes_back_and_goes_no_more(
    nyons: Space, stage: Stage, placed: tuple[int, ...]
) -> None:
    loans.lend(nyons.store, placed[0], zoe(nyons), loans.due_after(nyons.store, 0), author=nyons.animator)
    equipment.retire(nyons.central, placed[0], loans.due_after(nyons.store, 0))
    meet(nyons.store, nyons.central)
    nyons.clock.pass_(days=1)
    presenter, pictures = at_piece(nyons, stage, placed[0])
    assert out(pictures) == Out("Prêté à Zoé Roux hier", "À rendre depuis lundi 2 mars", late=True)
    assert pictures.last.gone
    presenter.give_back()
    assert (out(pictures), pictures.last.lends, pictures.last.gone) == (None, False, True)


def test_a_card_borrows_and_whoever_is_found_too(nyons: Space, stage: Stage, placed: tuple[int, ...]) -> None:
    borrower = zoe(nyons)
    with nyons.store.writing() as writer:
        writer.amend(VISITOR, borrower, card=CARD)
    presenter, pictures = at_piece(nyons, stage, placed[0])
    presenter.scanned((CARD,))
    assert pictures.last.out is not None
    presenter.scanned((equipment.piece(nyons.store, placed[1]).label,))
    assert stage.gone[-1] == places.Piece(placed[1])
    presenter, _ = at_piece(nyons, stage, placed[1])
    presenter.find()
    found = stage.at(places.Find)
    assert found.then is not None
    bring(presenter, found.then, borrower)
    assert stage.gone[-1] == places.Piece(placed[1])
    assert len(loans.lent(nyons.store)) == 2


def test_what_is_here_is_told_what_is_late_first(nyons: Space, stage: Stage, placed: tuple[int, ...]) -> None:
    loans.lend(nyons.store, placed[1], zoe(nyons), date(2026, 3, 2), author=nyons.animator)
    equipment.inspect(nyons.store, placed[0], "works", author=nyons.animator)
    nyons.clock.pass_(days=1)
    pictures = Pictures[EquipmentState]()
    presenter = EquipmentPresenter(backstage(nyons, stage), pictures)
    presenter.start()
    assert [(line.name, line.note, line.tone) for line in pictures.last.pieces] == [
        ("Portable 2", "Prêté à Zoé Roux, à rendre depuis lundi 2 mars", "attention"),
        ("Imprimante", "Pas encore vu ici", "waiting"),
        ("Portable 1", "Fonctionne", "action"),
    ]
    assert [line.name for line in pictures.last.lent] == ["Portable 2"]
    presenter.labels()
    paper = stage.at(places.Preview).paper
    assert isinstance(paper, EquipmentLabels)
    assert [label.name for label in paper.labels] == ["Imprimante", "Portable 1", "Portable 2"]
    presenter.scanned((paper.labels[1].code,))
    assert stage.gone[-1] == places.Piece(placed[0])
    presenter.inventory()
    presenter.back()
    assert stage.gone[-2:] == [places.Inventory(), places.More()]


def test_an_inventory_is_made_by_scans_and_touches(nyons: Space, stage: Stage, placed: tuple[int, ...]) -> None:
    pictures = Pictures[InventoryState]()
    presenter = InventoryPresenter(backstage(nyons, stage), pictures)
    presenter.start()
    labels = [equipment.piece(nyons.store, each).label for each in placed]
    presenter.scanned((labels[0],))
    assert stage.said[-1] == "Portable 1\u00a0: vu."
    presenter.scanned((labels[0],))
    presenter.scanned((labels[3],))
    assert stage.said[-1] == "Vidéoprojecteur est d’une autre antenne\u00a0: Rémuzat."
    presenter.touch(placed[1])
    last = pictures.last
    assert [line.name for line in last.seen] == ["Portable 1", "Portable 2"]
    assert [(line.name, line.note) for line in last.missing] == [("Imprimante", "Pas encore vu ici")]
    assert [(line.name, line.note, line.tone) for line in last.elsewhere] == [
        ("Vidéoprojecteur", "de Rémuzat", "attention")
    ]
    assert last.to_note == 1
    presenter.end()
    assert (pictures.last.missing[0].note, pictures.last.to_note) == ("Introuvable", 0)
    presenter.scanned((label_text(bytes(10)),))
    assert stage.said[-1] == "Cette étiquette n’est pas celle d’un matériel connu."
    presenter.scanned((CARD,))
    assert len(reception.present(nyons.store)) == 1
    presenter.open(placed[0])
    presenter.back()
    assert stage.gone[-2:] == [places.Piece(placed[0]), places.Equipment()]
