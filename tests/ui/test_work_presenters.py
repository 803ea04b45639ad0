"""Bookings, passes, pages and places at the desk, over a real database and without a window."""

from datetime import date

from kiosque.actions.coworking import bookings, desks, passes
from kiosque.actions.coworking.bookings import Asked, Booked
from kiosque.actions.visitors import people, reception
from kiosque.actions.visitors.people import Answers
from kiosque.domain.french import local
from kiosque.ui import places
from kiosque.ui.animator.book import AFTERNOON, HOURS, MORNING, WHOLE, BookState, Typed
from kiosque.ui.animator.booking import BookPresenter, span_of
from kiosque.ui.animator.bookings import BookingsPresenter, BookingsState
from kiosque.ui.animator.desking import DesksPresenter
from kiosque.ui.animator.desks import EDIT, USE, DesksState
from kiosque.ui.animator.find import FindPresenter, FindState
from kiosque.ui.animator.pass_list import PassesPresenter, PassesState
from kiosque.ui.animator.precise import Named
from tests.stores import Space
from tests.ui.backstages import Pictures, Stage, backstage

TODAY, TUESDAY = "2026-03-02", "2026-03-03"


def desk(space: Space, label: str) -> int:
    return desks.add_desk(space.store, label=label, form="coworking", author=1).record


def known(space: Space) -> tuple[int, int]:
    visit = reception.sign_in_unnamed(space.store, "desk").visit
    return reception.remember(space.store, visit, given_name="Zoé", family_name="Roux").record, visit


def form(space: Space, stage: Stage) -> tuple[BookPresenter, Pictures[BookState]]:
    pictures = Pictures[BookState]()
    presenter = BookPresenter(backstage(space, stage), pictures, places.Book(TUESDAY))
    presenter.start()
    return presenter, pictures


def test_two_who_are_called_the_same_are_told_apart_and_the_line_holds_a_name(opened: Space, stage: Stage) -> None:
    for year, commune in ((1950, "26220"), (1990, "26264")):
        said = Answers("Zoé", "Roux", year, commune)
        people.write_down(opened.store, said, author=opened.animator)
    presenter, pictures = form(opened, stage)
    presenter.type_name("zoe")
    told = {each.name for each in pictures.last.suggested}
    assert told == {
        "Zoé Roux · naissance en 1950 · Nyons\u00a0(26)",
        "Zoé Roux · naissance en 1990 · Rémuzat\u00a0(26)",
    }
    presenter.choose_person(pictures.last.suggested[0])
    assert pictures.last.called == "Zoé Roux"


def who(booked: tuple[Booked, ...] | None) -> list[tuple[str, str, bool]]:
    def hours(each: Booked) -> str:
        return f"{local(each.slot.start):%H:%M}-{local(each.slot.end):%H:%M}"

    return [(each.who, hours(each), each.regular) for each in booked or ()]


def test_who_is_known_books_every_tuesday_and_thursday_morning_in_a_few_taps(opened: Space, stage: Stage) -> None:
    table, visitor = desk(opened, "Table 1"), known(opened)[0]
    presenter, pictures = form(opened, stage)
    # The only place there is goes without saying.
    assert (pictures.last.desk, pictures.drawn[0].defaults) == (table, Typed("", "", "03/03/2026"))
    presenter.type_name("zoe")
    assert list(pictures.last.suggested) == [Named(visitor, "Zoé Roux")]
    presenter.choose_person(pictures.last.suggested[0])
    assert (pictures.last.called, list(pictures.last.suggested)) == ("Zoé Roux", [])
    presenter.choose_weekdays(frozenset({"3", "1"}))
    presenter.resume(presenter.begun())
    presenter.send(Typed("Zoé Roux", "", "3/3"))
    assert stage.gone[-1] == places.Bookings(TUESDAY)
    shown = Pictures[BookingsState]()
    listing = BookingsPresenter(backstage(opened, stage), shown, places.Bookings(TUESDAY))
    listing.start()
    assert who(shown.last.booked) == [("Zoé Roux", "09:00-12:30", True)]
    listing.after()
    assert who(shown.last.booked) == []
    listing.after()
    assert len(who(shown.last.booked)) == 1
    assert stage.take_back is not None
    stage.take_back()
    listing.before()
    listing.resume(listing.begun())
    assert bookings.booked_on(opened.store, local(opened.clock.now + 86_400).date()) == ()


