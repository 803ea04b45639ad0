"""From a place about repairs and machines to its act."""

from kiosque.ui import places
from kiosque.ui.acts import Act, Routes
from kiosque.ui.animator import correct_repair, machines, repair, repairing, repairs, thing
from kiosque.ui.backstage import Backstage
from kiosque.ui.theme import Theme


def _repairs(_: places.Repairs, theme: Theme, backstage: Backstage) -> Act:
    screen = repairs.RepairsScreen(theme)
    presenter = repairs.RepairsPresenter(backstage, screen)
    screen.new.connect(presenter.new)
    screen.thing.connect(presenter.thing)
    screen.machines.connect(presenter.machines)
    screen.volunteers.connect(presenter.volunteers)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _repair(place: places.Repair, theme: Theme, backstage: Backstage) -> Act:
    screen = repair.RepairScreen(theme)
    presenter = repairing.RepairPresenter(backstage, screen, place)
    screen.category.connect(presenter.choose_category)
    screen.problem.connect(presenter.choose_problem)
    screen.outcome.connect(presenter.choose_outcome)
    screen.barrier.connect(presenter.choose_barrier)
    screen.who.connect(presenter.choose_who)
    screen.precise.connect(presenter.precise)
    screen.edited.connect(presenter.edit)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _thing(place: places.Thing, theme: Theme, backstage: Backstage) -> Act:
    screen = thing.ThingScreen(theme)
    presenter = thing.ThingPresenter(backstage, screen, place.label)
    screen.corrected.connect(presenter.correct)
    screen.printed.connect(presenter.print)
    screen.again.connect(presenter.again)
    screen.another.connect(presenter.another)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _correct(place: places.CorrectRepair, theme: Theme, backstage: Backstage) -> Act:
    screen = correct_repair.CorrectRepairScreen(theme)
    presenter = correct_repair.CorrectRepairPresenter(backstage, screen, place.repair)
    screen.chosen.connect(presenter.choose)
    screen.sent.connect(presenter.send)
    screen.history.connect(presenter.history)
    screen.thrown.connect(presenter.throw)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _machines(_: places.Machines, theme: Theme, backstage: Backstage) -> Act:
    screen = machines.MachinesScreen(theme)
    presenter = machines.MachinesPresenter(backstage, screen)
    screen.machine.connect(presenter.choose)
    screen.who.connect(presenter.choose_who)
    screen.until.connect(presenter.choose_until)
    screen.allow.connect(presenter.allow)
    screen.withdraw.connect(presenter.withdraw)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


ROUTES: Routes = {
    places.CorrectRepair: _correct,
    places.Machines: _machines,
    places.Repair: _repair,
    places.Repairs: _repairs,
    places.Thing: _thing,
}
