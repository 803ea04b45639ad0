"""From a place to its act: the one module that knows every screen and binds it to its presenter."""

from collections.abc import Callable
from typing import Any

from kiosque.ui import known_routes, places
from kiosque.ui.acts import Act
from kiosque.ui.animator import (
    attendance,
    batch,
    batching,
    closing,
    desk,
    intervention,
    joining,
    line,
    mend,
    more,
    opening,
    passphrase,
    planning,
    quitting,
    recover,
    settings,
    stick,
    team,
    thanks,
    today,
    workshops,
)
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter import card, form, given, home, leave, message, question, reason
from kiosque.ui.papers import choice, preview
from kiosque.ui.places import Place
from kiosque.ui.routes_people import PEOPLE
from kiosque.ui.theme import Theme
from kiosque.ui.welcome import code, ready, who
from kiosque.ui.welcome import stick as enrolment_stick


def act(place: Place, theme: Theme, backstage: Backstage) -> Act:
    """Build the screen and the presenter of ``place``, bound to each other. Raises ``KeyError`` for an unknown one."""
    return ACTS[type(place)](place, theme, backstage)


def _home(_: places.Home, theme: Theme, backstage: Backstage) -> Act:
    screen = home.HomeScreen(theme)
    presenter = home.HomePresenter(backstage, screen)
    screen.card.connect(presenter.card)
    screen.pictures.connect(presenter.pictures)
    screen.by_name.connect(presenter.by_name)
    screen.first.connect(presenter.first)
    screen.unnamed.connect(presenter.unnamed)
    screen.leaving.connect(presenter.leaving)
    screen.animator.connect(presenter.animator)
    return Act(screen, presenter)


def _reason(place: places.Reason, theme: Theme, backstage: Backstage) -> Act:
    screen = reason.ReasonScreen(theme)
    presenter = reason.ReasonPresenter(backstage, screen, first=place.first)
    screen.chosen.connect(presenter.choose)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _card(place: places.Card, theme: Theme, backstage: Backstage) -> Act:
    screen = card.CardScreen(theme, leaving=place.leaving)
    presenter = card.CardPresenter(backstage, screen, leaving=place.leaving)
    screen.typed.connect(presenter.typed)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _remember(place: places.Remember, theme: Theme, backstage: Backstage) -> Act:
    screen = question.QuestionScreen(theme, question.remember())
    presenter = question.RememberPresenter(backstage, screen, place.visit)
    screen.notice.connect(presenter.notice)
    return _ask(screen, presenter)


def _already(place: places.Already, theme: Theme, backstage: Backstage) -> Act:
    screen = question.QuestionScreen(theme, question.already())
    return _ask(screen, question.AlreadyPresenter(backstage, screen, place.visit))


def _ask(screen: question.QuestionScreen, presenter: question.RememberPresenter | question.AlreadyPresenter) -> Act:
    screen.no.connect(presenter.no)
    screen.yes.connect(presenter.yes)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _form(place: places.Form, theme: Theme, backstage: Backstage) -> Act:
    screen = form.FormScreen(theme)
    presenter = form.FormPresenter(backstage, screen, place.visit)
    screen.sent.connect(presenter.sent)
    screen.edited.connect(presenter.edited)
    screen.commune_typed.connect(presenter.commune_typed)
    screen.commune_chosen.connect(presenter.commune_chosen)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _given(place: places.Given, theme: Theme, backstage: Backstage) -> Act:
    screen = given.GivenScreen(theme)
    presenter = given.GivenPresenter(backstage, screen, place)
    screen.over.connect(presenter.back)
    screen.printed.connect(presenter.print)
    screen.others.connect(presenter.others)
    return Act(screen, presenter)


def _welcome(place: places.Welcome, theme: Theme, backstage: Backstage) -> Act:
    screen = message.MessageScreen(theme, place.name, backstage.services.settings.timings.greeting)
    presenter = message.WelcomePresenter(backstage, screen, place.signed)
    screen.over.connect(presenter.back)
    return Act(screen, presenter)


