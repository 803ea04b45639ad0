"""From a place about the team to its act."""

from kiosque.ui import places
from kiosque.ui.acts import Act, Routes
from kiosque.ui.animator import note_task, staff
from kiosque.ui.backstage import Backstage
from kiosque.ui.theme import Theme


def _staff(_: places.Staff, theme: Theme, backstage: Backstage) -> Act:
    screen = staff.StaffScreen(theme)
    presenter = staff.StaffPresenter(backstage, screen)
    screen.note.connect(presenter.note)
    screen.chosen.connect(presenter.correct)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _note_task(place: places.NoteTask, theme: Theme, backstage: Backstage) -> Act:
    screen = note_task.NoteTaskScreen(theme)
    presenter = note_task.NoteTaskPresenter(backstage, screen, place)
    screen.activity.connect(presenter.choose)
    screen.minutes.connect(presenter.choose_minutes)
    screen.sent.connect(presenter.send)
    screen.history.connect(presenter.history)
    screen.thrown.connect(presenter.throw)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


ROUTES: Routes = {places.Staff: _staff, places.NoteTask: _note_task}
