"""From a place about the antenna itself to its act."""

from kiosque.ui import places
from kiosque.ui.acts import Act, Routes
from kiosque.ui.animator import desks, hours, note_hours
from kiosque.ui.backstage import Backstage
from kiosque.ui.theme import Theme


def _hours(_: places.Hours, theme: Theme, backstage: Backstage) -> Act:
    screen = hours.HoursScreen(theme)
    presenter = hours.HoursPresenter(backstage, screen)
    screen.note.connect(presenter.note)
    screen.lifted.connect(presenter.lift)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _note(_: places.NoteHours, theme: Theme, backstage: Backstage) -> Act:
    screen = note_hours.NoteHoursScreen(theme)
    presenter = note_hours.NoteHoursPresenter(backstage, screen)
    screen.reason.connect(presenter.choose)
    screen.sent.connect(presenter.send)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _desks(_: places.Desks, theme: Theme, backstage: Backstage) -> Act:
    screen = desks.DesksScreen(theme)
    presenter = desks.DesksPresenter(backstage, screen)
    screen.place.connect(presenter.touch)
    screen.taker.connect(presenter.take)
    screen.form.connect(presenter.choose)
    screen.added.connect(presenter.add)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


ROUTES: Routes = {
    places.Desks: _desks,
    places.Hours: _hours,
    places.NoteHours: _note,
}
