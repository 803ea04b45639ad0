"""The flows around a permanence: a badge, sticks, what is corrected, thrown away and joined. Their bars are ours."""

from functools import partial
from pathlib import Path

from kiosque.actions.equipping import equipment
from kiosque.actions.equipping.equipment import Piece
from kiosque.actions.visitors import people, reception
from kiosque.actions.visitors.people import Answers
from kiosque.ui.counter.arrivals import FEW
from tests.stores import meet, rows
from tests.ui.conftest import BADGE, Kiosk
from tests.ui.flows import at_desk, at_home, closed, intervene
from tests.ui.hands import shows, until
from tests.ui.pocket import Pocket
from tests.ui.taps import Bar, Flow

MANY = 5 * FEW + 1
ON_THE_STICK, REPLY_TAKEN = "sur la clé. Apportez-la", "La réponse de la coordination est prise"


def open_by_badge(kiosk: Kiosk) -> None:
    robot = kiosk.robot
    robot.scan(BADGE)
    robot.wait_for("animator.open")
    robot.tap("open.go")
    robot.wait_for("counter.home")


# ----- sticks --------------------------------------------------------------------------------------------------------


def pocket_of(kiosk: Kiosk) -> tuple[Pocket, Path]:
    """Return what the kiosk sees of its sticks, and where one is plugged in."""
    pocket = kiosk.window.backstage.services.sticks
    assert isinstance(pocket, Pocket)
    stick = kiosk.space.network.folder / "clé"
    stick.mkdir(exist_ok=True)
    return pocket, stick


def at_desk_without_a_line(kiosk: Kiosk) -> None:
    """Stand at the desk of a place where something waits to leave."""
    pocket_of(kiosk)[0].plugged = ()
    at_desk(kiosk)


def write_on_a_stick(kiosk: Kiosk) -> None:
    pocket, stick = pocket_of(kiosk)
    pocket.plugged = (stick,)
    kiosk.robot.tap("stick.send")
    until(kiosk, lambda: shows(kiosk, ON_THE_STICK))


def a_stick_comes_back(kiosk: Kiosk) -> None:
    """Stand at the desk when somebody brings back the stick that headquarters has read."""
    pocket, stick = pocket_of(kiosk)
    pocket.headquarters(stick)
    pocket.plugged = ()
    at_desk(kiosk)
    until(kiosk, lambda: not shows(kiosk, ON_THE_STICK))


def take_the_reply(kiosk: Kiosk) -> None:
    pocket, stick = pocket_of(kiosk)
    pocket.plugged = (stick,)
    until(kiosk, lambda: shows(kiosk, REPLY_TAKEN))


# ----- correcting, the bin, one person or two ------------------------------------------------------------------------


def helped(kiosk: Kiosk) -> None:
    """Stand at the desk where somebody was just helped."""
    pocket_of(kiosk)[0].plugged = ()
    at_desk(kiosk)
    intervene(kiosk)


def to_the_last_help(kiosk: Kiosk) -> None:
    """Go from the desk to the act of help that was noted last."""
    robot = kiosk.robot
    for name in ("desk.more", "more.noted", f"noted.{rows(kiosk.space.store)['intervention'][-1]['id']}"):
        robot.tap(name)
    robot.wait_for("animator.correct_help")


def correct_a_help(kiosk: Kiosk) -> None:
    to_the_last_help(kiosk)
    for name in ("help.duration.45", "help.save"):
        kiosk.robot.tap(name)
    kiosk.robot.wait_for("animator.noted")
    assert rows(kiosk.space.store)["intervention"][-1]["duration"] == 45


def throw_a_help_away(kiosk: Kiosk) -> None:
    to_the_last_help(kiosk)
    kiosk.robot.tap("help.throw")
    kiosk.robot.wait_for("animator.noted")
    assert rows(kiosk.space.store)["intervention"][-1]["deleted"]


def a_help_in_the_bin(kiosk: Kiosk) -> None:
    """Stand at the desk after an act of help was thrown away, as it was just before."""
    assert rows(kiosk.space.store)["intervention"][-1]["deleted"]
    at_desk(kiosk)


def bring_it_back(kiosk: Kiosk) -> None:
    robot, last = kiosk.robot, rows(kiosk.space.store)["intervention"][-1]["id"]
    for name in ("desk.more", "more.noted", "noted.bin", f"bin.{last}"):
        robot.tap(name)
    until(kiosk, lambda: not rows(kiosk.space.store)["intervention"][-1]["deleted"])


def at_desk_with_two_alike(kiosk: Kiosk) -> None:
    """Stand at the desk of a place where one person was written down twice."""
    store = kiosk.space.store
    for given_name in ("Hortense", "Ortense"):
        people.write_down(store, Answers(given_name, "Guilhermier"), author=kiosk.space.animator)
    at_desk(kiosk)


def join_two(kiosk: Kiosk) -> None:
    robot, store = kiosk.robot, kiosk.space.store
    one, other = (row["id"] for row in rows(store)["visitor"] if row["family_name"] == "Guilhermier")
    robot.tap("desk.find")
    robot.type("guilhermier")
    for name in (f"found.{one}", f"compare.{other}", "compare.same"):
        robot.tap(name)
    robot.wait_for("animator.dossier")
    assert [row["verdict"] for row in rows(store)["link"]] == ["same"]


