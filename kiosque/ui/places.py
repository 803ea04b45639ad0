"""Where one can be: every screen of the window, as a frozen value that says what it is about."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:  # the first paint does not wait for the database's libraries
    from kiosque.actions.reception import SignedIn
    from kiosque.sync.enrolment import Enrolment
    from kiosque.ui.papers.paper import Paper


@dataclass(frozen=True, slots=True)
class Place:
    """A screen. ``name`` is what the robot and the tests call it."""

    name: ClassVar[str] = ""
    counter: ClassVar[bool] = True
    """Whether visitors stand in front of it: big targets, wiped when idle, no name."""
    last: ClassVar[bool] = False
    """Whether a visitor is done here: who comes to the counter after it is somebody else."""


@dataclass(frozen=True, slots=True)
class Closed(Place):
    """The permanence is not open."""

    name: ClassVar[str] = "counter.closed"


@dataclass(frozen=True, slots=True)
class Start(Place):
    """The first start of a PC: how it is enrolled."""

    name: ClassVar[str] = "welcome.start"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class ByCode(Place):
    """Enrolment by a one-time code."""

    name: ClassVar[str] = "welcome.code"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class ByStick(Place):
    """Enrolment by a file on a stick."""

    name: ClassVar[str] = "welcome.stick"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Who(Place):
    """Who opens the new PC first, of those whom its enrolment names."""

    name: ClassVar[str] = "welcome.who"
    counter: ClassVar[bool] = False
    carried: "Enrolment" = field(repr=False)
    by_stick: bool


@dataclass(frozen=True, slots=True)
class Ready(Place):
    """The PC is enrolled: by whom it was opened, and where it stands."""

    name: ClassVar[str] = "welcome.ready"
    counter: ClassVar[bool] = False
    opener: str
    place: str
    by_stick: bool


@dataclass(frozen=True, slots=True)
class Home(Place):
    """The counter."""

    name: ClassVar[str] = "counter.home"


@dataclass(frozen=True, slots=True)
class Reason(Place):
    """Why somebody comes; ``first``: they come for the first time."""

    name: ClassVar[str] = "counter.reason"
    first: bool


@dataclass(frozen=True, slots=True)
class Card(Place):
    """Waiting for a card, or for its code."""

    name: ClassVar[str] = "counter.card"
    leaving: bool = False


@dataclass(frozen=True, slots=True)
class Remember(Place):
    """The separate question: to be remembered or not."""

    name: ClassVar[str] = "counter.remember"
    visit: int


@dataclass(frozen=True, slots=True)
class Form(Place):
    """What somebody who wants to be remembered says of themselves."""

    name: ClassVar[str] = "counter.form"
    visit: int


@dataclass(frozen=True, slots=True)
class Given(Place):
    """The card that somebody just received."""

    name: ClassVar[str] = "counter.given"
    last: ClassVar[bool] = True
    given_name: str
    code: str
    visitor: int = 0
    """Whose it is; 0: nobody who could say more of themselves."""
    household: bool = False
    """Whether it is the card of their household."""
    done: frozenset[str] = frozenset()
    """The other ways to be recognised that they have chosen since."""


@dataclass(frozen=True, slots=True)
class Ways(Place):
    """The ways to be recognised without a card, for who just received one."""

    name: ClassVar[str] = "counter.ways"
    last: ClassVar[bool] = True
    given: Given


@dataclass(frozen=True, slots=True)
class ChoosePictures(Place):
    """Choosing three pictures, of which some are chosen."""

    name: ClassVar[str] = "counter.choose_pictures"
    given: Given
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BirthDay(Place):
    """The day and month of birth of who wants to be found by their name."""

    name: ClassVar[str] = "counter.birth_day"
    given: Given


@dataclass(frozen=True, slots=True)
class Member(Place):
    """Somebody more of the same household."""

    name: ClassVar[str] = "counter.member"
    given: Given


@dataclass(frozen=True, slots=True)
class Notice(Place):
    """What is kept, why, and the rights; ``after`` is where one goes back to."""

    name: ClassVar[str] = "counter.notice"
    after: Place


@dataclass(frozen=True, slots=True)
class Pictures(Place):
    """Being recognised by three pictures, of which some have been touched."""

    name: ClassVar[str] = "counter.pictures"
    leaving: bool = False
    touched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ByName(Place):
    """Being recognised by one's name and day of birth."""

    name: ClassVar[str] = "counter.by_name"
    leaving: bool = False


