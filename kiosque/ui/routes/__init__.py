"""From a place to its act: the one package that knows every screen and binds it to its presenter."""

from kiosque.ui.acts import Act, Routes
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Place
from kiosque.ui.routes import antenna, around, counter, desk, known, people, repairs, staff, welcome, work
from kiosque.ui.theme import Theme

ROUTES: Routes = {
    **counter.ROUTES,
    **known.ROUTES,
    **desk.ROUTES,
    **people.ROUTES,
    **around.ROUTES,
    **repairs.ROUTES,
    **antenna.ROUTES,
    **staff.ROUTES,
    **work.ROUTES,
    **welcome.ROUTES,
}


def act(place: Place, theme: Theme, backstage: Backstage) -> Act:
    """Build the screen and the presenter of ``place``, bound to each other. Raises ``KeyError`` for an unknown one."""
    return ROUTES[type(place)](place, theme, backstage)
