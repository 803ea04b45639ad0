"""Where animators are: the permanence, the desk, and what is around it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from kiosque.ui.places.place import Place

if TYPE_CHECKING:  # the first paint does not wait for the database's libraries
    from kiosque.ui.papers.paper import Paper


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
    """Planning a workshop; ``like``: another like that one; ``correct``: saying that one otherwise.

    ``wish``: the subject of the wishes that it answers.
    """

    name: ClassVar[str] = "animator.plan"
    counter: ClassVar[bool] = False
    like: int | None = None
    correct: int | None = None
    wish: str = ""


@dataclass(frozen=True, slots=True)
class Tell(Place):
    """Who is to be told that a workshop is moved, or called off."""

    name: ClassVar[str] = "animator.tell"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Attendance(Place):
    """Who came to a workshop; ``signing``: who signs."""

    name: ClassVar[str] = "animator.attendance"
    counter: ClassVar[bool] = False
    workshop: int
    signing: bool = False


@dataclass(frozen=True, slots=True)
class Sign(Place):
    """Somebody signs for a half-day of a workshop."""

    name: ClassVar[str] = "animator.sign"
    counter: ClassVar[bool] = False
    workshop: int
    registration: int
    half_day: int = 0


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
class Proof(Place):
    """Making a proof of visit."""

    name: ClassVar[str] = "animator.proof"
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