@dataclass(frozen=True, slots=True)
class IsItYou(Place):
    """Whether it is they who were found by a name."""

    name: ClassVar[str] = "counter.is_it_you"
    visitor: int
    masked: str = field(repr=False)
    leaving: bool = False


@dataclass(frozen=True, slots=True)
class Recognised(Place):
    """Whether it is they who were recognised by three pictures, and are counted."""

    name: ClassVar[str] = "counter.recognised"
    signed: "SignedIn"
    masked: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NotFound(Place):
    """Nobody was found: for whatever reason, the same words. ``patience``: too many have been looked for."""

    name: ClassVar[str] = "counter.not_found"
    leaving: bool = False
    patience: bool = False


@dataclass(frozen=True, slots=True)
class Household(Place):
    """Who of a household arrives, or leaves; None: whichever may be meant."""

    name: ClassVar[str] = "counter.household"
    household: int
    leaving: bool | None = None


@dataclass(frozen=True, slots=True)
class WithAdult(Place):
    """How the minors of a household come, when no adult of it is with them."""

    name: ClassVar[str] = "counter.with_adult"
    household: int
    coming: frozenset[int]


@dataclass(frozen=True, slots=True)
class Welcome(Place):
    """The greeting after an arrival; None: somebody who would rather not be remembered."""

    name: ClassVar[str] = "counter.welcome"
    last: ClassVar[bool] = True
    signed: "SignedIn | None"


@dataclass(frozen=True, slots=True)
class Already(Place):
    """The bearer of a card is here already: do they leave?"""

    name: ClassVar[str] = "counter.already"
    visit: int


@dataclass(frozen=True, slots=True)
class Leave(Place):
    """Leaving, by card or by the hour of arrival."""

    name: ClassVar[str] = "counter.leave"


@dataclass(frozen=True, slots=True)
class Farewell(Place):
    """The good-bye after a departure."""

    name: ClassVar[str] = "counter.farewell"
    last: ClassVar[bool] = True
    given_name: str | None


@dataclass(frozen=True, slots=True)
class Unlock(Place):
    """An animator's badge or passphrase; ``badge`` was shown to the reader before.

    ``at_desk``: somebody comes to a desk that another animator has open.
    """

    name: ClassVar[str] = "animator.unlock"
    counter: ClassVar[bool] = False
    badge: str = field(default="", repr=False)
    at_desk: bool = False


@dataclass(frozen=True, slots=True)
class Recover(Place):
    """The recovery code opened: who is at work now, and their new passphrase."""

    name: ClassVar[str] = "animator.recover"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Today(Place):
    """What day it is, when this PC's clock is in doubt."""

    name: ClassVar[str] = "animator.today"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Mend(Place):
    """What a clock that was wrong has written, to be corrected or left."""

    name: ClassVar[str] = "animator.mend"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Open(Place):
    """Opening the permanence, or settling one that was forgotten."""

    name: ClassVar[str] = "animator.open"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Join(Place):
    """Somebody comes to a permanence that others hold: with them, or in their place."""

    name: ClassVar[str] = "animator.join"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Team(Place):
    """Who holds the permanence: who comes, who leaves."""

    name: ClassVar[str] = "animator.team"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Intervene(Place):
    """An act of help for the visitors of ``visits``, named ``whom`` in the title; one ``visitor``, or a ``group``."""

    name: ClassVar[str] = "animator.intervention"
    counter: ClassVar[bool] = False
    visits: tuple[int, ...]
    whom: str
    visitor: int | None = None
    group: int | None = None


