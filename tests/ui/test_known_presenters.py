"""Who is known without a card: what each touch writes, where it leads, and what nobody is told."""

from typing import Any

import pytest

from kiosque.actions.opening import permanences
from kiosque.actions.visitors import households, reception, recognition
from kiosque.domain.errors import KnownError
from kiosque.ui import places
from kiosque.ui.animator.base import AnimatorPresenter
from kiosque.ui.animator.opening import OpenPresenter, OpenState
from kiosque.ui.attempts import MOST, WITHIN
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter import confirm
from kiosque.ui.counter.birth_day import BirthDayPresenter, BirthDayState
from kiosque.ui.counter.by_name import ByNamePresenter, ByNameState, Typed
from kiosque.ui.counter.closed import ClosedPresenter, ClosedState
from kiosque.ui.counter.form import FormPresenter, FormState
from kiosque.ui.counter.given import GivenPresenter, GivenState
from kiosque.ui.counter.home import HomePresenter, HomeState
from kiosque.ui.counter.household import HouseholdPresenter, HouseholdState
from kiosque.ui.counter.known_texts import known_words
from kiosque.ui.counter.leave import LeavePresenter, LeaveState
from kiosque.ui.counter.member import MemberPresenter, MemberState, Said
from kiosque.ui.counter.notice import NoticePresenter, NoticeState
from kiosque.ui.counter.pictures import ChoosePicturesPresenter, PicturesPresenter, PicturesState
from kiosque.ui.counter.question import Question, RememberPresenter
from kiosque.ui.counter.ways import WaysPresenter, WaysState
from kiosque.ui.screen import Presenter
from tests.stores import Space, folded, rows
from tests.ui.backstages import Pictures, Stage, backstage

FOX = ("cat", "apple", "bike")
CARD = "7K2M9XQP3V5RTBN8H"


@pytest.fixture
def behind(opened: Space, stage: Stage) -> Backstage:
    return backstage(opened, stage)


@pytest.fixture
def odette(opened: Space) -> int:
    """Somebody who was remembered, chose three pictures, may be found by name, and has left."""
    signed = reception.sign_in_unnamed(opened.store, "digital")
    made = reception.remember(opened.store, signed.visit, given_name="Odette", family_name="Chastel")
    reception.sign_out(opened.store, signed.visit)
    recognition.choose_pictures(opened.store, made.record, FOX)
    recognition.be_found_by_name(opened.store, made.record, 314)
    return made.record


def last(stage: Stage) -> places.Place:
    """Return where one is."""
    return stage.gone[-1]


def visits(space: Space) -> list[dict[str, object]]:
    """Return the visits that are under way."""
    return [row for row in rows(space.store)["visit"] if not row["deleted"] and row["ended_at"] is None]


def touch(behind: Backstage, stage: Stage, *codes: str, leaving: bool = False) -> None:
    """Touch pictures, one place after the other, as a finger does."""
    stage.go(places.Pictures(leaving))
    for code in codes:
        presenter = PicturesPresenter(behind, Pictures[PicturesState](), stage.at(places.Pictures))
        presenter.start()
        presenter.touch(code)


def ask(behind: Backstage, place: places.Place) -> tuple[Question, Presenter[Question]]:
    """Return the question of a place, and who hears the answer."""
    screen = Pictures[Question]()
    if isinstance(place, places.IsItYou):
        return confirm.is_it_you(place.masked), confirm.IsItYouPresenter(behind, screen, place)
    if isinstance(place, places.Recognised):
        return confirm.recognised(place.masked), confirm.RecognisedPresenter(behind, screen, place)
    assert isinstance(place, places.NotFound)
    return confirm.not_found(place), confirm.NotFoundPresenter(behind, screen, leaving=place.leaving)


# ----- three pictures -------------------------------------------------------------------------------------------------


def test_the_third_picture_counts_the_visit_and_asks_with_a_masked_name(
    behind: Backstage, stage: Stage, opened: Space, odette: int
) -> None:
    HomePresenter(behind, Pictures[HomeState]()).pictures()
    touch(behind, stage, *FOX)
    asked = stage.at(places.Recognised)
    assert [row["visitor"] for row in visits(opened)] == [odette]
    question, presenter = ask(behind, asked)
    assert question.question == "C’est bien vous, Odette C.\u202f?"
    assert isinstance(presenter, confirm.RecognisedPresenter)
    presenter.yes()
    assert stage.at(places.Welcome).signed == asked.signed


