"""From a place around the desk to its act: the line, papers, settings, the way out."""

from kiosque.ui import places
from kiosque.ui.acts import Act, Routes
from kiosque.ui.animator import (
    line,
    more,
    passphrase,
    proving,
    quitting,
    settings,
)
from kiosque.ui.backstage import Backstage
from kiosque.ui.papers import choice, preview
from kiosque.ui.theme import Theme


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


def _more(_: places.More, theme: Theme, backstage: Backstage) -> Act:
    screen = more.MoreScreen(theme)
    presenter = more.MorePresenter(backstage, screen)
    screen.noted.connect(presenter.noted)
    screen.hours.connect(presenter.hours)
    screen.desks.connect(presenter.desks)
    screen.equipment.connect(presenter.equipment)
    screen.wishes.connect(presenter.wishes)
    screen.repairs.connect(presenter.repairs)
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
    screen.proof.connect(presenter.proof)
    screen.reminder.connect(presenter.reminder)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _proof(_: places.Proof, theme: Theme, backstage: Backstage) -> Act:
    screen = proving.ProvingScreen(theme)
    presenter = proving.ProvingPresenter(backstage, screen)
    screen.visit.connect(presenter.choose)
    screen.period.connect(presenter.choose_period)
    screen.before.connect(presenter.before)
    screen.after.connect(presenter.after)
    screen.sent.connect(presenter.send)
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


ROUTES: Routes = {
    places.Line: _line,
    places.More: _more,
    places.Papers: _papers,
    places.Preview: _preview,
    places.Proof: _proof,
    places.Settings: _settings,
    places.Passphrase: _passphrase,
    places.Quit: _quit,
}
