"""What would say nothing more is refused, be it asked for by two at once: each is looked for where it is written."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypedDict

from kiosque.actions.equipping import equipment
from kiosque.actions.network import (
    code_lists,
    corrections,
    costs,
    network,
    objectives,
    partners,
    staff,
    surveys,
    tasks,
)
from kiosque.actions.network.corrections import AntennaSaid
from kiosque.actions.opening import hours
from kiosque.domain.codes import SERVICES
from tests.at_once import at_once
from tests.stores import MONDAY_9_H, Space

DAY = date(2026, 3, 10)
AT_ONCE = 3


class _Antenna(TypedDict):
    label: str
    form: str
    association: str
    commune: str


ROSANS: _Antenna = {"label": "Rosans", "form": "village", "association": "asoft", "commune": "05126"}


def says(space: Space) -> dict[str, Callable[[], object]]:
    central, antenna, animator = space.central, space.antenna, space.animator
    partner = partners.add_partner(central, label="Le Parc", form="parc").record
    return {
        "hours": lambda: hours.note(central, hours="off", first=DAY, last=DAY, reason="leave", antenna=antenna),
        "usual hours": lambda: hours.say_usual(central, antenna, "Mo 09:00-12:00", DAY),
        "stop": lambda: staff.plan_stop(central, animator=animator, antenna=antenna, hours="We 9-12", first=DAY),
        "engagement": lambda: staff.engage(central, animator, status="lent", first=DAY),
        "support": lambda: partners.add_support(
            central, partners.Gift(partner=partner, nature="running", first=DAY, share=30)
        ),
        "survey": lambda: surveys.survey(central, antenna=antenna, answers=12),
        "antenna": lambda: network.add_antenna(central, code=None, **ROSANS, namesake=False),
        "code of an antenna": lambda: network.add_antenna(central, code="ROZ", **ROSANS),
        "code": lambda: code_lists.add(central, "services", "Le Parc"),
        "objective": lambda: objectives.set_objective(central, "spaces", 16, first=DAY),
        "objectives": lambda: objectives.promise(central, first=DAY),
        "animator": lambda: network.add_animator(central, given_name="Zoé", family_name="Roux", namesake=False),
        "equipment": lambda: equipment.place(central, called="PC", form="laptop", antenna=antenna, twice=False),
        "cost": lambda: costs.add_cost(
            central, nature="running", label="Loyer", amount=100, first=DAY, last=DAY, twice=False
        ),
        "task": lambda: tasks.note_task(
            *(central, animator),
            activity="meeting",
            started_at=MONDAY_9_H - 3600,
            ended_at=MONDAY_9_H,
            antenna=antenna,
        ),
    }


def test_of_several_who_say_the_same_at_once_one_is_kept(nyons: Space) -> None:
    for what, say in says(nyons).items():
        assert sum(at_once(nyons.central.database, [say] * AT_ONCE)) == 1, what


def test_what_several_are_sure_of_at_once_has_codes_of_their_own(nyons: Space) -> None:
    central = nyons.central
    assert all(at_once(central.database, [lambda: network.add_antenna(central, code=None, **ROSANS)] * AT_ONCE))
    codes = {each.code for each in network.antennas(central)}
    assert codes == {"NYO", "ROS", "ROS2", "ROS3"}
    alike = [lambda label=label: code_lists.add(central, "services", label) for label in ("Le Bus", "Le Bus\u202f!")]
    assert all(at_once(central.database, alike))
    assert {"le_bus", "le_bus_2"} <= {each.code for each in SERVICES}


def test_of_two_that_take_one_name_at_once_one_does(nyons: Space) -> None:
    central = nyons.central
    renaming = [partial(code_lists.rename, central, "services", each, "Énergie") for each in ("edf", "caf")]
    assert sum(at_once(central.database, renaming)) == 1
    others = [network.add_antenna(central, code=code, **ROSANS).record for code in ("A", "B")]
    taking = [partial(corrections.correct_antenna, central, each, AntennaSaid(code="ROS")) for each in others]
    assert sum(at_once(central.database, taking)) == 1