def test_who_says_that_it_is_somebody_else_leaves_no_visit_and_hears_what_a_miss_hears(
    behind: Backstage, stage: Stage, opened: Space, odette: int
) -> None:
    del odette
    touch(behind, stage, *FOX)
    _, presenter = ask(behind, last(stage))
    assert isinstance(presenter, confirm.RecognisedPresenter)
    presenter.no()
    refused = last(stage)
    assert visits(opened) == []
    touch(behind, stage, "dog", "apple", "bike")
    assert last(stage) == refused == places.NotFound()
    assert rows(opened.store) == folded(opened.store)


def test_it_may_be_too_late_to_take_it_back_and_nothing_more_is_shown(
    behind: Backstage, stage: Stage, opened: Space, odette: int
) -> None:
    del odette
    touch(behind, stage, *FOX)
    _, presenter = ask(behind, last(stage))
    opened.clock.pass_(minutes=1)
    assert isinstance(presenter, confirm.RecognisedPresenter)
    presenter.no()
    assert last(stage) == places.NotFound()
    assert "Odette" not in stage.said[-1]


def test_the_pictures_of_somebody_who_is_here_ask_whether_they_leave(
    behind: Backstage, stage: Stage, opened: Space, odette: int
) -> None:
    del odette
    touch(behind, stage, *FOX)
    touch(behind, stage, *FOX)
    assert stage.at(places.Already).visit == visits(opened)[0]["id"]
    LeavePresenter(behind, Pictures[LeaveState]()).by_pictures()
    touch(behind, stage, *FOX, leaving=True)
    assert last(stage) == places.Farewell(None)
    assert visits(opened) == []
    touch(behind, stage, *FOX, leaving=True)
    assert last(stage) == places.NotFound(leaving=True)


def test_back_takes_one_picture_back(behind: Backstage, stage: Stage) -> None:
    for touched in (("cat",), ()):
        PicturesPresenter(behind, Pictures[PicturesState](), places.Pictures(touched=touched)).back()
    assert stage.gone == [places.Pictures(), places.Home()]


def test_ten_may_be_looked_for_in_a_minute_then_one_waits_calmly(
    behind: Backstage, stage: Stage, opened: Space, odette: int
) -> None:
    del odette
    for _ in range(MOST):
        touch(behind, stage, "dog", "apple", "bike")
        assert last(stage) == places.NotFound()
    touch(behind, stage, *FOX)
    assert last(stage) == places.NotFound(patience=True)
    question, _ = ask(behind, last(stage))
    assert question.question == known_words.NOT_FOUND_PATIENCE
    by_name = ByNamePresenter(behind, Pictures[ByNameState](), leaving=True)
    by_name.sent(Typed("Odette", "Chastel", "14 mars"))
    assert last(stage) == places.NotFound(leaving=True, patience=True)
    opened.clock.pass_(seconds=WITHIN)
    touch(behind, stage, *FOX)
    stage.at(places.Recognised)


def test_three_pictures_are_chosen_and_refused_when_somebody_has_them(
    behind: Backstage, stage: Stage, opened: Space, odette: int
) -> None:
    signed = reception.sign_in_unnamed(opened.store, "digital")
    marcel = reception.remember(opened.store, signed.visit, given_name="Marcel").record
    given = places.Given("Marcel", CARD, marcel)

    def choose(*codes: str) -> None:
        stage.go(places.ChoosePictures(given))
        for code in codes:
            presenter = ChoosePicturesPresenter(behind, Pictures[PicturesState](), stage.at(places.ChoosePictures))
            presenter.start()
            presenter.touch(code)

    choose(*FOX)
    assert last(stage) == places.ChoosePictures(given)
    assert "Odette" not in stage.said[-1]
    assert "déjà prises" in stage.said[-1]
    choose("dog", "apple", "bike")
    assert stage.at(places.Ways).given.done == {"pictures"}
    assert recognition.by_pictures(opened.store, ("dog", "apple", "bike")).visitor == marcel
    assert odette != marcel
    for chosen, before in ((("cat",), places.ChoosePictures(given)), ((), places.Ways(given))):
        ChoosePicturesPresenter(behind, Pictures[PicturesState](), places.ChoosePictures(given, chosen)).back()
        assert last(stage) == before


# ----- a name ---------------------------------------------------------------------------------------------------------


