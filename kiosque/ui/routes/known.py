"""From a place to its act, where somebody is recognised without a card, or would like to be."""

from kiosque.ui import places
from kiosque.ui.acts import Act, Routes
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter import birth_day, by_name, confirm, household, member, notice, pictures, ways
from kiosque.ui.counter.question import NameScreen, QuestionScreen
from kiosque.ui.theme import Theme

Answering = (
    confirm.IsItYouPresenter | confirm.RecognisedPresenter | confirm.NotFoundPresenter | confirm.WithAdultPresenter
)


def _pictures(place: places.Pictures, theme: Theme, backstage: Backstage) -> Act:
    screen = pictures.PicturesScreen(theme, len(place.touched), choosing=False)
    presenter = pictures.PicturesPresenter(backstage, screen, place)
    screen.touched.connect(presenter.touch)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _choose_pictures(place: places.ChoosePictures, theme: Theme, backstage: Backstage) -> Act:
    screen = pictures.PicturesScreen(theme, len(place.chosen), choosing=True)
    presenter = pictures.ChoosePicturesPresenter(backstage, screen, place)
    screen.touched.connect(presenter.touch)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _by_name(place: places.ByName, theme: Theme, backstage: Backstage) -> Act:
    screen = by_name.ByNameScreen(theme)
    presenter = by_name.ByNamePresenter(backstage, screen, leaving=place.leaving)
    screen.sent.connect(presenter.sent)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _is_it_you(place: places.IsItYou, theme: Theme, backstage: Backstage) -> Act:
    screen = NameScreen(theme, confirm.is_it_you(place.masked))
    return _answered(screen, confirm.IsItYouPresenter(backstage, screen, place))


def _recognised(place: places.Recognised, theme: Theme, backstage: Backstage) -> Act:
    screen = NameScreen(theme, confirm.recognised(place.masked))
    return _answered(screen, confirm.RecognisedPresenter(backstage, screen, place))


def _not_found(place: places.NotFound, theme: Theme, backstage: Backstage) -> Act:
    screen = QuestionScreen(theme, confirm.not_found(place))
    return _answered(screen, confirm.NotFoundPresenter(backstage, screen, leaving=place.leaving))


def _with_adult(place: places.WithAdult, theme: Theme, backstage: Backstage) -> Act:
    screen = QuestionScreen(theme, confirm.with_adult())
    return _answered(screen, confirm.WithAdultPresenter(backstage, screen, place))


def _answered(screen: QuestionScreen, presenter: Answering) -> Act:
    screen.no.connect(presenter.no)
    screen.yes.connect(presenter.yes)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _household(place: places.Household, theme: Theme, backstage: Backstage) -> Act:
    screen = household.HouseholdScreen(theme)
    presenter = household.HouseholdPresenter(backstage, screen, place)
    screen.touched.connect(presenter.touch)
    screen.sent.connect(presenter.send)
    screen.turned.connect(presenter.turn)
    screen.paged.connect(presenter.page)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _ways(place: places.Ways, theme: Theme, backstage: Backstage) -> Act:
    screen = ways.WaysScreen(theme)
    presenter = ways.WaysPresenter(backstage, screen, place.given)
    screen.chosen.connect(presenter.choose)
    screen.notice.connect(presenter.notice)
    screen.over.connect(presenter.over)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _birth_day(place: places.BirthDay, theme: Theme, backstage: Backstage) -> Act:
    screen = birth_day.BirthDayScreen(theme)
    presenter = birth_day.BirthDayPresenter(backstage, screen, place.given)
    screen.sent.connect(presenter.sent)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _member(place: places.Member, theme: Theme, backstage: Backstage) -> Act:
    screen = member.MemberScreen(theme)
    presenter = member.MemberPresenter(backstage, screen, place.given)
    screen.sent.connect(presenter.sent)
    screen.aged.connect(presenter.age)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _notice(place: places.Notice, theme: Theme, backstage: Backstage) -> Act:
    screen = notice.NoticeScreen(theme)
    presenter = notice.NoticePresenter(backstage, screen, place.after)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


ROUTES: Routes = {
    places.Pictures: _pictures,
    places.ChoosePictures: _choose_pictures,
    places.ByName: _by_name,
    places.IsItYou: _is_it_you,
    places.Recognised: _recognised,
    places.NotFound: _not_found,
    places.WithAdult: _with_adult,
    places.Household: _household,
    places.Ways: _ways,
    places.BirthDay: _birth_day,
    places.Member: _member,
    places.Notice: _notice,
}
