"""From a place of the permanence or of the desk to its act."""

from kiosque.ui import places
from kiosque.ui.acts import Act, Routes
from kiosque.ui.animator import (
    at_desk,
    attendance,
    attending,
    batch,
    batching,
    closing,
    desk,
    intervening,
    intervention,
    joining,
    mend,
    opening,
    planner,
    planning,
    recover,
    signing,
    stick,
    team,
    thanks,
    to_tell,
    today,
    workshops,
)
from kiosque.ui.backstage import Backstage
from kiosque.ui.theme import Theme


def _open(_: places.Open, theme: Theme, backstage: Backstage) -> Act:
    screen = opening.OpenScreen(theme)
    presenter = opening.OpenPresenter(backstage, screen)
    screen.sent.connect(presenter.send)
    screen.unknown.connect(presenter.unknown)
    screen.settings.connect(presenter.settings)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _join(_: places.Join, theme: Theme, backstage: Backstage) -> Act:
    screen = joining.JoinScreen(theme)
    presenter = joining.JoinPresenter(backstage, screen)
    screen.together.connect(presenter.together)
    screen.relieve.connect(presenter.relieve)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _team(_: places.Team, theme: Theme, backstage: Backstage) -> Act:
    screen = team.TeamScreen(theme)
    presenter = team.TeamPresenter(backstage, screen)
    screen.leaves.connect(presenter.leaves)
    screen.arrives.connect(presenter.arrives)
    screen.staff.connect(presenter.staff)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _recover(_: places.Recover, theme: Theme, backstage: Backstage) -> Act:
    screen = recover.RecoverScreen(theme)
    presenter = recover.RecoverPresenter(backstage, screen)
    screen.chosen.connect(presenter.choose)
    screen.sent.connect(presenter.send)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _desk(_: places.Desk, theme: Theme, backstage: Backstage) -> Act:
    screen = desk.DeskScreen(theme)
    minding = stick.StickPresenter(backstage, screen.stick)
    screen.stick.look_every(backstage.services.settings.timings.stick, minding.look)
    screen.stick.send.connect(minding.send)
    presenter = at_desk.DeskPresenter(backstage, screen, minding)
    screen.person.connect(presenter.person)
    screen.someone.connect(presenter.someone)
    screen.several.connect(presenter.several)
    screen.help.connect(presenter.help)
    screen.again.connect(presenter.again)
    screen.group.connect(presenter.group)
    screen.search.connect(presenter.find)
    screen.workshops.connect(presenter.workshops)
    screen.team.connect(presenter.team)
    screen.close_permanence.connect(presenter.close_permanence)
    screen.counter.connect(presenter.counter)
    screen.more.connect(presenter.more)
    screen.loans.connect(presenter.loans)
    screen.earlier.connect(presenter.earlier)
    return Act(screen, presenter)


