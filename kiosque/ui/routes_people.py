"""The same as ``routes``, for what animators do with people and with what was noted of them."""

from collections.abc import Callable
from typing import Any

from kiosque.ui import places
from kiosque.ui.acts import Act
from kiosque.ui.animator import group
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Place
from kiosque.ui.theme import Theme


def _group(_: places.Group, theme: Theme, backstage: Backstage) -> Act:
    screen = group.GroupScreen(theme)
    presenter = group.GroupPresenter(backstage, screen)
    screen.size_chosen.connect(presenter.choose_size)
    screen.counted.connect(presenter.count)
    screen.level_chosen.connect(presenter.choose_level)
    screen.back.connect(presenter.back)
    return Act(screen, presenter)


# As in ``routes``: the table says what the checker cannot.
PEOPLE: dict[type[Place], Callable[[Any, Theme, Backstage], Act]] = {
    places.Group: _group,
}