def _farewell(place: places.Farewell, theme: Theme, backstage: Backstage) -> Act:
    screen = message.MessageScreen(theme, place.name, backstage.services.settings.timings.greeting)
    presenter = message.FarewellPresenter(backstage, screen, place.given_name)
    screen.over.connect(presenter.back)
    return Act(screen, presenter)


def _leave(_: places.Leave, theme: Theme, backstage: Backstage) -> Act:
    screen = leave.LeaveScreen(theme)
    presenter = leave.LeavePresenter(backstage, screen)
    screen.left.connect(presenter.leave_visit)
    screen.typing.connect(presenter.type_code)
    screen.pictures.connect(presenter.by_pictures)
    screen.by_name.connect(presenter.by_name)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


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
    presenter = desk.DeskPresenter(backstage, screen, minding)
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
    return Act(screen, presenter)


def _intervene(place: places.Intervene, theme: Theme, backstage: Backstage) -> Act:
    screen = intervention.InterventionScreen(theme)
    presenter = intervention.InterventionPresenter(backstage, screen, place)
    screen.theme_chosen.connect(presenter.choose_theme)
    screen.service_chosen.connect(presenter.choose_service)
    screen.duration_chosen.connect(presenter.choose_duration)
    screen.leaves.connect(presenter.leaves)
    screen.record.connect(presenter.record)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _workshops(_: places.Workshops, theme: Theme, backstage: Backstage) -> Act:
    screen = workshops.WorkshopsScreen(theme)
    presenter = workshops.WorkshopsPresenter(backstage, screen)
    screen.chosen.connect(presenter.choose)
    screen.plan.connect(presenter.plan)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _plan(_: places.Plan, theme: Theme, backstage: Backstage) -> Act:
    screen = planning.PlanScreen(theme)
    presenter = planning.PlanPresenter(backstage, screen)
    screen.sent.connect(presenter.sent)
    screen.minutes_chosen.connect(presenter.choose_minutes)
    screen.theme_chosen.connect(presenter.choose_theme)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _attendance(place: places.Attendance, theme: Theme, backstage: Backstage) -> Act:
    screen = attendance.AttendanceScreen(theme)
    presenter = attendance.AttendancePresenter(backstage, screen, place.workshop)
    screen.attendee.connect(presenter.touch)
    screen.all_present.connect(presenter.all_present)
    screen.add_here.connect(presenter.add_here)
    screen.add_name.connect(presenter.add_name)
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
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _batch(_: places.Batch, theme: Theme, backstage: Backstage) -> Act:
    screen = batch.BatchScreen(theme)
    presenter = batching.BatchPresenter(backstage, screen)
    screen.way.connect(presenter.go)
    screen.person.connect(presenter.person)
    screen.everybody.connect(presenter.everybody)
    screen.how_many.connect(presenter.count)
    screen.theme_chosen.connect(presenter.choose_theme)
    screen.minutes_chosen.connect(presenter.choose_minutes)
    screen.sent.connect(presenter.send)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _thanks(place: places.Thanks, theme: Theme, backstage: Backstage) -> Act:
    screen = thanks.ThanksScreen(theme)
    presenter = thanks.ThanksPresenter(backstage, screen, place)
    screen.over.connect(presenter.back)
    screen.card.connect(presenter.card)
    return Act(screen, presenter)


