"""Devices and keys, put together: what headquarters decides about them from the command line."""

import os
from collections.abc import Sequence
from pathlib import Path

from kiosque.actions import numbers
from kiosque.actions.network import keys, network
from kiosque.actions.network.network import Animator
from kiosque.bootstrap.central import Unknown, antenna_of, opened
from kiosque.central import authority, devices, quarantine
from kiosque.central.pages import device_words as words
from kiosque.central.pages.words import moment
from kiosque.db import folder
from kiosque.db.store import Store
from kiosque.domain import spelling
from kiosque.domain.repeated import repeated
from kiosque.reports import devices as report
from kiosque.sync import enrolment, root
from kiosque.sync.enrolment import Enrolment
from kiosque.sync.private_file import write_new


def enrol_by_file(at: Path, *, antenna: str, animator: str, address: str, to: Path) -> None:
    """Enrol a new device at an antenna and write its enrolment file. Raises ``KnownError``."""
    with opened(at) as store:
        if to.exists():
            raise folder.AlreadyThere(f"{to} existe déjà. Rien n’a été changé.")
        # A device whose enrolment cannot be written must not be one: the place is tried first.
        to.touch()
        to.unlink()
        enrolment.write(to, _enrolled(store, antenna, animator, address))


def enrol_by_code(at: Path, *, antenna: str, animator: str, address: str) -> str:
    """Enrol a new device at an antenna; return the one-time code that fetches its enrolment. Raises ``KnownError``."""
    with opened(at) as store:
        return devices.code_for(store, _enrolled(store, antenna, animator, address))


def listed(at: Path) -> tuple[str, ...]:
    """Return a line on each device. Raises ``KnownError``."""
    with opened(at) as store, store.reading() as connection:
        now = store.now()
        return tuple(_line(device, now) for device in report.devices(connection))


def revoke(at: Path, device: int) -> None:
    """Answer nothing that a device asks from now on. Raises ``KnownError``."""
    with opened(at) as store:
        devices.revoke(store, device)


def copies(at: Path) -> tuple[str, ...]:
    """Return a line on each copy of a disk that asks for a number. Raises ``KnownError``."""
    with opened(at) as store:
        now = store.now()
        return tuple(
            f"{words.copy_of(copy.public)}  {words.two_of(copy.device)} Depuis {moment(copy.asked_at, now)}."
            for copy in devices.asking(store)
        )


def approve(at: Path, key: str) -> int:
    """Give the copy whose key starts with ``key`` a number of its own; return it. Raises ``KnownError``."""
    with opened(at) as store:
        found = [copy for copy in devices.asking(store) if key and copy.public.hex().startswith(key.lower())]
        if not found:
            raise Unknown(f"Aucune copie n’attend sous une clé qui commence par «\u00a0{repeated(key)}\u00a0».")
        if len(found) > 1:
            raise Unknown(
                f"Plusieurs copies ont une clé qui commence par «\u00a0{repeated(key)}\u00a0»\u202f: écrivez-en plus."
            )
        return devices.approve(store, found[0].public)


def refused(at: Path) -> tuple[str, ...]:
    """Return a line on each thing that was refused and waits to be looked at. Raises ``KnownError``."""
    with opened(at) as store:
        now = store.now()
        return tuple(
            f"{each.id:>4}  poste {each.device}, {moment(each.arrived_at, now)}\u202f: {words.refusal(each)}"
            for each in quarantine.waiting(store)
        )


def settle(at: Path, refusal: int) -> None:
    """Say that headquarters has looked at what was refused. Raises ``KnownError``."""
    with opened(at) as store:
        if all(each.id != refusal for each in quarantine.waiting(store)):
            raise Unknown(f"Aucun refus n’attend sous le numéro {refusal}.")
        quarantine.settle(store, refusal)


def badge(at: Path, animator: str) -> str:
    """Make a badge for an animator and return its text, which is told this once. Raises ``KnownError``."""
    with opened(at) as store:
        return keys.issue_badge(store, animator_of(store, animator))


