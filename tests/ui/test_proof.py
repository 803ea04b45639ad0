"""Papers for a visitor: a proof of visit that is kept nowhere, a reminder that a telephone reads; without a window."""

import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.actions.workshops import workshops
from kiosque.domain.proof import Stay
from kiosque.ui import places
from kiosque.ui.animator.proving import MONTH, ProvingPresenter, ProvingState
from kiosque.ui.language import Language, speak
from kiosque.ui.papers.choice import PapersPresenter, PapersState
from kiosque.ui.papers.paper import pdf, picture
from kiosque.ui.papers.proof import Proof
from kiosque.ui.papers.reminder import Reminder
from tests.stores import MONDAY_9_H, Space, rows
from tests.ui.backstages import Pictures, Stage, backstage

DAY = 86_400


def proving(space: Space, stage: Stage) -> tuple[ProvingPresenter, Pictures[ProvingState]]:
    pictures = Pictures[ProvingState]()
    presenter = ProvingPresenter(backstage(space, stage), pictures)
    presenter.start()
    return presenter, pictures


def test_a_proof_is_made_of_a_visit_and_written_nowhere(opened: Space, stage: Stage) -> None:
    store = opened.store
    first = reception.sign_in_unnamed(store, "service").visit
    reception.remember(store, first, given_name="Zoé", family_name="Roux")
    reception.sign_out(store, first)
    nobody = reception.sign_in_unnamed(store, "service").visit
    before = (rows(store), store.head(store.device))
    presenter, pictures = proving(opened, stage)
    assert [(line.visit, line.name) for line in pictures.last.lines] == [(first, "Zoé Roux"), (nobody, "Sans nom")]
    presenter.send(" ")
    assert set(pictures.last.wrong) == {"name", "visit"}
    presenter.choose(first)
    assert (pictures.last.name, pictures.last.known) == ("Zoé Roux", True)
    presenter.send(" Zoé  Roux ")
    paper = stage.at(places.Preview).paper
    assert isinstance(paper, Proof)
    assert (paper.name, paper.stays) == ("Zoé Roux", (Stay(MONDAY_9_H, MONDAY_9_H),))
    assert (paper.animator, paper.antenna, paper.association) == ("Élodie Brès", "Nyons", "Asoft")
    assert "Zoé" not in paper.title + repr(paper)
    presenter.choose(nobody)
    presenter.send("Paul Nul")
    paper = stage.at(places.Preview).paper
    assert isinstance(paper, Proof)
    assert paper.stays == (Stay(MONDAY_9_H),)
    assert (rows(store), store.head(store.device)) == before
    presenter.back()
    assert stage.gone[-1] == places.Papers()


def test_a_month_of_visits_is_told_together_and_days_are_turned(opened: Space, stage: Stage) -> None:
    store, author = opened.store, opened.animator
    first = reception.sign_in_unnamed(store, "service").visit
    zoe = reception.remember(store, first, given_name="Zoé", family_name="Roux").record
    reception.sign_out(store, first)
    current = permanences.current(store)
    assert current is not None
    permanences.close_permanence(store, current.id, author=author)
    opened.clock.pass_(days=2)
    permanences.open_permanence(store, author)
    second = reception.sign_in_visitor(store, zoe, author=author).visit
    presenter, pictures = proving(opened, stage)
    presenter.choose(second)
    presenter.choose_period(frozenset({MONTH}))
    presenter.send("Zoé Roux")
    paper = stage.at(places.Preview).paper
    assert isinstance(paper, Proof)
    assert paper.stays == (Stay(MONDAY_9_H, MONDAY_9_H), Stay(MONDAY_9_H + 2 * DAY))
    begun = presenter.begun()
    presenter.before()
    assert (pictures.last.day, [line.visit for line in pictures.last.lines]) == ("lundi 2 mars", [first])
    chosen = [pictures.last.chosen]
    presenter.after()
    presenter.resume(begun)
    assert [*chosen, pictures.last.chosen, pictures.last.period] == [None, second, MONTH]


def test_a_proof_is_french_whatever_is_spoken(qapp: QApplication) -> None:
    del qapp
    speak(Language.ENGLISH)
    stays = tuple(Stay(MONDAY_9_H + day * DAY, MONDAY_9_H + day * DAY + 3600) for day in range(20))
    paper = Proof("Zoé Roux", stays, "Élodie Brès", "Nyons", "Asoft", MONDAY_9_H)
    assert b"/Lang (fr-FR)" in pdf(paper)
    assert paper.title.startswith("Attestation de présence, samedi")


def test_a_reminder_is_read_by_a_telephone(opened: Space, stage: Stage, qapp: QApplication) -> None:
    del qapp
    pictures = Pictures[PapersState]()
    presenter = PapersPresenter(backstage(opened, stage), pictures)
    presenter.start()
    offered = [pictures.last.workshop]
    presenter.reminder()
    assert stage.gone == []
    workshops.plan(
        opened.store,
        title="Photo, vidéo",
        theme="creer_avec_le_numerique",
        starts_at=MONDAY_9_H + DAY,
        minutes=90,
        capacity=6,
        animator=opened.animator,
    )
    presenter.refresh()
    assert [*offered, pictures.last.workshop] == [False, True]
    presenter.reminder()
    paper = stage.at(places.Preview).paper
    assert isinstance(paper, Reminder)
    assert (paper.where, paper.animators) == ("Nyons", ("Élodie Brès",))
    assert paper.title == "Rappel, Photo, vidéo, mardi 3 mars"
    image = picture(paper, 6).convertToFormat(QImage.Format.Format_Grayscale8)
    [found] = zxingcpp.read_barcodes(image)
    assert found.text == paper.event()
    assert "SUMMARY:Photo\\, vidéo\nDTSTART:20260303T080000Z\nDTEND:20260303T093000Z" in found.text
    presenter.proof()
    assert stage.gone[-1] == places.Proof()
