"""The flows of product.md, each as a person goes through it, with its bar."""

from PySide6.QtCore import Qt

from kiosque.actions.coworking import desks
from kiosque.actions.opening import permanences
from kiosque.actions.repairing import repairs
from kiosque.actions.repairing.repairs import Attempt, Item
from kiosque.actions.visitors import feedback, households, reception, recognition
from kiosque.actions.workshops import agenda, workshops
from kiosque.domain.label import label_code
from kiosque.ui.places import Closed, Home, Household
from tests.stores import rows
from tests.ui.conftest import PASSPHRASE, Kiosk
from tests.ui.hands import remembered
from tests.ui.taps import Bar, Flow

QUICK = Bar(taps=4, seconds=15)
"""(c): typing aside."""
DEEPEST = 4
"""Steps back from the innermost screen to the desk."""
FOX = ("cat", "apple", "bike")
"""Three pictures that somebody chose."""


def at_home(kiosk: Kiosk) -> None:
    """Stand at the counter, as the next visitor finds it."""
    kiosk.window.say("")
    for _ in range(DEEPEST):
        if kiosk.robot.screen not in {"counter.home", "animator.desk"}:
            kiosk.robot.press(Qt.Key.Key_Escape)
    if kiosk.robot.screen == "animator.desk":
        kiosk.robot.tap("desk.counter")
    kiosk.robot.wait_for("counter.home")


def at_desk(kiosk: Kiosk) -> None:
    """Stand at the desk, with somebody who is here."""
    at_home(kiosk)
    reception.sign_in_unnamed(kiosk.space.store, "digital")
    kiosk.desk()


def closed(kiosk: Kiosk) -> None:
    """Stand at the counter of a permanence that is closed."""
    current = permanences.current(kiosk.space.store)
    if current is not None:
        permanences.close_permanence(kiosk.space.store, current.id, author=kiosk.space.animator)
        kiosk.window.go(Home())
    kiosk.window.go(Closed())
    kiosk.robot.wait_for("counter.closed")


# ----- (b) opening ---------------------------------------------------------------------------------------------------


def open_by_passphrase(kiosk: Kiosk) -> None:
    robot = kiosk.robot
    robot.tap("animator")
    robot.wait_for("animator.unlock")
    robot.type(PASSPHRASE)
    robot.press(Qt.Key.Key_Return)
    robot.wait_for("animator.open")
    robot.tap("open.go")
    robot.wait_for("counter.home")


# ----- (c) the counter -----------------------------------------------------------------------------------------------


def by_card(kiosk: Kiosk) -> None:
    kiosk.robot.scan(remembered(kiosk.space, "Zoé").card)
    kiosk.robot.wait_for("counter.welcome")


def first_visit(kiosk: Kiosk) -> None:
    kiosk.robot.tap("counter.first")
    kiosk.robot.tap("reason.service")
    kiosk.robot.wait_for("counter.remember")


def unnamed(kiosk: Kiosk) -> None:
    kiosk.robot.tap("counter.unnamed")
    kiosk.robot.tap("reason.digital")
    kiosk.robot.wait_for("counter.welcome")


def workshop_today(kiosk: Kiosk) -> None:
    """Stand at the counter of a day with a workshop."""
    at_home(kiosk)
    now, store = kiosk.space.clock.now, kiosk.space.store
    workshops.plan(
        store,
        title="Photo",
        theme="email",
        starts_at=now + 3600,
        minutes=60,
        capacity=5,
        animator=kiosk.space.animator,
    )


def register(kiosk: Kiosk) -> None:
    kiosk.robot.tap("counter.unnamed")
    kiosk.robot.tap("reason.workshop")
    kiosk.robot.wait_for(lambda: any(name.startswith("workshops.") for name in kiosk.robot.names()))
    [workshop] = agenda.upcoming(kiosk.space.store)
    kiosk.robot.tap(f"workshops.{workshop.id}")
    kiosk.robot.wait_for("counter.signed_up")


