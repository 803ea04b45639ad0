"""Cards, households and whose a visit was, as an animator's screens lead to them, over a real database."""

from kiosque.actions.visitors import cards, homes, households, people, reception
from kiosque.actions.visitors.people import Answers
from kiosque.ui import places
from kiosque.ui.animator.card_of import CardOfPresenter, CardOfState
from kiosque.ui.animator.correct_visit import Typed as VisitTyped
from kiosque.ui.animator.correct_visit import VisitState
from kiosque.ui.animator.correcting import CorrectVisitPresenter
from kiosque.ui.animator.dossier import DossierPresenter, DossierState
from kiosque.ui.animator.find import FindPresenter, FindState
from kiosque.ui.animator.housemates import NOBODY, HousematesPresenter, HousematesState
from kiosque.ui.animator.write import Typed, WriteState
from kiosque.ui.animator.writing import WritePresenter
from kiosque.ui.papers.card import MemberCard, ToCut
from tests.stores import Space, rows
from tests.ui.backstages import Pictures, Stage, backstage


def written(space: Space, given_name: str, born: int = 1950) -> int:
    answers = Answers(given_name, "Chastel", born, "26220")
    return people.write_down(space.store, answers, author=space.animator).record


def take_back(stage: Stage) -> None:
    assert stage.take_back is not None
    stage.take_back()


def card_shown(stage: Stage) -> str:
    """Return the code on the one card that is looked at, which bears no name."""
    paper = stage.at(places.Preview).paper
    assert isinstance(paper, ToCut)
    (card,) = paper.cards
    assert isinstance(card, MemberCard)
    assert card.name == ""
    return card.code


def test_a_card_is_given_printed_again_and_replaced(opened: Space, stage: Stage) -> None:
    odette = written(opened, "Odette")
    pictures = Pictures[CardOfState]()
    presenter = CardOfPresenter(backstage(opened, stage), pictures, odette)
    presenter.print()
    presenter.replace_home()
    presenter.start()
    assert pictures.last == CardOfState("Odette Chastel")
    presenter.give()
    first = card_shown(stage)
    assert isinstance(stage.at(places.Preview).after, places.CardOf)
    presenter.start()
    assert pictures.last.own
    presenter.print()
    assert card_shown(stage) == first
    presenter.give()
    assert card_shown(stage) != first
    take_back(stage)
    assert cards.cards_of(opened.store, odette).own == first
    assert stage.at(places.CardOf).visitor == odette
    presenter.back()
    assert stage.at(places.Dossier).visitor == odette


def test_the_card_of_a_household_too(opened: Space, stage: Stage) -> None:
    odette = written(opened, "Odette")
    home = households.add_member(opened.store, odette, given_name="Léo", here=False)
    pictures = Pictures[CardOfState]()
    presenter = CardOfPresenter(backstage(opened, stage), pictures, odette)
    presenter.start()
    assert pictures.last.home
    presenter.print_home()
    assert card_shown(stage) == home.card
    presenter.replace_home()
    assert card_shown(stage) == cards.cards_of(opened.store, odette).home != home.card


def test_somebody_is_found_or_written_down_into_a_household(opened: Space, stage: Stage) -> None:
    odette, marcel = written(opened, "Odette"), written(opened, "Marcel")
    pictures = Pictures[HousematesState]()
    presenter = HousematesPresenter(backstage(opened, stage), pictures, odette)
    presenter.start()
    assert len(pictures.last.lines) == 1
    presenter.add()
    asked = stage.at(places.Find)
    seeking = FindPresenter(backstage(opened, stage), Pictures[FindState](), asked)
    seeking.choose(marcel)
    assert stage.at(places.Housemates).visitor == odette
    seeking.new()
    place = stage.at(places.WriteDown)
    writing = WritePresenter(backstage(opened, stage), Pictures[WriteState](), place)
    writing.start()
    writing.send(Typed("Léo", "Chastel", "2018"))
    assert stage.at(places.Housemates).visitor == odette
    presenter.refresh()
    assert [line.note for line in pictures.last.lines] == ["Adulte", "Adulte", "Mineur · Odette Chastel en répond"]
    # Who is known already is brought as well, and the way back leads to where one came from.
    writing.choose(marcel)
    assert stage.at(places.Housemates).visitor == odette
    writing.back()
    assert stage.at(places.Find) == asked
    seeking.back()
    assert stage.at(places.Housemates).visitor == odette


