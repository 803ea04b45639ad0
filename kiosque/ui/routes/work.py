"""From a place about who works at the space to its act."""

from kiosque.ui import places
from kiosque.ui.acts import Act, Routes
from kiosque.ui.animator import book, booking, bookings, desking, desks, pass_list, printing
from kiosque.ui.backstage import Backstage
from kiosque.ui.theme import Theme


def _desks(_: places.Desks, theme: Theme, backstage: Backstage) -> Act:
    screen = desks.DesksScreen(theme)
    presenter = desking.DesksPresenter(backstage, screen)
    screen.place.connect(presenter.touch)
    screen.taker.connect(presenter.take)
    screen.form.connect(presenter.choose)
    screen.added.connect(presenter.add)
    screen.removed.connect(presenter.remove)
    screen.pages.connect(presenter.count_pages)
    screen.mode.connect(presenter.choose_mode)
    screen.bookings.connect(presenter.bookings)
    screen.passes.connect(presenter.passes)
    screen.printing.connect(presenter.printing)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _bookings(place: places.Bookings, theme: Theme, backstage: Backstage) -> Act:
    screen = bookings.BookingsScreen(theme)
    presenter = bookings.BookingsPresenter(backstage, screen, place)
    screen.before.connect(presenter.before)
    screen.after.connect(presenter.after)
    screen.chosen.connect(presenter.choose)
    screen.moved.connect(presenter.move)
    screen.cancelled.connect(presenter.cancel)
    screen.history.connect(presenter.history)
    screen.rebooked.connect(presenter.rebook)
    screen.book.connect(presenter.book)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _book(place: places.Book, theme: Theme, backstage: Backstage) -> Act:
    screen = book.BookScreen(theme)
    presenter = booking.BookPresenter(backstage, screen, place)
    screen.sent.connect(presenter.send)
    screen.called.connect(presenter.type_name)
    screen.person.connect(presenter.choose_person)
    screen.desk.connect(presenter.choose_desk)
    screen.span.connect(presenter.choose_span)
    screen.weekdays.connect(presenter.choose_weekdays)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _printing(_: places.Printing, theme: Theme, backstage: Backstage) -> Act:
    screen = printing.PrintingScreen(theme)
    presenter = printing.PrintingPresenter(backstage, screen)
    screen.chosen.connect(presenter.choose)
    screen.counted.connect(presenter.count)
    screen.earlier.connect(presenter.earlier)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _passes(place: places.Passes, theme: Theme, backstage: Backstage) -> Act:
    screen = pass_list.PassesScreen(theme)
    presenter = pass_list.PassesPresenter(backstage, screen, place)
    screen.chosen.connect(presenter.choose)
    screen.seek.connect(presenter.seek)
    screen.given.connect(presenter.give)
    screen.thrown.connect(presenter.throw)
    screen.history.connect(presenter.history)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


ROUTES: Routes = {
    places.Desks: _desks,
    places.Bookings: _bookings,
    places.Book: _book,
    places.Printing: _printing,
    places.Passes: _passes,
}
