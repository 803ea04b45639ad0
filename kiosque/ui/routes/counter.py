"""From a place at the counter to its act."""

from kiosque.ui import places
from kiosque.ui.acts import Act, Routes
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter import (
    card,
    farewell,
    form,
    given,
    home,
    leave,
    message,
    question,
    reason,
    sign_up,
    sign_up_name,
    wish,
)
from kiosque.ui.theme import Theme

Asking = question.RememberPresenter | question.AlreadyPresenter | wish.WishedPresenter


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
    presenter = question.AlreadyPresenter(backstage, screen, place.visit)
    screen.workshops.connect(presenter.workshops)
    return _ask(screen, presenter)


def _ask(screen: question.QuestionScreen, presenter: Asking) -> Act:
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
    screen.none_meant.connect(presenter.none_meant)
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
    screen.workshops.connect(presenter.workshops)
    screen.over.connect(presenter.back)
    screen.wish.connect(presenter.wish)
    return Act(screen, presenter)


def _wish(place: places.Wish, theme: Theme, backstage: Backstage) -> Act:
    screen = wish.WishScreen(theme)
    presenter = wish.WishPresenter(backstage, screen, place)
    screen.chosen.connect(presenter.choose)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _wished(place: places.Wished, theme: Theme, backstage: Backstage) -> Act:
    screen = question.QuestionScreen(theme, wish.called())
    presenter = wish.WishedPresenter(backstage, screen, place)
    screen.notice.connect(presenter.notice)
    return _ask(screen, presenter)


def _wish_call(place: places.WishCall, theme: Theme, backstage: Backstage) -> Act:
    screen = wish.CallScreen(theme)
    presenter = wish.CallPresenter(backstage, screen, place)
    screen.sent.connect(presenter.send)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _farewell(place: places.Farewell, theme: Theme, backstage: Backstage) -> Act:
    screen = farewell.FarewellScreen(theme, place.name, backstage.services.settings.timings.greeting)
    presenter = farewell.FarewellPresenter(backstage, screen, place.given_name)
    screen.over.connect(presenter.back)
    screen.face.connect(presenter.touch)
    return Act(screen, presenter)


def _leave(_: places.Leave, theme: Theme, backstage: Backstage) -> Act:
    screen = leave.LeaveScreen(theme)
    presenter = leave.LeavePresenter(backstage, screen)
    screen.left.connect(presenter.leave_visit)
    screen.narrowed.connect(presenter.narrow)
    screen.other.connect(presenter.other)
    screen.typing.connect(presenter.type_code)
    screen.pictures.connect(presenter.by_pictures)
    screen.by_name.connect(presenter.by_name)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _sign_up(place: places.SignUp, theme: Theme, backstage: Backstage) -> Act:
    screen = sign_up.SignUpScreen(theme)
    presenter = sign_up.SignUpPresenter(backstage, screen, place.visit)
    screen.chosen.connect(presenter.choose)
    screen.others.connect(presenter.others)
    screen.no.connect(presenter.no)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _sign_up_name(place: places.SignUpName, theme: Theme, backstage: Backstage) -> Act:
    screen = sign_up_name.SignUpNameScreen(theme)
    presenter = sign_up_name.SignUpNamePresenter(backstage, screen, place)
    screen.sent.connect(presenter.send)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _signed_up(place: places.SignedUp, theme: Theme, backstage: Backstage) -> Act:
    screen = message.MessageScreen(theme, place.name, backstage.services.settings.timings.greeting)
    presenter = sign_up.SignedUpPresenter(backstage, screen, place)
    screen.over.connect(presenter.back)
    return Act(screen, presenter)


ROUTES: Routes = {
    places.SignUp: _sign_up,
    places.SignUpName: _sign_up_name,
    places.SignedUp: _signed_up,
    places.Home: _home,
    places.Reason: _reason,
    places.Card: _card,
    places.Remember: _remember,
    places.Already: _already,
    places.Form: _form,
    places.Given: _given,
    places.Welcome: _welcome,
    places.Wish: _wish,
    places.Wished: _wished,
    places.WishCall: _wish_call,
    places.Farewell: _farewell,
    places.Leave: _leave,
}
