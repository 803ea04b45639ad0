"""What a code list is: codes with French labels, in the order in which they are shown, some with dates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Code:
    """One code. ``since`` and ``until`` are its first and last days; None: no bound.

    ``short`` is the label for a tile (the label itself by default), ``icon`` a Lucide name, ``successor`` the code
    that takes over after ``until``.
    """

    code: str
    label: str
    short: str = ""
    icon: str = ""
    since: date | None = None
    until: date | None = None
    successor: str | None = None

    def __post_init__(self) -> None:
        """Let the label stand for the tile's where there is no shorter one."""
        if not self.short:
            object.__setattr__(self, "short", self.label)

    def valid_at(self, day: date) -> bool:
        """Whether this code may be chosen on ``day``."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class CodeList:
    """One list of codes, in the order in which they are shown. ``first``: those that the program came with."""

    name: str
    first: tuple[Code, ...]

    @property
    def codes(self) -> tuple[Code, ...]:
        """The list as headquarters made it since."""
        return _edition.get(self.name, self.first)

    def __contains__(self, code: object) -> bool:
        """Whether the list has ``code``, today or in the past."""
        return any(each.code == code for each in self.codes)

    def __iter__(self) -> Iterator[Code]:
        """Give every code in order, past ones included."""
        return iter(self.codes)

    def find(self, code: str) -> Code:
        """Return the code of that name; one that is not known here (from a newer central) stands for itself."""
        return next((each for each in self.codes if each.code == code), Code(code, code))

    def label(self, code: str) -> str:
        """Return the words for ``code``, or ``code`` itself when it is not known here."""
        return self.find(code).label

    def valid_at(self, day: date) -> tuple[Code, ...]:
        """Return the codes that may be chosen on ``day``."""
        return tuple(code for code in self.codes if code.valid_at(day))


_edition: Mapping[str, tuple[Code, ...]] = {}


def use(edition: Mapping[str, tuple[Code, ...]]) -> None:
    """Let the lists of those names be these codes, in the whole program: it serves one network.

    The edition is replaced whole, so that any thread may read while another one gives it.
    """
    global _edition  # noqa: PLW0603 - see above
    _edition = dict(edition)