def test_a_name_is_confirmed_before_anything_is_written(
    behind: Backstage, stage: Stage, opened: Space, odette: int
) -> None:
    HomePresenter(behind, Pictures[HomeState]()).by_name()
    presenter = ByNamePresenter(behind, Pictures[ByNameState](), leaving=stage.at(places.ByName).leaving)
    presenter.start()
    presenter.sent(Typed("odète", "Chastel", "14/03"))
    found = stage.at(places.IsItYou)
    assert (found.visitor, found.masked, visits(opened)) == (odette, "Odette C.", [])
    _, answer = ask(behind, found)
    assert isinstance(answer, confirm.IsItYouPresenter)
    answer.no()
    assert last(stage) == places.NotFound()
    answer.yes()
    assert stage.at(places.Welcome).signed
    assert [row["visitor"] for row in visits(opened)] == [odette]
    answer.yes()
    stage.at(places.Already)


def test_who_leaves_by_their_name_is_told_good_bye(behind: Backstage, stage: Stage, opened: Space, odette: int) -> None:
    LeavePresenter(behind, Pictures[LeaveState]()).by_name()
    _, answer = ask(behind, places.IsItYou(odette, "Odette C.", leaving=stage.at(places.ByName).leaving))
    assert isinstance(answer, confirm.IsItYouPresenter)
    answer.yes()
    assert "Nous ne trouvons pas votre arrivée" in stage.said[-1]
    reception.sign_in_card(opened.store, str(rows(opened.store)["visitor"][0]["card"]))
    answer.yes()
    assert last(stage) == places.Farewell("Odette")
    assert visits(opened) == []


def test_what_is_missing_is_said_at_its_line_and_nobody_is_looked_for(behind: Backstage, stage: Stage) -> None:
    pictures = Pictures[ByNameState]()
    presenter = ByNamePresenter(behind, pictures, leaving=False)
    for typed, field in (
        (Typed("", "Chastel", "14 mars"), "given_name"),
        (Typed("Odette", " ", "14 mars"), "family_name"),
        (Typed("Odette", "Chastel", "mars"), "birth_day"),
        (Typed("x" * 99, "Chastel", "14 mars"), "given_name"),
    ):
        presenter.sent(typed)
        assert pictures.last.wrong[field]
        assert pictures.last.look_at == field
    assert stage.gone == []


def test_a_miss_and_twins_hear_the_same(behind: Backstage, stage: Stage, opened: Space, odette: int) -> None:
    signed = reception.sign_in_unnamed(opened.store, "digital")
    twin = reception.remember(opened.store, signed.visit, given_name="Odete", family_name="Chastel").record
    recognition.be_found_by_name(opened.store, twin, 314)
    assert twin != odette
    presenter = ByNamePresenter(behind, Pictures[ByNameState](), leaving=False)
    for typed in (Typed("Odette", "Chastel", "14 mars"), Typed("Gilberte", "Brès", "1 mai")):
        presenter.sent(typed)
        assert last(stage) == places.NotFound()


def test_nobody_found_goes_on_without_a_name(behind: Backstage, stage: Stage) -> None:
    for leaving, yes in ((False, places.Reason(first=False)), (True, places.Home())):
        _, answer = ask(behind, places.NotFound(leaving))
        assert isinstance(answer, confirm.NotFoundPresenter)
        answer.no()
        assert last(stage) == places.Home()
        answer.yes()
        assert last(stage) == yes


# ----- what who was remembered may add ------------------------------------------------------------------------------


def test_the_card_leads_to_the_other_ways_and_they_to_each(behind: Backstage, stage: Stage, odette: int) -> None:
    given = places.Given("Odette", CARD, odette)
    pictures = Pictures[GivenState]()
    presenter = GivenPresenter(behind, pictures, given)
    presenter.start()
    assert pictures.last.others
    presenter.others()
    ways = WaysPresenter(behind, Pictures[WaysState](), stage.at(places.Ways).given)
    ways.start()
    for way, kind in (("pictures", places.ChoosePictures), ("name", places.BirthDay), ("household", places.Member)):
        ways.choose(way)
        stage.at(kind)
    ways.notice()
    assert stage.at(places.Notice).after == places.Ways(given)
    ways.back()
    assert last(stage) == given
    ways.over()
    assert last(stage) == places.Home()


def test_a_day_of_birth_is_asked_of_who_wants_to_be_found_and_a_surname_of_who_gave_none(
    behind: Backstage, stage: Stage, opened: Space
) -> None:
    signed = reception.sign_in_unnamed(opened.store, "digital")
    marcel = reception.remember(opened.store, signed.visit, given_name="Marcel").record
    given = places.Given("Marcel", CARD, marcel)
    pictures = Pictures[BirthDayState]()
    presenter = BirthDayPresenter(behind, pictures, given)
    presenter.start()
    assert pictures.last.ask_name
    presenter.sent("mars", "")
    assert pictures.last.wrong_day
    presenter.sent("14 mars", "")
    assert pictures.last.wrong_name
    presenter.sent("14 mars", "Brès")
    assert stage.at(places.Ways).given.done == {"name"}
    assert recognition.by_name(opened.store, "Marcel", "Brès", 314).visitor == marcel
    presenter.back()
    assert last(stage) == places.Ways(given)


