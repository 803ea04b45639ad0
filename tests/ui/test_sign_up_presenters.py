"""Registering at a workshop oneself, over a real database and without a window: few taps, no name, plain waiting."""

from kiosque.actions.done import undo
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.actions.workshops import registrations, workshops
from kiosque.domain.workshops import Seat
from kiosque.ui import places
from kiosque.ui.counter.message import Message, WelcomePresenter
from kiosque.ui.counter.question import AlreadyPresenter, Question
from kiosque.ui.counter.reason import ReasonPresenter
from kiosque.ui.counter.sign_up import A_PAGE, SignedUpPresenter, SignUpPresenter, SignUpState
from kiosque.ui.counter.sign_up_name import SignUpNamePresenter, SignUpNameState
from kiosque.ui.counter.tiles import TilesState
from tests.stores import MONDAY_9_H, Space, meet
from tests.ui.backstages import Pictures, Stage, backstage

HOUR, DAY = 3600, 86_400


def planned(space: Space, after: int = HOUR, capacity: int = 1) -> int:
    return workshops.plan(
        space.store,
        title="Photo",
        theme="email",
        starts_at=MONDAY_9_H + after,
        minutes=60,
        capacity=capacity,
        animator=space.animator,
    ).record


def choosing(space: Space, stage: Stage, visit: int) -> tuple[SignUpPresenter, Pictures[SignUpState]]:
    pictures = Pictures[SignUpState]()
    presenter = SignUpPresenter(backstage(space, stage), pictures, visit)
    presenter.start()
    return presenter, pictures


def said(space: Space, stage: Stage) -> Message:
    pictures = Pictures[Message]()
    SignedUpPresenter(backstage(space, stage), pictures, stage.at(places.SignedUp)).start()
    return pictures.last


def test_who_comes_for_a_workshop_without_a_name_registers_for_todays_in_one_tap(opened: Space, stage: Stage) -> None:
    reasons = ReasonPresenter(backstage(opened, stage), Pictures[TilesState](), first=False)
    reasons.choose("workshop")
    assert isinstance(stage.gone[-1], places.Welcome)
    workshop = planned(opened)
    reasons.choose("workshop")
    visit = stage.at(places.SignUp).visit
    presenter, pictures = choosing(opened, stage, visit)
    assert [(each.title, each.free, each.waits) for each in pictures.last.offers or ()] == [("Photo", 1, False)]
    presenter.choose(workshop)
    assert said(opened, stage).title == "Votre place est gardée\u202f!"
    presenter.choose(workshop)
    assert stage.said[-1] == "Vous êtes déjà inscrit à cet atelier."
    [attendee] = registrations.attendees(opened.store, workshop)
    assert (attendee.name, attendee.seat) == (None, Seat.HAS)
    assert stage.take_back is not None
    stage.take_back()
    assert registrations.attendees(opened.store, workshop) == ()
    presenter.no()
    assert isinstance(stage.gone[-1], places.Home)


def test_who_waits_is_told_so_plainly(opened: Space, stage: Stage) -> None:
    workshop = planned(opened)
    for name in ("Ana", "Béa"):
        registrations.register(opened.store, workshop, author=1, called=name)
    visit = reception.sign_in_unnamed(opened.store, "workshop").visit
    presenter, pictures = choosing(opened, stage, visit)
    [offer] = pictures.last.offers or ()
    assert (offer.free, offer.waits) == (0, True)
    presenter.choose(workshop)
    message = said(opened, stage)
    assert message.title == "Vous êtes en liste d’attente"
    assert message.lines == ("Il n’y a plus de place. Vous êtes numéro 2.", "Dites à l’accueil comment vous appeler.")
    assert "Ana" not in str(message)


def test_another_day_asks_who_gave_no_name_for_one_and_a_card_is_enough(opened: Space, stage: Stage) -> None:
    workshop = planned(opened, after=DAY, capacity=3)
    visit = reception.sign_in_unnamed(opened.store, "digital").visit
    presenter, _ = choosing(opened, stage, visit)
    presenter.choose(workshop)
    place = stage.at(places.SignUpName)
    pictures = Pictures[SignUpNameState]()
    naming = SignUpNamePresenter(backstage(opened, stage), pictures, place)
    naming.start()
    naming.send("", "")
    assert set(pictures.last.wrong) == {"called"}
    naming.send("Ana", "12")
    assert set(pictures.last.wrong) == {"phone"}
    naming.send("Ana Roux", "0475260000")
    assert said(opened, stage).title == "Votre place est gardée\u202f!"
    # A card registers its bearer, here or not, and counts no visit.
    came = reception.sign_in_unnamed(opened.store, "digital")
    card = reception.remember(opened.store, came.visit, given_name="Zoé").card
    before = permanences.visits_today(opened.store)
    naming.scanned((card,))
    assert permanences.visits_today(opened.store) == before
    naming.scanned((card,))
    assert stage.said[-1] == "Vous êtes déjà inscrit à cet atelier."
    assert [each.name for each in registrations.attendees(opened.store, workshop)] == ["Ana Roux", "Zoé"]
    for _ in range(10):
        naming.send("", "")
    assert stage.at(places.NotFound).patience


def test_who_is_known_registers_from_the_greeting_or_by_showing_the_card_again(opened: Space, stage: Stage) -> None:
    greeted = Pictures[Message]()
    visit = reception.sign_in_unnamed(opened.store, "digital").visit
    reception.remember(opened.store, visit, given_name="Zoé")
    signed = reception.sign_in_unnamed(opened.store, "digital")
    welcome = WelcomePresenter(backstage(opened, stage), greeted, signed)
    welcome.start()
    assert [each.workshops for each in greeted.drawn] == [False]
    workshop = planned(opened, after=DAY)
    welcome.start()
    assert [each.workshops for each in greeted.drawn] == [False, True]
    welcome.workshops()
    assert stage.at(places.SignUp).visit == signed.visit
    AlreadyPresenter(backstage(opened, stage), Pictures[Question](), visit).workshops()
    presenter, _ = choosing(opened, stage, stage.at(places.SignUp).visit)
    presenter.choose(workshop)
    assert [each.name for each in registrations.attendees(opened.store, workshop)] == ["Zoé"]


def test_never_more_than_six_things_to_touch(opened: Space, stage: Stage) -> None:
    for n in range(A_PAGE + 3):
        planned(opened, after=(n + 1) * DAY)
    visit = reception.sign_in_unnamed(opened.store, "digital").visit
    presenter, pictures = choosing(opened, stage, visit)
    assert (len(pictures.last.offers or ()), pictures.last.more) == (A_PAGE, True)
    presenter.others()
    presenter.resume(presenter.begun())
    assert (len(pictures.last.offers or ()), pictures.last.more) == (3, True)
    presenter.others()
    assert len(pictures.last.offers or ()) == A_PAGE


def test_two_pcs_where_two_take_the_last_place_at_once_both_gave_it(opened: Space, stage: Stage) -> None:
    workshop = planned(opened)
    meet(opened.store, opened.central)
    visit = reception.sign_in_unnamed(opened.store, "workshop").visit
    presenter, _ = choosing(opened, stage, visit)
    presenter.choose(workshop)
    registrations.register(opened.central, workshop, author=1, called="Ana")
    for _ in range(2):
        meet(opened.store, opened.central)
    for store in (opened.store, opened.central):
        assert [each.seat for each in registrations.attendees(store, workshop)] == [Seat.HAS, Seat.HAS]
    undo(opened.store, stage.at(places.SignedUp).signed)
    assert len(registrations.attendees(opened.store, workshop)) == 1