def test_what_is_wrong_is_said_beside_it(opened: Space, stage: Stage) -> None:
    table = desk(opened, "Table 1")
    desk(opened, "Table 2")
    presenter, pictures = form(opened, stage)
    presenter.choose_span(frozenset({HOURS}))
    presenter.send(Typed("", "", "demain", "9", ""))
    assert set(pictures.last.wrong) == {"day", "desk", "opens", "closes"}
    presenter.choose_desk(frozenset({str(table)}))
    presenter.send(Typed("Ana", "", "3/3", "10:00", "9:00"))
    assert set(pictures.last.wrong) == {"closes"}
    presenter.send(Typed(" ", "", "3/3", "10:00", "11:00"))
    assert set(pictures.last.wrong) == {"called"}
    presenter.send(Typed("Ana", "", "3/3/2027", "10:00", "11:00"))
    presenter.send(Typed("Ana", "", "3/3", "10:00", "11:00"))
    presenter.send(Typed("Béa", "", "3/3", "10:30", "11:30"))
    assert set(pictures.last.wrong) == {"desk"}
    presenter.scanned(("X",))
    presenter.back()
    assert stage.gone[-1] == places.Bookings(TUESDAY)


def test_one_is_moved_or_does_not_come(opened: Space, stage: Stage) -> None:
    table, other = desk(opened, "Table 1"), desk(opened, "Table 2")
    presenter, _ = form(opened, stage)
    presenter.choose_desk(frozenset({str(table)}))
    presenter.choose_weekdays(frozenset({"1"}))
    presenter.send(Typed("Ana", "0612345678", "3/3"))
    shown = Pictures[BookingsState]()
    listing = BookingsPresenter(backstage(opened, stage), shown, places.Bookings(TUESDAY))
    listing.start()
    # Nobody is looked at yet.
    listing.move(other)
    listing.cancel(False)  # noqa: FBT003 - a slot
    listing.history()
    [booked] = shown.last.booked or ()
    listing.choose(booked)
    assert shown.last.free == ((other, "Table 2"),)
    listing.history()
    assert stage.at(places.History).record == booked.booking
    listing.move(other)
    [moved] = shown.last.booked or ()
    assert (moved.desk, shown.last.chosen) == (other, None)
    listing.choose(moved)
    listing.choose(moved)
    listing.choose(moved)
    listing.cancel(False)  # noqa: FBT003 - a slot
    assert who(shown.last.booked) == []
    listing.book()
    assert stage.gone[-1] == places.Book(TUESDAY)
    listing.back()
    assert isinstance(stage.gone[-1], places.Desks)


def test_what_is_left_is_said_when_a_place_is_taken(opened: Space, stage: Stage) -> None:
    table, (visitor, visit) = desk(opened, "Table 1"), known(opened)
    finding = FindPresenter(backstage(opened, stage), Pictures[FindState](), places.Find(then=places.Passes()))
    finding.choose(visitor)
    assert stage.gone[-1] == places.Passes(visitor)
    shown = Pictures[PassesState]()
    giving = PassesPresenter(backstage(opened, stage), shown, places.Passes(visitor))
    giving.start()
    assert (shown.last.giving, shown.last.passes) == ("Zoé Roux", ())
    giving.throw()
    giving.history()
    giving.give("ten")
    [card] = shown.last.passes or ()
    pictures = Pictures[DesksState]()
    presenter = DesksPresenter(backstage(opened, stage), pictures)
    presenter.start()
    presenter.touch(table)
    presenter.take(visit)
    assert stage.said[-1] == "La place est prise. Il reste 9\u00a0journées."
    giving.choose(card.id)
    giving.choose(card.id)
    giving.choose(card.id)
    assert (shown.last.chosen and shown.last.chosen.id, shown.last.giving) == (card.id, "")
    giving.history()
    assert stage.at(places.History).record == card.id
    giving.throw()
    assert passes.passes(opened.store) == ()
    giving.seek()
    assert stage.at(places.Find).then == places.Passes()
    giving.back()
    for way, place in ((presenter.bookings, places.Bookings), (presenter.passes, places.Passes)):
        way()
        assert isinstance(stage.gone[-1], place)


