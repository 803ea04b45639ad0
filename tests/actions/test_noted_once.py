"""What would say nothing more is refused, be it asked for by two at once: each is looked for where it is written."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from kiosque.actions.equipping import equipment
from kiosque.actions.inputs import BadInput
from kiosque.actions.network import costs, network, partners, staff, surveys, tasks
from kiosque.actions.opening import hours
from tests.stores import MONDAY_9_H, Space

DAY = date(2026, 3, 10)
AT_ONCE = 3


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
    def tried(say: Callable[[], object]) -> bool:
        try:
            say()
        except BadInput:
            return False
        return True

    for what, say in says(nyons).items():
        with ThreadPoolExecutor(AT_ONCE) as several:
            kept = list(several.map(tried, [say] * AT_ONCE))
        assert sum(kept) == 1, what
