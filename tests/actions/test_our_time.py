"""A day of another century is a slip of who types: whatever headquarters says is refused with it, by its field."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from kiosque.actions.equipping import equipment
from kiosque.actions.inputs import BadInput, of_our_time
from kiosque.actions.network import (
    code_lists,
    engagements,
    network,
    objectives,
    partners,
    programmes,
    staff,
    surveys,
    tasks,
)
from kiosque.actions.network.network import Place
from kiosque.actions.opening import hours
from kiosque.domain.french import local
from kiosque.domain.objectives import HOURS
from kiosque.domain.validity import midnight
from tests.stores import MONDAY_9_H, Space

WRONG = (date(1926, 1, 1), date(2126, 1, 1))
TODAY = local(MONDAY_9_H).date()
Says = Callable[[Space, date], object]


def _antenna(space: Space, place: Place) -> None:
    network.add_antenna(
        space.central, code="SER", label="Serres", form="village", association=None, commune="05166", place=place
    )


def _hours(space: Space, day: date) -> None:
    hours.note(space.central, hours="off", first=day, last=day, reason="leave", antenna=space.antenna)


def _stop(space: Space, first: date, last: date | None = None) -> None:
    about = {"animator": space.animator, "antenna": space.antenna}
    staff.plan_stop(space.central, **about, hours="We 09:00-12:00", first=first, last=last)


def _animator(space: Space, day: date) -> None:
    network.add_animator(space.central, given_name="Zoé", family_name="Roux", first=day)


def _task(space: Space, day: date) -> None:
    at = midnight(day)
    tasks.note_task(space.central, space.animator, activity="other", started_at=at, ended_at=at + 60, antenna=1)


def _piece(space: Space, day: date) -> None:
    equipment.place(space.central, called="Souris", form="computer", antenna=space.antenna, since=day)


SAID: dict[str, tuple[str, Says]] = {
    "a new antenna": ("opens", lambda space, day: _antenna(space, Place(opens=day))),
    "an antenna opens": ("opens", lambda space, day: network.live(space.central, space.antenna, day, None)),
    "an antenna closes": ("closes", lambda space, day: network.settle(space.central, space.antenna, Place(closes=day))),
    "other hours": ("first", _hours),
    "usual hours": ("first", lambda space, day: hours.say_usual(space.central, space.antenna, "off", day)),
    "a stop": ("first", _stop),
    "a stop ends": ("last", lambda space, day: _stop(space, TODAY, day)),
    "an engagement": (
        "first",
        lambda space, day: staff.engage(space.central, space.animator, status="lent", first=day),
    ),
    "an animator": ("first", _animator),
    "an animator leaves": ("leaves", lambda space, day: engagements.leaves(space.central, space.animator, day)),
    "a training": (
        "day",
        lambda space, day: staff.train(space.central, subject="donnees", day=day, hours=7, who=[space.animator]),
    ),
    "what was done": ("day", _task),
    "a survey": (
        "asked",
        lambda space, day: surveys.survey(space.central, antenna=space.antenna, answers=3, asked=day),
    ),
    "a support": (
        "first",
        lambda space, day: partners.add_support(space.central, partners.Gift(partner=1, nature="room", first=day)),
    ),
    "a support is corrected": ("last", lambda space, day: partners.correct_support(space.central, 1, last=day)),
    "an objective": ("first", lambda space, day: objectives.set_objective(space.central, HOURS, 20, first=day)),
    "the project": ("last", lambda space, day: objectives.promise(space.central, first=TODAY, last=day)),
    "a programme": (
        "first",
        lambda space, day: programmes.add_programme(space.central, label="Été", audience="young", first=day),
    ),
    "a programme ends": ("last", lambda space, day: programmes.change_programme(space.central, 1, last=day)),
    "equipment": ("since", _piece),
    "equipment goes": ("last", lambda space, day: equipment.retire(space.central, 1, day)),
    "a code": ("first", lambda space, day: code_lists.add(space.central, "services", "Régie", first=day)),
    "a code ends": ("last", lambda space, day: code_lists.end(space.central, "services", "caf", day)),
}


def test_a_day_of_another_century_is_refused_by_its_field(nyons: Space) -> None:
    before = nyons.central.clock
    for what, (field, say) in SAID.items():
        for day in WRONG:
            with pytest.raises(BadInput, match="vérifiez l’année") as refused:
                say(nyons, day)
            assert refused.value.field == field, what
    assert nyons.central.clock == before


def test_an_old_association_and_ten_years_to_come_are_of_our_time() -> None:
    first, last = date(1950, 1, 1), TODAY.replace(year=TODAY.year + 10)
    of_our_time(MONDAY_9_H, first=first, last=last, closes=None)
    for day in (first - timedelta(days=1), last + timedelta(days=1)):
        with pytest.raises(BadInput):
            of_our_time(MONDAY_9_H, first=TODAY, last=day)