def badge_paper(at: Path, animator: str, to: Path) -> None:
    """Make a badge for an animator and write it to the new file ``to``, to be printed and cut out.

    Only this account may read the file: it opens the PCs. Raises ``KnownError``.
    """
    from kiosque.ui.app import application
    from kiosque.ui.papers.badge import Badge
    from kiosque.ui.papers.card import ToCut
    from kiosque.ui.papers.paper import pdf

    # Nothing is shown: a machine without a screen draws as well.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application()
    with opened(at) as store:
        if to.exists():
            raise folder.AlreadyThere("{file} existe déjà. Rien n’a été changé.", file=to)
        # A badge that cannot be written must not be one: the place is tried first.
        write_new(to, b"")
        to.unlink()
        who = animator_of(store, animator)
        text = keys.issue_badge(store, who)
        write_new(to, pdf(ToCut((Badge(text, network.animator_name(store, who)),))))


def recovery(at: Path, device: int) -> str:
    """Return the recovery code of a device, as it is read out. Raises ``KnownError``."""
    with opened(at) as store:
        return "  ".join(words.groups(devices.recovery_code(store, device)))


def rotate(at: Path, root_file: Path) -> int:
    """Make headquarters' next key, signed by the root in ``root_file``; return its serial. Raises ``KnownError``."""
    with opened(at) as store:
        return authority.rotate(store, root.read(root_file))


def retire(at: Path) -> str:
    """Forget the keys that no device uses any more; return what to say. Raises ``KnownError``."""
    with opened(at) as store:
        return words.retired(authority.retire(store))


def restored(at: Path) -> None:
    """Say that this central comes from a backup.

    No other process has it open: each remembers in which life it is. Raises ``KnownError``.
    """
    with opened(at, alone=True) as store:
        authority.restored(store)


def _enrolled(store: Store, antenna: str, animator: str, address: str) -> Enrolment:
    opener, place = animator_of(store, animator), antenna_of(store, antenna)
    return devices.enrol(store, place, address, opener)


def animator_of(store: Store, named: str) -> int:
    """Return the animator of that first name and surname, or of that number (*12-345*). Raises ``Unknown``.

    Case, accents and which of both comes first say nothing; of namesakes none is guessed.
    """
    known = network.animators(store)
    wanted = sorted(spelling.words(named))
    found = [each for each in known if wanted and sorted(spelling.words(each.full_name)) == wanted]
    found = found or [each for each in known if numbers.spoken(each.id) == named.strip()]
    if not found:
        raise Unknown(f"Aucun animateur, aucune animatrice ne s’appelle «\u00a0{repeated(named)}\u00a0».")
    if len(found) > 1:
        raise Unknown(_which(store, named, found))
    return found[0].id


def _which(store: Store, named: str, namesakes: Sequence[Animator]) -> str:
    """Say of people of one name how to say which is meant."""
    places = {each.id: each.name for each in network.antennas(store)}
    found = sorted(namesakes, key=lambda each: (each.antenna is None, places.get(each.antenna or 0, ""), each.id))
    told = (f"{numbers.spoken(each.id)} ({places.get(each.antenna or 0, 'itinérance')})" for each in found)
    who = f"Plusieurs personnes s’appellent «\u00a0{repeated(named)}\u00a0»\u202f: {', '.join(told)}."
    return f"{who} Au lieu du nom, écrivez le numéro de celle qu’il faut."


def _line(device: report.Device, now: int) -> str:
    said = [words.standing(device, now), words.heard(device, now), words.received(device)]
    said += [words.to_come(device)] if device.claimed and not device.revoked else []
    said += [f"clé {device.key}"] if device.key else []
    said += ["une copie attend un numéro"] if device.copies else []
    said += ["un envoi refusé"] if device.refused else []
    return f"{device.number:>5}  {device.antenna_name}\u202f: {', '.join(said)}"
