"""From a place of the first start of a PC to its act."""

from kiosque.ui import places
from kiosque.ui.acts import Act, Routes
from kiosque.ui.backstage import Backstage
from kiosque.ui.theme import Theme
from kiosque.ui.welcome import code, ready, who
from kiosque.ui.welcome import stick as enrolment_stick


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


ROUTES: Routes = {
    places.ByCode: _by_code,
    places.ByStick: _by_stick,
    places.Who: _who,
    places.Ready: _ready,
}
