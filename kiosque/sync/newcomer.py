"""A PC that is not enrolled yet, as its window sees it: an enrolment by a code or on a stick, and its first opener."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kiosque.db.paths import KIOSK_DATABASE, KIOSK_KEY
from kiosque.domain.errors import KnownError
from kiosque.domain.opener import read_badge
from kiosque.sync.clock import machine_in_doubt
from kiosque.sync.post import Post
from kiosque.sync.reachability import way_out
from kiosque.sync.volumes import Volumes

if TYPE_CHECKING:  # The window paints before any of these is loaded.
    from kiosque.db.folder import Opened
    from kiosque.sync.enrolment import Enrolment

MOST_FILES = 20
"""Files of a stick that are looked into: it is somebody's, with a whole life on it."""


class NotAnAddress(KnownError):
    """What was typed is no address of a central."""


class NoNetwork(KnownError):
    """This PC has no way out of the room."""


class NobodyAnswers(KnownError):
    """There is a way out, and nothing at the address."""


class NoFile(KnownError):
    """There is no enrolment on the stick."""


class NotTheirBadge(KnownError):
    """The badge is of nobody whom the enrolment names."""


class Newcomer:
    """The folder ``at``, which holds no kiosk yet. For the ``db`` lane: each of these may take seconds."""

    def __init__(self, at: Path, post: Post, volumes: Volumes) -> None:
        """``post`` opens the folder once it is made; ``volumes`` finds the sticks."""
        self._at, self._post, self._volumes = at, post, volumes

    def sticks(self) -> tuple[Path, ...]:
        """Return the sticks that are plugged in. It reads none of them."""
        return self._volumes.sticks()

    def by_code(self, address: str, code: str) -> "Enrolment":
        """Fetch the enrolment of a one-time ``code``, as people type both. Raises ``KnownError``."""
        from kiosque.sync import codes, enrolment  # noqa: PLC0415
        from kiosque.sync.http import HttpLine  # noqa: PLC0415
        from kiosque.sync.line_errors import NoLine  # noqa: PLC0415

        where, keys = address_of(address), codes.keys_of(codes.read_code(code))
        # What comes is sealed under the code: a new PC whose battery is dead may be enrolled all the same.
        line = HttpLine(where, clock_in_doubt=machine_in_doubt)
        try:
            sealed = line.enrolment(keys.lookup)
        except NoLine as error:
            raise nobody(way_out()) from error
        finally:
            line.close()
        return enrolment.unpack(codes.unseal(keys, sealed))

    def by_stick(self, stick: Path) -> "Enrolment":
        """Return the enrolment that is on a stick, at its top. Raises ``KnownError``, of a damaged one too."""
        from kiosque.sync import enrolment  # noqa: PLC0415

        trouble: KnownError | None = None
        # A stick that was pulled out meanwhile holds no file.
        for path in sorted(stick.glob("*.json"))[:MOST_FILES]:
            try:
                return enrolment.read(path)
            except enrolment.UnreadableEnrolment as error:
                trouble = trouble or error
        raise trouble or NoFile("Il n’y a pas de fichier d’inscription sur cette clé.")

    def settle(self, carried: "Enrolment", animator: int, secret: str) -> "Opened":
        """Make this PC the one that ``carried`` says, open it by ``secret``, and return it, open.

        ``secret``: a passphrase that ``animator`` chooses, or a badge, which says itself whose it is. Where there is a
        line, the central hears of it at once: an enrolment that made another PC would leave this one a stranger.
        Raises ``KnownError``; then nothing was written.
        """
        from kiosque.sync.enrolment import bearer  # noqa: PLC0415
        from kiosque.sync.installing import install  # noqa: PLC0415
        from kiosque.sync.refusal import Reason, Refused  # noqa: PLC0415

        badge = read_badge(secret)
        if badge:
            whose = bearer(carried, badge_key(badge))
            if whose is None:
                raise NotTheirBadge("Ce badge n’est pas connu pour cet espace. Choisissez une phrase secrète.")
            animator = whose
        install(self._at, carried, secret, animator=animator).close()
        opened = self._post.unlock(secret)
        self._post.try_now()
        if self._post.unknown:
            self._undo()
            raise Refused(Reason.USED, "the central does not know who claims it")
        return opened

    def _undo(self) -> None:
        """Take away what was made of this PC: it may be enrolled anew."""
        self._post.close()
        # The key last: a journal without one could not be told from a loss. A copy of an earlier journal stays.
        for name in (KIOSK_DATABASE, f"{KIOSK_DATABASE}-wal", f"{KIOSK_DATABASE}-shm", KIOSK_KEY):
            (self._at / name).unlink(missing_ok=True)
        with suppress(OSError):
            self._at.rmdir()


def badge_key(badge: bytes) -> bytes:
    """Return the public key of a badge's secret."""
    from kiosque.db.holder import code_seed, public_of  # noqa: PLC0415
    from kiosque.domain.opener import BADGE  # noqa: PLC0415

    return public_of(code_seed(BADGE, badge))


def nobody(way: str) -> KnownError:
    """Return why nobody answered, given the ``way`` out of this machine, empty when there is none."""
    if not way:
        return NoNetwork("Ce poste n’a pas de réseau. Vérifiez le câble ou le Wi-Fi, ou prenez une clé USB.")
    return NobodyAnswers("Rien ne répond à cette adresse. Relisez-la, puis réessayez.")


def address_of(text: str) -> str:
    """Return the address in what was typed: spaces, capitals and a missing ``https://`` are forgiven.

    Raises ``NotAnAddress``.
    """
    plain = "".join(text.split())
    told = plain if "://" in plain else f"https://{plain}"
    try:
        parts = urlsplit(told)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        parts, port = urlsplit(""), ""
    known = parts.scheme in {"http", "https"} and parts.hostname and not parts.username
    if not known or parts.query or parts.fragment:
        raise NotAnAddress("Cette adresse ne se lit pas. Elle ressemble à ceci : central.exemple.fr.")
    host = f"[{parts.hostname}]" if ":" in str(parts.hostname) else parts.hostname
    return f"{parts.scheme}://{host}{port}{parts.path.rstrip('/')}"