def join_two_of_the_list(kiosk: Kiosk) -> None:
    robot, store = kiosk.robot, kiosk.space.store
    before = len(rows(store)["link"])
    robot.tap("desk.find")
    robot.tap("find.duplicates")
    robot.wait_for(lambda: any(name.startswith("duplicates.") and name[-1].isdigit() for name in robot.names()))
    robot.tap(next(name for name in robot.names() if name.startswith("duplicates.") and name[-1].isdigit()))
    robot.tap("compare.same")
    robot.wait_for("animator.duplicates")
    assert [row["verdict"] for row in rows(store)["link"]][before:] == ["same"]


def leave_among_many(kiosk: Kiosk) -> None:
    kiosk.robot.tap("counter.leave")
    while kiosk.robot.screen == "counter.leave":
        until(kiosk, lambda: bool(_hours(kiosk)))
        offered = _hours(kiosk)
        kiosk.robot.tap(offered[0])
        until(kiosk, partial(_other_hours, kiosk, offered))
    kiosk.robot.wait_for("counter.farewell")


def _other_hours(kiosk: Kiosk, offered: list[str]) -> bool:
    return _hours(kiosk) != offered


def _hours(kiosk: Kiosk) -> list[str]:
    """Return the names of the tiles of hours, and of stretches of the day."""
    return [name for name in kiosk.robot.names() if name.startswith("leave.") and name[-1].isdecimal()]


def many_here(kiosk: Kiosk) -> None:
    """Stand at the counter of a place where more people without a name are than two looks tell apart."""
    at_home(kiosk)
    for _ in range(MANY):
        reception.sign_in_unnamed(kiosk.space.store, "digital")
        kiosk.space.clock.pass_(minutes=1)


# ----- equipment ------------------------------------------------------------------------------------------------------


def at_desk_with_a_laptop(kiosk: Kiosk) -> None:
    """Stand at the desk of a place where headquarters has just placed a laptop, with somebody who is known."""
    space = kiosk.space
    equipment.place(space.central, called="Portable", form="laptop", antenna=space.antenna)
    meet(space.store, space.central)
    known = people.write_down(space.store, Answers("Lucette", "Barral"), author=space.animator).record
    at_desk(kiosk)
    reception.sign_in_visitor(space.store, known, author=space.animator)


def laptop(kiosk: Kiosk) -> Piece:
    """Return the laptop that was placed last."""
    return max(equipment.pieces(kiosk.space.store), key=lambda piece: piece.id)


def lend_it(kiosk: Kiosk) -> None:
    robot = kiosk.robot
    robot.tap("desk.more")
    robot.tap("more.equipment")
    robot.tap(f"equipment.{laptop(kiosk).id}")
    robot.wait_for(lambda: any(name.startswith("piece.here.") for name in robot.names()))
    robot.tap(next(name for name in robot.names() if name.startswith("piece.here.")))
    until(kiosk, lambda: laptop(kiosk).lent is not None)


def break_it(kiosk: Kiosk) -> None:
    kiosk.robot.scan(laptop(kiosk).label)
    kiosk.robot.wait_for("animator.piece")
    kiosk.robot.tap("piece.state.broken")
    kiosk.robot.tap("piece.problem.screen")
    until(kiosk, lambda: laptop(kiosk).problem == "screen")


def ours(taps: int, screens: int) -> Bar:
    """Return a bar that product.md does not give."""
    return Bar(taps, screens, ours=True)


AROUND = (
    Flow("b", "open, by badge", Bar(taps=1, seconds=10, ours=True), open_by_badge, closed),
    Flow("i", "what waits onto a stick", ours(1, 0), write_on_a_stick, at_desk_without_a_line),
    Flow("i", "the reply that a stick brings", ours(0, 0), take_the_reply, a_stick_comes_back),
    # Two to the day, one to the act; then one for what is wrong, and one to keep it.
    Flow("k", "correct an act of help", ours(5, 4), correct_a_help, helped),
    Flow("k", "throw an act of help away", ours(4, 4), throw_a_help_away, helped),
    Flow("k", "bring it back from the bin", ours(4, 3), bring_it_back, a_help_in_the_bin),
    # Typing aside: search, one of the two, the other, *one person*.
    Flow("k", "join two records of one person", ours(4, 4), join_two, at_desk_with_two_alike),
    Flow("k", "join two records that are listed as alike", ours(4, 4), join_two_of_the_list, at_desk_with_two_alike),
    Flow("–", "lend equipment to who is here", ours(4, 3), lend_it, at_desk_with_a_laptop),
    # A label that is scanned leads to its thing.
    Flow("–", "note a breakdown, label scanned", ours(2, 1), break_it, at_desk_with_a_laptop),
    # Beyond thirty the day is asked for in two steps rather than one.
    Flow("c", "sign out, among thirty without a name", ours(4, 2), leave_among_many, many_here),
)
"""They begin where nothing is open, and leave a permanence open."""