def test_who_answers_for_a_minor_is_said_and_who_leaves_is_taken_out(opened: Space, stage: Stage) -> None:
    store, author = opened.store, opened.animator
    odette, marcel, leo = written(opened, "Odette"), written(opened, "Marcel"), written(opened, "Léo", 2018)
    for mover in (marcel, leo):
        homes.move_in(store, mover, odette, author=author)
    pictures = Pictures[HousematesState]()
    presenter = HousematesPresenter(backstage(opened, stage), pictures, leo)
    presenter.take_out()
    presenter.answer(frozenset({NOBODY}))
    presenter.start()
    presenter.touch(odette)
    assert (pictures.last.chosen, pictures.last.asked) == (odette, "")
    presenter.touch(leo)
    assert pictures.last.asked == "Qui répond de Léo Chastel\u202f?"
    assert [chip.code for chip in pictures.last.adults] == [str(odette), str(marcel), NOBODY]
    assert pictures.last.answers == str(odette)
    presenter.answer(frozenset({str(marcel)}))
    assert pictures.last.answers == str(marcel)
    presenter.answer(frozenset({NOBODY}))
    assert pictures.last.lines[-1].note == "Mineur · Personne ne répond de lui"
    take_back(stage)
    presenter.refresh()
    assert pictures.last.answers == str(marcel)
    presenter.resume(presenter.begun())
    presenter.touch(leo)
    presenter.touch(marcel)
    presenter.record()
    assert stage.at(places.Dossier).visitor == marcel
    presenter.take_out()
    assert [line.visitor for line in pictures.last.lines] == [odette, leo]
    presenter.back()
    assert stage.at(places.Dossier).visitor == leo


def test_the_record_of_somebody_tells_their_card_and_household_and_leads_there(opened: Space, stage: Stage) -> None:
    odette = written(opened, "Odette")
    households.add_member(opened.store, odette, given_name="Léo", here=False)
    cards.give_card(opened.store, odette, author=opened.animator)
    pictures = Pictures[DossierState]()
    presenter = DossierPresenter(backstage(opened, stage), pictures, odette)
    presenter.start()
    assert (pictures.last.card, pictures.last.home) == (True, ("Léo Chastel",))
    presenter.card()
    assert stage.at(places.CardOf).visitor == odette
    presenter.home()
    assert stage.at(places.Housemates).visitor == odette


def test_a_visit_is_given_to_somebody_else_or_to_nobody(opened: Space, stage: Stage) -> None:
    odette = written(opened, "Odette")
    visit = reception.sign_in_unnamed(opened.store, "digital").visit
    pictures = Pictures[VisitState]()
    first = CorrectVisitPresenter(backstage(opened, stage), pictures, places.CorrectVisit(visit))
    first.start()
    assert (pictures.last.who.name, pictures.last.who.known) == ("Sans nom", False)
    first.somebody()
    FindPresenter(backstage(opened, stage), Pictures[FindState](), stage.at(places.Find)).choose(odette)
    place = stage.at(places.CorrectVisit)
    assert place == places.CorrectVisit(visit, odette)
    second = CorrectVisitPresenter(backstage(opened, stage), pictures, place)
    second.start()
    assert [state.who.commune for state in pictures.drawn if state.who.commune][-1] == "Nyons\u00a0(26)"
    assert (pictures.last.who.name, pictures.last.who.age_band) == ("Odette Chastel", "soixante_dix_plus")
    second.send(VisitTyped("09:00", "", "Nyons (26)"))
    row = rows(opened.store)["visit"][0]
    assert (row["visitor"], row["commune"], row["age_band"]) == (odette, "26220", "soixante_dix_plus")
    second.nobody()
    second.age(frozenset({"vingt_cinq_trente_neuf"}))
    second.commune_typed("Vinsob")
    second.send(VisitTyped("09:00", "", "Vinsob"))
    assert pictures.last.who.wrong
    second.commune_chosen(pictures.drawn[-2].who.suggested[0])
    third = CorrectVisitPresenter(backstage(opened, stage), pictures, place)
    third.start()
    third.resume(second.begun())
    third.send(VisitTyped("09:00", "", "Vinsobres (26)"))
    row = rows(opened.store)["visit"][0]
    assert (row["visitor"], row["commune"], row["age_band"]) == (None, "26377", "vingt_cinq_trente_neuf")
    third.age(frozenset({"vingt_cinq_trente_neuf"}))
    assert pictures.last.who.age_band is None
