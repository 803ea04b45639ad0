"""From a place about the antenna itself to its act."""

from kiosque.ui import places
from kiosque.ui.acts import Act, Routes
from kiosque.ui.animator import equipment, hours, inventory, lending, note_hours, piece, wishes
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


def _equipment(_: places.Equipment, theme: Theme, backstage: Backstage) -> Act:
    screen = equipment.EquipmentScreen(theme)
    presenter = equipment.EquipmentPresenter(backstage, screen)
    screen.piece.connect(presenter.open)
    screen.inventory.connect(presenter.inventory)
    screen.labels.connect(presenter.labels)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _piece(place: places.Piece, theme: Theme, backstage: Backstage) -> Act:
    screen = piece.PieceScreen(theme)
    presenter = lending.PiecePresenter(backstage, screen, place)
    screen.state.connect(presenter.choose_state)
    screen.problem.connect(presenter.choose_problem)
    screen.mistaken.connect(presenter.mistaken)
    screen.days.connect(presenter.choose_days)
    screen.borrower.connect(presenter.lend)
    screen.search.connect(presenter.find)
    screen.back_again.connect(presenter.give_back)
    screen.longer.connect(presenter.extend)
    screen.never.connect(presenter.never)
    screen.label.connect(presenter.label)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _inventory(_: places.Inventory, theme: Theme, backstage: Backstage) -> Act:
    screen = inventory.InventoryScreen(theme)
    presenter = inventory.InventoryPresenter(backstage, screen)
    screen.touched.connect(presenter.touch)
    screen.opened.connect(presenter.open)
    screen.ended.connect(presenter.end)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _wishes(_: places.Wishes, theme: Theme, backstage: Backstage) -> Act:
    screen = wishes.WishesScreen(theme)
    presenter = wishes.WishesPresenter(backstage, screen)
    screen.plan.connect(presenter.plan)
    screen.less.connect(presenter.less)
    screen.called.connect(presenter.call)
    screen.comes.connect(presenter.enrol)
    screen.added.connect(presenter.add)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


ROUTES: Routes = {
    places.Wishes: _wishes,
    places.Equipment: _equipment,
    places.Piece: _piece,
    places.Inventory: _inventory,
    places.Hours: _hours,
    places.NoteHours: _note,
}
