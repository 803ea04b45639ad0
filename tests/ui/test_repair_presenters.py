"""Repairs, objects and machines at the desk: what each touch does, over a real database and without a window."""

from kiosque.actions.coworking import desks
from kiosque.actions.repairing import repairs
from kiosque.actions.repairing.repair_sessions import THEME
from kiosque.actions.repairing.repairs import Attempt, Item
from kiosque.actions.visitors import reception
from kiosque.actions.workshops import workshops
from kiosque.domain.label import label_code
from kiosque.domain.repair_codes import END_OF_LIFE, FIXED
from kiosque.ui import places
from kiosque.ui.animator.correct_repair import CorrectRepairPresenter, CorrectRepairState
from kiosque.ui.animator.intervening import InterventionPresenter
from kiosque.ui.animator.intervention import InterventionState
from kiosque.ui.animator.machines import MachinesPresenter, MachinesState
from kiosque.ui.animator.repair import UNSAID, RepairState
from kiosque.ui.animator.repair_form import Typed, typed_of
from kiosque.ui.animator.repair_texts import grams_of, repair_words, year_of
from kiosque.ui.animator.repairing import RepairPresenter
from kiosque.ui.animator.repairs import RepairsPresenter, RepairsState
from kiosque.ui.animator.thing import ThingPresenter, ThingState
from kiosque.ui.language import Language, speak
from kiosque.ui.papers.card import ToCut
from kiosque.ui.papers.label import ObjectLabel
from tests.stores import MONDAY_9_H, Space, rows
from tests.ui.backstages import Pictures, Stage, backstage

MENDED = Attempt("cord", FIXED)
TOASTER = Item("31")


def noting(space: Space, stage: Stage, place: places.Repair) -> tuple[RepairPresenter, Pictures[RepairState]]:
    pictures = Pictures[RepairState]()
    presenter = RepairPresenter(backstage(space, stage), pictures, place)
    presenter.start()
    return presenter, pictures


def noted(space: Space, item: Item = TOASTER) -> repairs.Noted:
    return repairs.note_repair(space.store, item, MENDED, author=space.animator)


def test_an_object_a_fault_and_an_outcome_are_saved_by_the_last_touch(opened: Space, stage: Stage) -> None:
    presenter, pictures = noting(opened, stage, places.Repair())
    assert len(pictures.last.categories.first) == 6
    presenter.choose_outcome(FIXED)
    assert rows(opened.store)["repair"] == []
    presenter.choose_category("31")
    presenter.choose_problem("cord")
    presenter.choose_outcome(FIXED)
    [kept] = repairs.lately(opened.store, 9)
    assert (kept.about, kept.said) == (Item("31"), MENDED)
    assert stage.at(places.Thing).label == kept.item
    assert stage.take_back is not None
    stage.take_back()
    assert repairs.lately(opened.store, 9) == ()
    assert stage.gone[-1] == places.Repairs()


def test_what_prevents_a_repair_is_asked_of_what_has_lived(opened: Space, stage: Stage) -> None:
    for touched, barrier in (("2", "2"), (UNSAID, None)):
        presenter, _ = noting(opened, stage, places.Repair())
        presenter.choose_category("14")
        presenter.choose_problem("heat")
        presenter.choose_outcome(END_OF_LIFE)
        before = len(repairs.lately(opened.store, 9))
        presenter.choose_barrier(touched)
        found = repairs.lately(opened.store, 9)
        assert len(found) == before + 1
        assert found[0].said == Attempt("heat", END_OF_LIFE, barrier)


def test_more_may_be_said_and_what_is_wrong_is_said_beside(opened: Space, stage: Stage) -> None:
    visit = reception.sign_in_unnamed(opened.store, "repair").visit
    presenter, pictures = noting(opened, stage, places.Repair())
    assert [chip.code for chip in pictures.last.here] == ["0", str(visit)]
    presenter.choose_category("14")
    presenter.choose_problem("heat")
    presenter.choose_who(str(visit))
    presenter.precise()
    for wrong, field in ((Typed(year="douze"), "year"), (Typed(weight="lourd"), "weight"), (Typed("x" * 41), "brand")):
        presenter.edit(wrong)
        presenter.choose_outcome(FIXED)
        assert set(pictures.last.wrong) == {field}
        assert pictures.last.outcome is None
    presenter.edit(Typed("Moulinex", "2011", "1,1", "Pièce commandée"))
    presenter.choose_outcome(FIXED)
    [row] = rows(opened.store)["repair"]
    assert (row["visit"], row["note"]) == (visit, "Pièce commandée")
    assert repairs.lately(opened.store, 1)[0].about == Item("14", "Moulinex", 2011, 1_100)
    # The same screen in another language begins where it was.
    again, other = noting(opened, stage, places.Repair())
    again.resume(presenter.begun())
    assert (other.last.category, other.last.visit, other.last.precising) == ("14", visit, True)
    again.back()
    assert stage.gone[-1] == places.Repairs()