def leave_by_hour(kiosk: Kiosk) -> None:
    kiosk.robot.tap("counter.leave")
    kiosk.robot.wait_for(lambda: bool(_hours(kiosk)))
    kiosk.robot.tap(_hours(kiosk)[0])
    kiosk.robot.wait_for("counter.farewell")


def _hours(kiosk: Kiosk) -> list[str]:
    return [name for name in kiosk.robot.names() if name.removeprefix("leave.").isdecimal()]


def leave_by_card(kiosk: Kiosk) -> None:
    made = remembered(kiosk.space, "Zoé")
    reception.sign_in_card(kiosk.space.store, made.card)
    kiosk.robot.scan(made.card)
    kiosk.robot.tap("counter.already.yes")
    kiosk.robot.wait_for("counter.farewell")


def leaving(kiosk: Kiosk) -> None:
    """Stand where somebody has just said that they leave."""
    here(kiosk)
    leave_by_hour(kiosk)


def smile(kiosk: Kiosk) -> None:
    kiosk.robot.tap("farewell.good")
    kiosk.robot.wait_for(lambda: feedback.counts(kiosk.space.store, 0)["good"] > 0)


def welcomed(kiosk: Kiosk) -> None:
    """Stand where somebody was just greeted."""
    at_home(kiosk)
    unnamed(kiosk)


def wish(kiosk: Kiosk) -> None:
    kiosk.robot.tap("message.wish")
    kiosk.robot.tap("wish.photo")
    kiosk.robot.wait_for("counter.wished")


def knows_odette(kiosk: Kiosk) -> None:
    """Stand at the counter that somebody comes to who may be known in every way; once: two would not be told apart."""
    at_home(kiosk)
    store = kiosk.space.store
    if not any(row["family_name"] == "Chastel" for row in rows(store)["visitor"]):
        made = remembered(kiosk.space, "Odette", "Chastel")
        recognition.choose_pictures(store, made.record, FOX)
        recognition.be_found_by_name(store, made.record, 314)


def by_pictures(kiosk: Kiosk) -> None:
    kiosk.robot.tap("counter.pictures")
    for code in FOX:
        kiosk.robot.tap(f"picture.{code}")
    kiosk.robot.wait_for("counter.recognised")


def by_name(kiosk: Kiosk) -> None:
    robot = kiosk.robot
    robot.tap("counter.by_name")
    robot.wait_for("counter.by_name")
    for text in ("Odete", "chastel", "14 mars"):
        robot.type(text)
        robot.press(Qt.Key.Key_Tab)
    robot.tap("by_name.send")
    robot.wait_for("counter.is_it_you")
    robot.tap("counter.is_it_you.yes")
    robot.wait_for(lambda: robot.screen in {"counter.welcome", "counter.already"})


def by_household(kiosk: Kiosk) -> None:
    """Two of a household of three come with its card."""
    robot, store = kiosk.robot, kiosk.space.store
    robot.scan(str(rows(store)["household"][0]["card"]))
    robot.wait_for("counter.household")
    place = kiosk.window.place
    assert isinstance(place, Household)
    for member in households.members(store, place.household)[:2]:
        robot.tap(f"household.{member.visitor}")
    robot.tap("household.send")
    robot.wait_for(lambda: robot.screen != "counter.household")


def a_household(kiosk: Kiosk) -> None:
    """Stand at the counter that a household of three comes to."""
    at_home(kiosk)
    store = kiosk.space.store
    somebody = remembered(kiosk.space, "Jeanne", "Roustan").record
    for given_name in ("Marcel", "Léo"):
        households.add_member(store, somebody, given_name=given_name, here=False)


# ----- (d) interventions ---------------------------------------------------------------------------------------------