def _intervene(place: places.Intervene, theme: Theme, backstage: Backstage) -> Act:
    screen = intervention.InterventionScreen(theme)
    presenter = intervening.InterventionPresenter(backstage, screen, place)
    screen.theme_chosen.connect(presenter.choose_theme)
    screen.service_chosen.connect(presenter.choose_service)
    screen.duration_chosen.connect(presenter.choose_duration)
    screen.leaves.connect(presenter.leaves)
    screen.record.connect(presenter.record)
    screen.mend.connect(presenter.mend)
    screen.precise.connect(presenter.precise)
    screen.precised.connect(presenter.precised)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _workshops(_: places.Workshops, theme: Theme, backstage: Backstage) -> Act:
    screen = workshops.WorkshopsScreen(theme)
    presenter = workshops.WorkshopsPresenter(backstage, screen)
    screen.chosen.connect(presenter.choose)
    screen.plan.connect(presenter.plan)
    screen.when.connect(presenter.choose_when)
    screen.tell.connect(presenter.tell)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _plan(place: places.Plan, theme: Theme, backstage: Backstage) -> Act:
    screen = planning.PlanScreen(theme)
    presenter = planner.PlanPresenter(backstage, screen, place)
    screen.part.connect(presenter.choose_part)
    screen.chosen.connect(presenter.choose)
    screen.sent.connect(presenter.sent)
    screen.minutes_chosen.connect(presenter.choose_minutes)
    screen.theme_chosen.connect(presenter.choose_theme)
    screen.edited.connect(presenter.edited)
    screen.scope.connect(presenter.choose_scope)
    screen.history.connect(presenter.history)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _tell(_: places.Tell, theme: Theme, backstage: Backstage) -> Act:
    screen = to_tell.TellScreen(theme)
    presenter = to_tell.TellPresenter(backstage, screen)
    screen.told.connect(presenter.tell)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _attendance(place: places.Attendance, theme: Theme, backstage: Backstage) -> Act:
    screen = attendance.AttendanceScreen(theme)
    presenter = attending.AttendancePresenter(backstage, screen, place)
    screen.part.connect(presenter.choose)
    screen.answered.connect(presenter.answer)
    screen.sheet.connect(presenter.sheet)
    screen.reminder.connect(presenter.reminder)
    screen.again.connect(presenter.again)
    screen.called_off.connect(presenter.call_off)
    screen.correct.connect(presenter.correct)
    screen.count_group.connect(presenter.count_group)
    screen.group.connect(presenter.touch_group)
    screen.attendee.connect(presenter.touch)
    screen.all_present.connect(presenter.all_present)
    screen.add_here.connect(presenter.add_here)
    screen.add_name.connect(presenter.add_name)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _sign(place: places.Sign, theme: Theme, backstage: Backstage) -> Act:
    screen = signing.SignScreen(theme)
    presenter = signing.SignPresenter(backstage, screen, place)
    screen.sent.connect(presenter.send)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _close(_: places.Close, theme: Theme, backstage: Backstage) -> Act:
    screen = closing.CloseScreen(theme)
    presenter = closing.ClosePresenter(backstage, screen)
    screen.sent.connect(presenter.send)
    screen.edited.connect(presenter.edited)
    screen.leaves.connect(presenter.leaves)
    screen.all_leave.connect(presenter.all_leave)
    screen.log_help.connect(presenter.log_help)
    screen.earlier.connect(presenter.earlier)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _batch(_: places.Batch, theme: Theme, backstage: Backstage) -> Act:
    screen = batch.BatchScreen(theme)
    presenter = batching.BatchPresenter(backstage, screen)
    screen.way.connect(presenter.go)
    screen.person.connect(presenter.person)
    screen.everybody.connect(presenter.everybody)
    screen.earlier.connect(presenter.earlier)
    screen.how_many.connect(presenter.count)
    screen.theme_chosen.connect(presenter.choose_theme)
    screen.minutes_chosen.connect(presenter.choose_minutes)
    screen.precise.connect(presenter.precise)
    screen.precised.connect(presenter.precised)
    screen.sent.connect(presenter.send)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _thanks(place: places.Thanks, theme: Theme, backstage: Backstage) -> Act:
    screen = thanks.ThanksScreen(theme)
    presenter = thanks.ThanksPresenter(backstage, screen, place)
    screen.over.connect(presenter.back)
    screen.card.connect(presenter.card)
    return Act(screen, presenter)


def _today(_: places.Today, theme: Theme, backstage: Backstage) -> Act:
    screen = today.TodayScreen(theme)
    presenter = today.TodayPresenter(backstage, screen)
    screen.right.connect(presenter.yes)
    screen.other.connect(presenter.other)
    screen.sent.connect(presenter.send)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _mend(_: places.Mend, theme: Theme, backstage: Backstage) -> Act:
    screen = mend.MendScreen(theme)
    presenter = mend.MendPresenter(backstage, screen)
    screen.accepted.connect(presenter.accept)
    screen.refused.connect(presenter.leave_all)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


ROUTES: Routes = {
    places.Recover: _recover,
    places.Today: _today,
    places.Mend: _mend,
    places.Open: _open,
    places.Join: _join,
    places.Team: _team,
    places.Desk: _desk,
    places.Intervene: _intervene,
    places.Workshops: _workshops,
    places.Plan: _plan,
    places.Tell: _tell,
    places.Attendance: _attendance,
    places.Sign: _sign,
    places.Close: _close,
    places.Batch: _batch,
    places.Thanks: _thanks,
}