def test_an_object_that_comes_back_is_not_asked_what_it_is(opened: Space, stage: Stage) -> None:
    first = noted(opened, Item("14", "Moulinex", 2011))
    presenter, pictures = noting(opened, stage, places.Repair())
    presenter.scanned(("7K2M9XQP3V5RTBN8H",))
    assert stage.said
    presenter.scanned((label_code(first.item),))
    assert pictures.last.known == "Bouilloire · Moulinex · 2011"
    presenter.choose_problem("heat")
    presenter.choose_outcome(FIXED)
    known = repairs.known(opened.store, first.item)
    assert known is not None
    assert len(known.repairs) == 2
    # From elsewhere: it is asked what it is, and keeps its label.
    elsewhere = (77 << 32) + 5
    presenter, pictures = noting(opened, stage, places.Repair(label=elsewhere))
    assert (pictures.last.known, pictures.last.title) == ("", repair_words.NEW_OBJECT)
    presenter.choose_category("31")
    presenter.choose_problem("cord")
    presenter.choose_outcome(FIXED)
    strange = repairs.known(opened.store, elsewhere)
    assert strange is not None
    assert strange.label == elsewhere


def test_who_came_with_an_object_leads_to_its_repair(opened: Space, stage: Stage) -> None:
    visit = reception.sign_in_unnamed(opened.store, "repair").visit
    pictures = Pictures[InterventionState]()
    presenter = InterventionPresenter(backstage(opened, stage), pictures, places.Intervene((visit,), "Zoé"))
    presenter.start()
    presenter.choose_theme("email")
    assert [each.mending for each in pictures.drawn][-2:] == [True, False]
    presenter.mend()
    assert stage.gone[-1] == places.Repair(visit, "Zoé")
    noting(opened, stage, places.Repair(visit, "Zoé"))[0].back()
    stage.at(places.Desk)


def test_an_object_tells_its_repairs_and_its_label_is_printed(opened: Space, stage: Stage) -> None:
    first = noted(opened, Item("14", "Moulinex", 2011, 1_100))
    opened.clock.pass_(days=400)
    pictures = Pictures[ThingState]()
    presenter = ThingPresenter(backstage(opened, stage), pictures, first.item)
    presenter.start()
    assert pictures.last.title == "Bouilloire"
    assert pictures.last.subtitle.startswith("Moulinex · 2011 · 1,1\u00a0kg · venu une fois · étiquette R")
    assert [(line.repair, line.note) for line in pictures.last.lines] == [
        (first.record, "Câble, prise · lundi 2 mars 2026")
    ]
    presenter.print()
    paper = stage.at(places.Preview).paper
    assert isinstance(paper, ToCut)
    [label] = paper.cards
    assert isinstance(label, ObjectLabel)
    assert (label.code, label.what, label.antenna) == (label_code(first.item), "Bouilloire · Moulinex", "Nyons")
    presenter.correct(first.record)
    presenter.again()
    presenter.another()
    presenter.back()
    assert stage.gone[-4:] == [
        places.CorrectRepair(first.record),
        places.Repair(label=first.item),
        places.Repair(),
        places.Repairs(),
    ]
    strange = ThingPresenter(backstage(opened, stage), pictures, 12)
    strange.start()
    assert pictures.last.known is False
    strange.print()
    strange.again()
    assert stage.gone[-1] == places.Repair(label=12)


def test_a_repair_is_corrected_and_thrown_away(opened: Space, stage: Stage) -> None:
    kept = noted(opened, Item("14", "Moulinex", 2011, 1_100))
    pictures = Pictures[CorrectRepairState]()
    presenter = CorrectRepairPresenter(backstage(opened, stage), pictures, kept.record)
    presenter.start()
    assert next(each.typed for each in pictures.drawn if each.typed) == Typed("Moulinex", "2011", "1,1", "")
    presenter.choose("outcome", END_OF_LIFE)
    presenter.choose("barrier", "2")
    presenter.choose("barrier", "2")
    assert "barrier" not in pictures.last.held
    presenter.choose("barrier", "6")
    for wrong in (Typed(year="douze"), Typed(year="1649")):
        presenter.send(wrong)
        assert set(pictures.last.wrong) == {"year"}
    presenter.send(Typed("Calor", "2011", "", ""))
    found = repairs.repair_of(opened.store, kept.record)
    assert (found.about, found.said) == (Item("14", "Calor", 2011), Attempt("cord", END_OF_LIFE, "6"))
    assert stage.gone[-1] == places.Thing(kept.item)
    again = CorrectRepairPresenter(backstage(opened, stage), pictures, kept.record)
    again.resume(presenter.begun())
    again.start()
    assert pictures.last.held == presenter.begun()
    again.choose("outcome", FIXED)
    assert "barrier" not in pictures.last.held
    again.scanned(("7K2M9XQP3V5RTBN8H",))
    again.history()
    assert stage.at(places.History).record == kept.record
    again.back()
    opened.clock.pass_(minutes=1)
    again.throw()
    assert repairs.lately(opened.store, 9) == ()
    nothing = CorrectRepairPresenter(backstage(opened, stage), pictures, 12)
    nothing.start()
    nothing.back()
    stage.at(places.Repairs)