def visits(kiosk: Kiosk) -> list[str]:
    """Return the names of the tiles of who is here."""
    kiosk.robot.wait_for(lambda: any(name.startswith("visit.") for name in kiosk.robot.names()))
    return [name for name in kiosk.robot.names() if name.startswith("visit.")]


def intervene(kiosk: Kiosk) -> None:
    robot = kiosk.robot
    robot.tap(visits(kiosk)[0])
    robot.tap("theme.email")
    robot.tap("duration.30")
    robot.wait_for("animator.desk")


def several(kiosk: Kiosk) -> None:
    robot = kiosk.robot
    first, second, *_ = visits(kiosk)
    for name in ("desk.several", first, second, "desk.help", "theme.email", "duration.30"):
        robot.tap(name)
    robot.wait_for("animator.desk")


def at_desk_with_two(kiosk: Kiosk) -> None:
    """Stand at the desk, with two people who are here."""
    reception.sign_in_unnamed(kiosk.space.store, "digital")
    at_desk(kiosk)


def again(kiosk: Kiosk) -> None:
    logged = len(rows(kiosk.space.store)["intervention"])
    kiosk.robot.tap("desk.again")
    kiosk.robot.wait_for(lambda: len(rows(kiosk.space.store)["intervention"]) > logged)


def a_class(kiosk: Kiosk) -> None:
    robot = kiosk.robot
    for name in ("desk.group", "group.22", "level.elementaire"):
        robot.tap(name)
    robot.wait_for("animator.desk")


def known(kiosk: Kiosk) -> None:
    robot = kiosk.robot
    robot.tap("desk.find")
    robot.type("zoe martn")
    robot.press(Qt.Key.Key_Return)
    if robot.screen == "animator.find":
        robot.wait_for(lambda: any(name.startswith("found.") for name in robot.names()))
        robot.press(Qt.Key.Key_Return)
    robot.tap("dossier.go")
    robot.wait_for("animator.desk")


def at_desk_where_zoe_is_known(kiosk: Kiosk) -> None:
    """Stand at the desk of a place where somebody came once and left."""
    remembered(kiosk.space, "Zoé", "Martin")
    at_desk(kiosk)


# ----- (f) repairs -------------------------------------------------------------------------------------------------


def at_desk_with_an_object(kiosk: Kiosk) -> None:
    """Stand at the desk, with somebody who brought something."""
    at_home(kiosk)
    reception.sign_in_unnamed(kiosk.space.store, "repair")
    kiosk.desk()


def mend(kiosk: Kiosk) -> None:
    """What somebody brought is beyond repair."""
    robot = kiosk.robot
    robot.tap(visits(kiosk)[-1])
    for name in ("intervention.mend", "category.31", "problem.heat", "outcome.3", "barrier.2"):
        robot.tap(name)
    robot.wait_for("animator.thing")


def mend_again(kiosk: Kiosk) -> None:
    """The object comes back: its label is shown to the reader."""
    robot = kiosk.robot
    robot.scan(label_code(int(str(rows(kiosk.space.store)["item"][-1]["id"]))))
    for name in ("thing.again", "problem.cord", "outcome.1"):
        robot.tap(name)
    robot.wait_for("animator.thing")


def at_desk_with_a_known_object(kiosk: Kiosk) -> None:
    """Stand at the desk of a place where something was repaired."""
    at_home(kiosk)
    store, author = kiosk.space.store, kiosk.space.animator
    repairs.note_repair(store, Item("31"), Attempt("cord", "1"), author=author)
    kiosk.desk()


# ----- (h) closing, (i) the line, (k) taking back --------------------------------------------------------------------


def close(kiosk: Kiosk) -> None:
    robot = kiosk.robot
    robot.tap("desk.close")
    robot.tap("close.go")
    robot.wait_for("animator.thanks")


def try_the_line(kiosk: Kiosk) -> None:
    kiosk.robot.tap("line")
    kiosk.robot.tap("line.try")
    kiosk.robot.wait_for("animator.line")