@dataclass(frozen=True, slots=True)
class Group(Place):
    """A class or a club that comes together."""

    name: ClassVar[str] = "animator.group"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Find(Place):
    """Looking for a person; ``typed`` was typed before."""

    name: ClassVar[str] = "animator.find"
    counter: ClassVar[bool] = False
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Dossier(Place):
    """What is known of somebody."""

    name: ClassVar[str] = "animator.dossier"
    counter: ClassVar[bool] = False
    visitor: int


@dataclass(frozen=True, slots=True)
class WriteDown(Place):
    """Writing somebody down, or correcting who ``visitor`` is; ``typed`` was looked for in vain."""

    name: ClassVar[str] = "animator.write"
    counter: ClassVar[bool] = False
    visitor: int | None = None
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Compare(Place):
    """Two visitors side by side: one person or two?"""

    name: ClassVar[str] = "animator.compare"
    counter: ClassVar[bool] = False
    one: int
    other: int


@dataclass(frozen=True, slots=True)
class History(Place):
    """Who wrote what of a ``record``, and when; ``title`` says of what, ``of`` is where one came from."""

    name: ClassVar[str] = "animator.history"
    counter: ClassVar[bool] = False
    record: int
    title: str
    of: Place


@dataclass(frozen=True, slots=True)
class Noted(Place):
    """What was noted on a day (ISO; today when empty); ``visits``: arrivals rather than help."""

    name: ClassVar[str] = "animator.noted"
    counter: ClassVar[bool] = False
    day: str = ""
    visits: bool = False


@dataclass(frozen=True, slots=True)
class CorrectHelp(Place):
    """Correcting an act of help."""

    name: ClassVar[str] = "animator.correct_help"
    counter: ClassVar[bool] = False
    intervention: int


@dataclass(frozen=True, slots=True)
class CorrectVisit(Place):
    """Correcting a visit."""

    name: ClassVar[str] = "animator.correct_visit"
    counter: ClassVar[bool] = False
    visit: int


@dataclass(frozen=True, slots=True)
class Bin(Place):
    """What was put in the bin, and comes back from there."""

    name: ClassVar[str] = "animator.bin"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Desk(Place):
    """Who is here."""

    name: ClassVar[str] = "animator.desk"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Workshops(Place):
    """The workshops to come."""

    name: ClassVar[str] = "animator.workshops"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Plan(Place):
    """Planning a workshop."""

    name: ClassVar[str] = "animator.plan"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Attendance(Place):
    """Who came to a workshop."""

    name: ClassVar[str] = "animator.attendance"
    counter: ClassVar[bool] = False
    workshop: int


@dataclass(frozen=True, slots=True)
class Close(Place):
    """Closing the permanence."""

    name: ClassVar[str] = "animator.close"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Batch(Place):
    """Help logged together: the visits that have none yet, or several acts alike."""

    name: ClassVar[str] = "animator.batch"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Thanks(Place):
    """The thanks after a closing, with what was done."""

    name: ClassVar[str] = "animator.thanks"
    counter: ClassVar[bool] = False
    visits: int
    interventions: int
    seconds: int
    this_year: int


@dataclass(frozen=True, slots=True)
class More(Place):
    """What an animator does now and then."""

    name: ClassVar[str] = "animator.more"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Papers(Place):
    """The papers that can be printed."""

    name: ClassVar[str] = "animator.papers"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Preview(Place):
    """A paper as it will be printed; ``after`` is where one goes back to."""

    name: ClassVar[str] = "animator.preview"
    counter: ClassVar[bool] = False
    paper: "Paper" = field(repr=False)
    after: Place = Papers()


@dataclass(frozen=True, slots=True)
class Settings(Place):
    """The local settings of this PC."""

    name: ClassVar[str] = "animator.settings"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Passphrase(Place):
    """Choosing another passphrase."""

    name: ClassVar[str] = "animator.passphrase"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Quit(Place):
    """Leaving the program: is it sure?"""

    name: ClassVar[str] = "animator.quit"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Line(Place):
    """How the line is, and trying it now."""

    name: ClassVar[str] = "animator.line"
    counter: ClassVar[bool] = False