def test_a_session_is_told_and_its_volunteers_are_counted_in_one_touch(opened: Space, stage: Stage) -> None:
    pictures = Pictures[RepairsState]()
    presenter = RepairsPresenter(backstage(opened, stage), pictures)
    presenter.start()
    assert (pictures.last.lines, pictures.last.session) == ((), None)
    presenter.volunteers(3)
    workshops.plan(
        opened.store,
        title="Repair café",
        theme=THEME,
        starts_at=MONDAY_9_H,
        minutes=180,
        capacity=20,
        animator=opened.animator,
    )
    mended = noted(opened)
    presenter.refresh()
    presenter.volunteers(3)
    assert pictures.last.session is not None
    assert (pictures.last.session.volunteers, pictures.last.session.title) == (3, "Repair café")
    assert stage.take_back is not None
    stage.take_back()
    presenter.refresh()
    assert pictures.last.session.volunteers == 0
    assert pictures.last.lines is not None
    assert [(line.thing, line.title, line.mended) for line in pictures.last.lines] == [
        (mended.item, "Grille-pain", True)
    ]
    assert pictures.last.year is not None
    assert repair_words.avoided(pictures.last.year.avoided) == (
        "1,5\u00a0kg de déchets évités",
        "4,1\u00a0kg de CO₂ évités",
    )
    presenter.new()
    presenter.thing(mended.item)
    presenter.machines()
    presenter.back()
    assert stage.gone[-4:] == [places.Repair(), places.Thing(mended.item), places.Machines(), places.More()]


def test_somebody_who_is_here_may_use_a_machine_and_may_not_any_more(opened: Space, stage: Stage) -> None:
    machine = desks.add_desk(opened.store, label="Découpe laser", form="machine", author=opened.animator).record
    came = reception.sign_in_unnamed(opened.store, "other").visit
    zoe = reception.remember(opened.store, came, given_name="Zoé", family_name="Roux").record
    reception.sign_in_unnamed(opened.store, "other")
    pictures = Pictures[MachinesState]()
    presenter = MachinesPresenter(backstage(opened, stage), pictures)
    presenter.start()
    assert (pictures.last.chosen, [who for who, _ in pictures.last.here]) == (machine, [zoe])
    presenter.allow()
    presenter.choose(machine)
    presenter.choose_who(zoe)
    presenter.choose_until("quarter")
    again = MachinesPresenter(backstage(opened, stage), pictures)
    again.start()
    again.resume(presenter.begun())
    again.refresh()
    assert (pictures.last.who, pictures.last.until) == (zoe, "quarter")
    again.allow()
    assert pictures.last.machines is not None
    [allowed] = pictures.last.machines[0].allowed
    assert (allowed.visitor, pictures.last.who) == (zoe, None)
    opened.clock.pass_(minutes=1)
    again.withdraw(zoe)
    assert pictures.last.machines[0].allowed == ()
    again.choose_who(zoe)
    again.choose_who(zoe)
    assert pictures.last.who is None
    again.back()
    assert stage.gone[-1] == places.Repairs()


def test_what_is_typed_is_read_as_people_type_it() -> None:
    assert [grams_of(text) for text in ("1,5", " 1.5 kg", "", "12")] == [1_500, 1_500, None, 12_000]
    assert [year_of(text) for text in ("2011", " ")] == [2011, None]
    assert typed_of(Item("31", weight=12_500), "") == Typed(weight="12,5")
    speak(Language.ENGLISH)
    assert typed_of(Item("31", weight=1_250), "") == Typed(weight="1.25")
    assert [repair_words.kilos(grams) for grams in (1_470, 900, 12_600, 14_120_000)] == [
        "1.5 kg",
        "0.9 kg",
        "13 kg",
        "14,120 kg",
    ]