def test_pages_are_counted_after_and_places_edited(opened: Space, stage: Stage) -> None:
    table = desk(opened, "Table 1")
    pictures = Pictures[DesksState]()
    presenter = DesksPresenter(backstage(opened, stage), pictures)
    presenter.start()
    presenter.count_pages(3)
    presenter.remove()
    presenter.touch(table)
    presenter.take(None)
    presenter.touch(table)
    use, pages = pictures.last.freed or (0, 0)
    assert (bool(use), pages) == (True, 0)
    presenter.count_pages(12)
    assert desks.last_use(opened.store, table) == (use, 12)
    presenter.choose_mode(EDIT)
    presenter.touch(table)
    presenter.touch(table)
    presenter.touch(table)
    presenter.choose(frozenset({"room"}))
    presenter.add("Fenêtre")
    assert [(each.name, each.form) for each in pictures.last.places] == [("Fenêtre", "room")]
    presenter.touch(table)
    presenter.remove()
    assert pictures.last.places == ()
    presenter.resume(presenter.begun())
    presenter.choose_mode(USE)
    presenter.resume(presenter.begun())


def test_a_part_of_the_day_is_the_antenna_s_own(opened: Space) -> None:
    usual = bookings.usual_hours(opened.store, local(opened.clock.now).date())
    found = {span: [f"{each:%H:%M}" for each in span_of(span, usual)] for span in (MORNING, AFTERNOON, WHOLE)}
    assert found == {MORNING: ["09:00", "12:30"], AFTERNOON: ["13:30", "18:00"], WHOLE: ["09:00", "18:00"]}
    assert [f"{each:%H:%M}" for each in span_of(AFTERNOON, ())] == ["14:00", "18:00"]


def test_a_booking_is_said_otherwise_on_the_form_that_made_it(opened: Space, stage: Stage) -> None:
    table = desks.add_desk(opened.store, label="Table 1", form="coworking", author=opened.animator).record
    visitor, _ = known(opened)
    asked = Asked(table, "Tu,Th 09:00-12:00", date(2026, 3, 3), None)
    bookings.book(opened.store, asked, author=opened.animator, visitor=visitor)
    shown = Pictures[BookingsState]()
    listing = BookingsPresenter(backstage(opened, stage), shown, places.Bookings("2026-03-10"))
    listing.start()
    listing.rebook()
    [booked] = shown.last.booked or ()
    listing.choose(booked)
    listing.rebook()
    place = stage.at(places.Book)
    assert (place.day, place.booking) == ("2026-03-10", booked.booking)
    pictures = Pictures[BookState]()
    presenter = BookPresenter(backstage(opened, stage), pictures, place)
    presenter.start()
    filled = pictures.last
    assert (filled.known, filled.regular, filled.weekdays) == (True, True, frozenset({"1", "3"}))
    assert filled.defaults == Typed("Zoé Roux", "", "10/03/2026", "09:00", "12:00")
    presenter.choose_weekdays(frozenset({"1"}))
    presenter.resume(presenter.begun())
    presenter.send(Typed("Zoé Roux", "", "10/03/2026", "14:00", "16:00"))
    assert stage.gone[-1] == places.Bookings("2026-03-10")
    assert [who(bookings.booked_on(opened.store, date(2026, 3, day))) for day in (3, 10)] == [
        [("Zoé Roux", "09:00-12:00", True)],
        [("Zoé Roux", "14:00-16:00", True)],
    ]
    [again] = bookings.booked_on(opened.store, date(2026, 3, 10))
    assert again.visitor == visitor