def test_somebody_more_of_the_household_brings_its_card(
    behind: Backstage, stage: Stage, opened: Space, odette: int
) -> None:
    pictures = Pictures[MemberState]()
    presenter = MemberPresenter(behind, pictures, places.Given("Odette", CARD, odette))
    presenter.start()
    presenter.sent(Said("  ", "", here=True))
    assert pictures.last.wrong_given
    presenter.sent(Said("Léo", "x" * 99, here=True))
    assert pictures.last.wrong_family
    presenter.sent(Said("x" * 99, "", here=True))
    assert pictures.last.wrong_given
    presenter.resume("moins_de_douze")
    assert presenter.begun() == "moins_de_douze"
    presenter.sent(Said("Léo", "", here=True))
    given = stage.at(places.Given)
    assert given.household
    assert given.done == {"household"}
    assert [row["accompanied"] for row in visits(opened)] == ["with_adult"]
    HomePresenter(behind, Pictures[HomeState]()).scanned((given.code,))
    stage.at(places.Household)
    presenter.back()
    stage.at(places.Ways)


def test_the_notice_says_who_answers_and_leads_back_only(behind: Backstage, stage: Stage) -> None:
    RememberPresenter(behind, Pictures[Question](), 7).notice()
    after = stage.at(places.Notice).after
    pictures = Pictures[NoticeState]()
    presenter = NoticePresenter(behind, pictures, after)
    presenter.start()
    assert "Asoft" in pictures.last.who
    assert "cnil.fr" in pictures.last.short
    presenter.back()
    assert last(stage) == places.Remember(7)


# ----- a household's card ---------------------------------------------------------------------------------------------


@pytest.fixture
def home(opened: Space, odette: int) -> households.Added:
    """A household of two adults and a child, nobody of whom is here."""
    households.add_member(opened.store, odette, given_name="Marcel", here=False)
    return households.add_member(opened.store, odette, given_name="Léo", age_band="moins_de_douze", here=False)


def at_home(behind: Backstage, place: places.Household) -> tuple[HouseholdPresenter, Pictures[HouseholdState]]:
    pictures = Pictures[HouseholdState]()
    presenter = HouseholdPresenter(behind, pictures, place)
    presenter.start()
    return presenter, pictures


def test_a_household_arrives_and_leaves_together(
    behind: Backstage, stage: Stage, opened: Space, home: households.Added
) -> None:
    HomePresenter(behind, Pictures[HomeState]()).scanned((home.card,))
    presenter, pictures = at_home(behind, stage.at(places.Household))
    assert [member.masked for member in pictures.last.people] == ["Odette C.", "Marcel C.", "Léo C."]
    assert not pictures.last.leaving
    presenter.send()
    assert stage.said[-1] == known_words.HOUSEHOLD_NOBODY
    odette, marcel, leo = pictures.last.people
    for member in (odette, marcel, marcel, leo):
        presenter.touch(member)
    assert pictures.last.touched == {odette.visitor, leo.visitor}
    presenter.send()
    assert last(stage) == places.Welcome(None)
    assert {row["accompanied"] for row in visits(opened)} == {None, "with_adult"}
    # The card that is shown again is shown to leave; others may still arrive.
    HomePresenter(behind, Pictures[HomeState]()).scanned((home.card,))
    presenter, pictures = at_home(behind, stage.at(places.Household))
    assert pictures.last.leaving
    assert pictures.last.other_way
    presenter.turn()
    assert [member.masked for member in pictures.last.people] == ["Marcel C."]
    presenter.turn()
    for member in pictures.last.people:
        presenter.touch(member)
    presenter.send()
    assert last(stage) == places.Farewell(None)
    assert visits(opened) == []


def test_a_child_alone_says_how_they_come(
    behind: Backstage, stage: Stage, opened: Space, home: households.Added
) -> None:
    for yes, how in ((True, "with_adult"), (False, "alone")):
        presenter, pictures = at_home(behind, places.Household(home.household, leaving=False))
        presenter.touch(pictures.last.people[-1])
        presenter.send()
        answer = confirm.WithAdultPresenter(behind, Pictures[Question](), stage.at(places.WithAdult))
        (answer.yes if yes else answer.no)()
        assert visits(opened)[0]["accompanied"] == how
        assert last(stage) == places.Welcome(None)
        assert stage.take_back is not None
        stage.take_back()
        assert visits(opened) == []


