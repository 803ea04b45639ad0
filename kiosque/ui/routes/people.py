"""From a place to its act, for what animators do with people and with what was noted of them."""

from kiosque.ui import places
from kiosque.ui.acts import Act, Routes
from kiosque.ui.animator import (
    card_of,
    compare,
    correct_help,
    correct_visit,
    correcting,
    dossier,
    duplicates,
    find,
    group,
    housemates,
    noted,
    telling,
    wastebin,
    write,
    writing,
)
from kiosque.ui.backstage import Backstage
from kiosque.ui.theme import Theme


def _group(place: places.Group, theme: Theme, backstage: Backstage) -> Act:
    screen = group.GroupScreen(theme)
    presenter = group.GroupPresenter(backstage, screen, place.workshop)
    screen.size_chosen.connect(presenter.choose_size)
    screen.counted.connect(presenter.count)
    screen.level_chosen.connect(presenter.choose_level)
    screen.school_typed.connect(presenter.type_school)
    screen.school_chosen.connect(presenter.choose_school)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _find(place: places.Find, theme: Theme, backstage: Backstage) -> Act:
    screen = find.FindScreen(theme, alone=place.then is None)
    presenter = find.FindPresenter(backstage, screen, place)
    screen.typed.connect(presenter.look)
    screen.chosen.connect(presenter.choose)
    screen.new.connect(presenter.new)
    screen.duplicates.connect(presenter.duplicates)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _dossier(place: places.Dossier, theme: Theme, backstage: Backstage) -> Act:
    screen = dossier.DossierScreen(theme)
    presenter = dossier.DossierPresenter(backstage, screen, place.visitor)
    screen.go_on.connect(presenter.go_on)
    screen.reveal.connect(presenter.reveal)
    screen.correct.connect(presenter.correct)
    screen.history.connect(presenter.history)
    screen.thrown.connect(presenter.throw)
    screen.part.connect(presenter.part)
    screen.compare.connect(presenter.compare)
    screen.card.connect(presenter.card)
    screen.home.connect(presenter.home)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _write(place: places.WriteDown, theme: Theme, backstage: Backstage) -> Act:
    screen = write.WriteScreen(theme)
    presenter = writing.WritePresenter(backstage, screen, place)
    screen.edited.connect(presenter.edited)
    screen.commune_typed.connect(presenter.commune_typed)
    screen.profiled.connect(presenter.profile)
    screen.commune_chosen.connect(presenter.commune_chosen)
    screen.known.connect(presenter.choose)
    screen.sent.connect(presenter.send)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _card_of(place: places.CardOf, theme: Theme, backstage: Backstage) -> Act:
    screen = card_of.CardOfScreen(theme)
    presenter = card_of.CardOfPresenter(backstage, screen, place.visitor)
    screen.give.connect(presenter.give)
    screen.printed.connect(presenter.print)
    screen.home_printed.connect(presenter.print_home)
    screen.home_replaced.connect(presenter.replace_home)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _housemates(place: places.Housemates, theme: Theme, backstage: Backstage) -> Act:
    screen = housemates.HousematesScreen(theme)
    presenter = housemates.HousematesPresenter(backstage, screen, place.visitor)
    screen.touched.connect(presenter.touch)
    screen.add.connect(presenter.add)
    screen.record.connect(presenter.record)
    screen.taken_out.connect(presenter.take_out)
    screen.answered.connect(presenter.answer)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _duplicates(place: places.Duplicates, theme: Theme, backstage: Backstage) -> Act:
    screen = duplicates.DuplicatesScreen(theme)
    presenter = duplicates.DuplicatesPresenter(backstage, screen, place)
    screen.chosen.connect(presenter.choose)
    screen.part.connect(presenter.choose_part)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _compare(place: places.Compare, theme: Theme, backstage: Backstage) -> Act:
    screen = compare.CompareScreen(theme)
    presenter = compare.ComparePresenter(backstage, screen, place)
    screen.same.connect(presenter.same)
    screen.different.connect(presenter.different)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _history(place: places.History, theme: Theme, backstage: Backstage) -> Act:
    screen = telling.HistoryScreen(theme)
    presenter = telling.HistoryPresenter(backstage, screen, place)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _noted(place: places.Noted, theme: Theme, backstage: Backstage) -> Act:
    screen = noted.NotedScreen(theme)
    presenter = noted.NotedPresenter(backstage, screen, place)
    screen.part.connect(presenter.choose)
    screen.help.connect(presenter.help)
    screen.visit.connect(presenter.visit)
    screen.before.connect(presenter.before)
    screen.after.connect(presenter.after)
    screen.bin.connect(presenter.bin)
    screen.earlier.connect(presenter.earlier)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _correct_help(place: places.CorrectHelp, theme: Theme, backstage: Backstage) -> Act:
    screen = correct_help.CorrectHelpScreen(theme)
    presenter = correct_help.CorrectHelpPresenter(backstage, screen, place.intervention)
    screen.chosen.connect(presenter.choose)
    screen.sent.connect(presenter.send)
    screen.history.connect(presenter.history)
    screen.thrown.connect(presenter.throw)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _correct_visit(place: places.CorrectVisit, theme: Theme, backstage: Backstage) -> Act:
    screen = correct_visit.CorrectVisitScreen(theme)
    presenter = correcting.CorrectVisitPresenter(backstage, screen, place)
    screen.reason.connect(presenter.choose)
    screen.who.somebody.connect(presenter.somebody)
    screen.who.nobody.connect(presenter.nobody)
    screen.who.aged.connect(presenter.age)
    screen.who.card.connect(presenter.card)
    screen.who.commune_typed.connect(presenter.commune_typed)
    screen.who.commune_chosen.connect(presenter.commune_chosen)
    screen.who.profiled.connect(presenter.profile)
    screen.group.level.connect(presenter.level)
    screen.sent.connect(presenter.send)
    screen.history.connect(presenter.history)
    screen.record.connect(presenter.record)
    screen.thrown.connect(presenter.throw)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


def _bin(_: places.Bin, theme: Theme, backstage: Backstage) -> Act:
    screen = wastebin.BinScreen(theme)
    presenter = wastebin.BinPresenter(backstage, screen)
    screen.taken.connect(presenter.take)
    screen.earlier.connect(presenter.earlier)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


# As in ``routes``: the table says what the checker cannot.
ROUTES: Routes = {
    places.Group: _group,
    places.Find: _find,
    places.Dossier: _dossier,
    places.WriteDown: _write,
    places.CardOf: _card_of,
    places.Housemates: _housemates,
    places.Duplicates: _duplicates,
    places.Compare: _compare,
    places.History: _history,
    places.Noted: _noted,
    places.CorrectHelp: _correct_help,
    places.CorrectVisit: _correct_visit,
    places.Bin: _bin,
}