def take_back(kiosk: Kiosk) -> None:
    kiosk.robot.tap("undo")
    kiosk.robot.wait_for("counter.home")


def at_desks(kiosk: Kiosk) -> None:
    """Stand where the places are, of which one is free."""
    # An animator who unlocks ten times in a minute must wait, and so must a robot.
    kiosk.space.clock.pass_(minutes=2)
    at_desk(kiosk)
    desks.add_desk(kiosk.space.store, label="Table 1", form="coworking", author=kiosk.space.animator)
    kiosk.robot.tap("desk.more")
    kiosk.robot.tap("more.desks")
    kiosk.robot.wait_for(lambda: bool(_desks(kiosk)))


def take_a_place(kiosk: Kiosk) -> None:
    kiosk.robot.tap(_desks(kiosk)[0])
    kiosk.robot.tap("desks.anybody")
    kiosk.robot.wait_for(lambda: desks.places(kiosk.space.store)[0].since is not None)


def _desks(kiosk: Kiosk) -> list[str]:
    return [name for name in kiosk.robot.names() if name.startswith("desks.place.")]


def counted(kiosk: Kiosk) -> None:
    """Stand where somebody was just counted."""
    at_home(kiosk)
    unnamed(kiosk)


def here(kiosk: Kiosk) -> None:
    """Stand at the counter, with somebody who was counted."""
    counted(kiosk)
    at_home(kiosk)


FLOWS = (
    Flow("b", "open, by passphrase", Bar(taps=2, seconds=10, ours=True), open_by_passphrase, closed),
    Flow("c", "sign in, card scanned anywhere", Bar(taps=0, seconds=5), by_card, at_home),
    Flow("c", "sign in, first visit", Bar(taps=2, seconds=15), first_visit, at_home),
    Flow("c", "sign in, unnamed", Bar(taps=2, seconds=15), unnamed, at_home),
    Flow("c", "sign in, three pictures", Bar(taps=4, seconds=15), by_pictures, knows_odette),
    Flow("c", "sign in, name and day of birth", QUICK, by_name, knows_odette),
    Flow("c", "sign in, household card, then who is here", QUICK, by_household, a_household),
    Flow("c", "sign out, by the hour", Bar(taps=2), leave_by_hour, here),
    Flow("c", "sign out, card again", Bar(taps=2), leave_by_card, at_home),
    # A good-bye takes its own time: one touch more is somebody's choice.
    Flow("c", "say by a face how it was", Bar(taps=1, screens=0, ours=True), smile, leaving),
    Flow("c", "wish for a workshop", Bar(taps=2, screens=2, ours=True), wish, welcomed),
    Flow("c", "a class, by the animator", Bar(taps=3, seconds=15), a_class, at_desk),
    Flow("e", "register oneself at a workshop of today", Bar(taps=3, seconds=15, ours=True), register, workshop_today),
    Flow("d", "intervention", Bar(taps=3, seconds=20), intervene, at_desk),
    Flow("d", "intervention, for two at once", Bar(seconds=20), several, at_desk_with_two),
    Flow("d", "intervention, once more", Bar(taps=1), again, at_desk),
    Flow("f", "repair, and what prevents it", Bar(taps=6, seconds=30, ours=True), mend, at_desk_with_an_object),
    Flow(
        "f",
        "repair of what comes back",
        Bar(taps=3, seconds=30, ours=True),
        mend_again,
        at_desk_with_a_known_object,
    ),
    Flow("g", "take a place", Bar(taps=2), take_a_place, at_desks),
    Flow("k", "find somebody misspelt, note the arrival", Bar(seconds=15), known, at_desk_where_zoe_is_known),
    Flow("k", "take back within ten seconds", Bar(taps=1), take_back, counted),
    Flow("i", "how the line is, and try", Bar(taps=2), try_the_line, at_desk),
    Flow("h", "close", Bar(seconds=30), close, at_desk),
)
"""In the order of a permanence."""