def _line(_: places.Line, theme: Theme, backstage: Backstage) -> Act:
    screen = line.LineScreen(theme)
    presenter = line.LinePresenter(backstage, screen)
    screen.try_now.connect(presenter.try_now)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _settings(_: places.Settings, theme: Theme, backstage: Backstage) -> Act:
    screen = settings.SettingsScreen(theme)
    presenter = settings.SettingsPresenter(backstage, screen)
    screen.language.connect(presenter.language)
    screen.text_size.connect(presenter.size)
    screen.look.connect(presenter.look)
    screen.keyboard.connect(presenter.keyboard)
    screen.sound.connect(presenter.sound)
    screen.printer.connect(presenter.printer)
    screen.passphrase.connect(presenter.passphrase)
    screen.leave.connect(presenter.leave_program)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _passphrase(_: places.Passphrase, theme: Theme, backstage: Backstage) -> Act:
    screen = passphrase.PassphraseScreen(theme)
    presenter = passphrase.PassphrasePresenter(backstage, screen)
    screen.sent.connect(presenter.send)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _quit(_: places.Quit, theme: Theme, backstage: Backstage) -> Act:
    screen = quitting.QuitScreen(theme)
    presenter = quitting.QuitPresenter(backstage, screen)
    screen.stay.connect(presenter.back)
    screen.close_permanence.connect(presenter.close_permanence)
    screen.leave.connect(presenter.leave_program)
    screen.back.connect(presenter.back)
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


def _by_code(_: places.ByCode, theme: Theme, backstage: Backstage) -> Act:
    screen = code.CodeScreen(theme)
    presenter = code.CodePresenter(backstage, screen)
    screen.sent.connect(presenter.send)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _by_stick(_: places.ByStick, theme: Theme, backstage: Backstage) -> Act:
    screen = enrolment_stick.StickScreen(theme)
    presenter = enrolment_stick.StickPresenter(backstage, screen)
    screen.look_every(backstage.services.settings.timings.stick, presenter.look)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _who(place: places.Who, theme: Theme, backstage: Backstage) -> Act:
    screen = who.WhoScreen(theme)
    presenter = who.WhoPresenter(backstage, screen, place)
    screen.chosen.connect(presenter.choose)
    screen.sent.connect(presenter.send)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _ready(place: places.Ready, theme: Theme, backstage: Backstage) -> Act:
    screen = ready.ReadyScreen(theme)
    presenter = ready.ReadyPresenter(backstage, screen, place)
    screen.go.connect(presenter.go)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _more(_: places.More, theme: Theme, backstage: Backstage) -> Act:
    screen = more.MoreScreen(theme)
    presenter = more.MorePresenter(backstage, screen)
    screen.noted.connect(presenter.noted)
    screen.papers.connect(presenter.papers)
    screen.settings.connect(presenter.settings)
    screen.practice.connect(presenter.practice)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _papers(_: places.Papers, theme: Theme, backstage: Backstage) -> Act:
    screen = choice.PapersScreen(theme)
    presenter = choice.PapersPresenter(backstage, screen)
    screen.notice.connect(presenter.notice)
    screen.cards.connect(presenter.cards)
    screen.own_badge.connect(presenter.own_badge)
    screen.day.connect(presenter.day)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _preview(place: places.Preview, theme: Theme, backstage: Backstage) -> Act:
    screen = preview.PreviewScreen(theme, place.paper)
    presenter = preview.PreviewPresenter(backstage, screen, place.paper, place.after)
    screen.printed.connect(presenter.print)
    screen.kept.connect(presenter.keep)
    screen.printer.connect(presenter.choose)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


# A place of one type reaches the function of that type: the table says what the checker cannot.
ACTS: dict[type[Place], Callable[[Any, Theme, Backstage], Act]] = {
    **known_routes.ACTS,
    places.Home: _home,
    places.Reason: _reason,
    places.Card: _card,
    places.Remember: _remember,
    places.Already: _already,
    places.Form: _form,
    places.Given: _given,
    places.Welcome: _welcome,
    places.Farewell: _farewell,
    places.Leave: _leave,
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
    places.Attendance: _attendance,
    places.Close: _close,
    places.Batch: _batch,
    places.Thanks: _thanks,
    places.Line: _line,
    places.ByCode: _by_code,
    places.ByStick: _by_stick,
    places.Who: _who,
    places.Ready: _ready,
    places.More: _more,
    places.Papers: _papers,
    places.Preview: _preview,
    **PEOPLE,
    places.Settings: _settings,
    places.Passphrase: _passphrase,
    places.Quit: _quit,
}