def test_a_great_household_has_pages(behind: Backstage, opened: Space, odette: int, home: households.Added) -> None:
    for given_name in ("Aimé", "Rose", "Jules", "Ève", "Paul"):
        households.add_member(opened.store, odette, given_name=given_name, here=False)
    presenter, pictures = at_home(behind, places.Household(home.household, leaving=False))
    first = pictures.last.people
    assert (len(first), pictures.last.more) == (6, True)
    presenter.page()
    assert len(pictures.last.people) == 2
    begun = presenter.begun()
    again, others = at_home(behind, places.Household(home.household, leaving=False))
    again.resume(begun)
    assert others.last.people == pictures.last.people
    again.page()
    assert others.last.people == first


def test_a_household_s_card_on_the_way_out_asks_who_leaves(
    behind: Backstage, stage: Stage, home: households.Added
) -> None:
    LeavePresenter(behind, Pictures[LeaveState]()).scanned((home.card,))
    assert last(stage) == places.Household(home.household, leaving=True)
    ByNamePresenter(behind, Pictures[ByNameState](), leaving=False).scanned((home.card,))
    assert last(stage) == places.Household(home.household)


# ----- a card on any screen -------------------------------------------------------------------------------------------


def test_a_card_that_comes_at_a_bad_moment_is_told_why_it_waits(
    behind: Backstage, stage: Stage, opened: Space, odette: int
) -> None:
    given = places.Given("Odette", CARD, odette)
    waiting: list[Presenter[FormState] | Presenter[BirthDayState] | Presenter[MemberState]] = [
        FormPresenter(behind, Pictures[FormState](), 7),
        BirthDayPresenter(behind, Pictures[BirthDayState](), given),
        MemberPresenter(behind, Pictures[MemberState](), given),
    ]
    for presenter in waiting:
        presenter.scanned((CARD,))
        assert stage.said[-1] == known_words.CARD_LATER
    ClosedPresenter(behind, Pictures[ClosedState]()).scanned((CARD,))
    OpenPresenter(behind, Pictures[OpenState]()).scanned((CARD,))
    assert stage.said[-2:] == ["La permanence n’est pas ouverte.", known_words.CARD_TOO_EARLY]
    assert stage.gone == []
    assert visits(opened) == []


def test_no_screen_passes_a_card_over_in_silence(behind: Backstage, stage: Stage) -> None:
    """Whoever is on stage answers; those that have nothing to do with cards say where one is taken."""
    for presenter in (Presenter[object](behind, Pictures[object]()), AnimatorPresenter(behind, Pictures[object]())):
        before = len(stage.said)
        presenter.scanned(("AAAAAAAAAA",))
        assert len(stage.said) == before + 1
    AnimatorPresenter(behind, Pictures[object]()).later((CARD,))
    assert stage.said[-1] == known_words.CARD_LATER
    silent = [
        each
        for each in every(Presenter)
        if "scanned" in vars(each) and not SPEAKS.intersection(each.scanned.__code__.co_names)
    ]
    assert silent == []


SPEAKS = {
    "say",
    "show",
    "_next",
    "write",
    "go",
    "take_card",
    "arrive_by_card",
    "leave_by_card",
    "too_early",
    "later",
    "_take",
}


def every(of: type[Presenter[Any]]) -> list[type[Presenter[Any]]]:
    """Return all the presenters that there are."""
    return [each for child in of.__subclasses__() for each in (child, *every(child))]


def test_a_household_s_card_at_an_animator_s_screen_is_sent_to_the_counter(
    behind: Backstage, stage: Stage, opened: Space, home: households.Added
) -> None:
    AnimatorPresenter(behind, Pictures[object]()).scanned((home.card,))
    assert "à l’accueil" in stage.said[-1]
    assert visits(opened) == []


def test_a_permanence_that_closed_meanwhile_gets_its_sentence(
    behind: Backstage, stage: Stage, opened: Space, odette: int
) -> None:
    held = permanences.current(opened.store)
    assert held is not None
    permanences.close_permanence(opened.store, held.id, author=opened.animator)
    touch(behind, stage, *FOX)
    _, answer = ask(behind, places.IsItYou(odette, "Odette C."))
    assert isinstance(answer, confirm.IsItYouPresenter)
    answer.yes()
    assert stage.said == ["La permanence n’est pas ouverte."] * 2
    assert issubclass(permanences.NotOpen, KnownError)
