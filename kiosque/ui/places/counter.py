"""Where visitors stand: the counter, and how somebody is recognised."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from kiosque.ui.places.place import Place

if TYPE_CHECKING:  # the first paint does not wait for the database's libraries
    from kiosque.actions.visitors.visits import SignedIn
    from kiosque.actions.workshops.signing_up import SignedUp as Kept


@dataclass(frozen=True, slots=True)
class Closed(Place):
    """The permanence is not open."""

    name: ClassVar[str] = "counter.closed"


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
class SignUp(Place):
    """Registering oneself at a workshop; ``visit``: by which they are here."""

    name: ClassVar[str] = "counter.workshops"
    visit: int


@dataclass(frozen=True, slots=True)
class SignUpName(Place):
    """The name under which somebody who gave none registers."""

    name: ClassVar[str] = "counter.workshop_name"
    workshop: int


@dataclass(frozen=True, slots=True)
class SignedUp(Place):
    """What came of it: a place, or how many wait before."""

    name: ClassVar[str] = "counter.signed_up"
    last: ClassVar[bool] = True
    signed: "Kept"


@dataclass(frozen=True, slots=True)
class Wish(Place):
    """Which workshop somebody would like, who came with ``visit``; ``more``: the subjects behind the first."""

    name: ClassVar[str] = "counter.wish"
    last: ClassVar[bool] = True
    visit: int | None = None
    more: bool = False


@dataclass(frozen=True, slots=True)
class Wished(Place):
    """The wish is noted; would they like to be called?"""

    name: ClassVar[str] = "counter.wished"
    last: ClassVar[bool] = True
    wish: int
    visit: int | None = None


@dataclass(frozen=True, slots=True)
class WishCall(Place):
    """Whom to call when there is such a workshop."""

    name: ClassVar[str] = "counter.wish_call"
    last: ClassVar[bool] = True
    wish: int
    visit: int | None = None
