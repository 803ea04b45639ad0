"""What headquarters knows of its antennas and of who supports them, read and corrected from the command line."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from kiosque.actions import inputs, numbers
from kiosque.actions.network import corrections, network, partners, surveys
from kiosque.actions.network.antennas import AntennaLine, antennas_on
from kiosque.actions.network.corrections import AntennaSaid
from kiosque.actions.network.partners import Partner
from kiosque.actions.network.surveys import Survey
from kiosque.actions.opening import hours
from kiosque.bootstrap.central import antenna_of, opened


def on(at: Path, day: date) -> tuple[AntennaLine, ...]:
    """Return every antenna as it is on ``day``. Raises ``KnownError``."""
    with opened(at) as store:
        return antennas_on(store, day)


def known(at: Path) -> tuple[tuple[Partner, ...], dict[int, str]]:
    """Return the partners with what they gave, and the codes of the antennas. Raises ``KnownError``."""
    with opened(at) as store:
        return partners.partners(store), {each.id: each.code for each in network.antennas(store)}


def asked(at: Path) -> tuple[tuple[Survey, ...], dict[int, str]]:
    """Return what people answered, and the codes of the antennas. Raises ``KnownError``."""
    with opened(at) as store:
        return surveys.surveys(store), {each.id: each.code for each in network.antennas(store)}


def correct_partner(at: Path, partner: str, *, name: str | None, form: str | None) -> None:
    """Say otherwise what the partner of that name is called, or is. Raises ``KnownError``."""
    with opened(at) as store:
        record = partners.partner_of(store, partner)
        before = next(each for each in partners.partners(store) if each.id == record)
        partners.correct_partner(store, record, label=name or before.name, form=form or before.form)


def correct_support(
    at: Path,
    number: str,
    *,
    share: int | None,
    label: str | None,
    antenna: str | None,
    days: tuple[date | None, date | None],
) -> None:
    """Say otherwise what is given, to whom, and from when to when: only what is said changes. Raises ``KnownError``."""
    with opened(at) as store:
        record, where = numbers.heard(number), antenna_of(store, antenna) if antenna else None
        partners.correct_support(store, record, antenna=where, label=label, first=days[0], last=days[1])
        if share is not None:
            partners.correct_share(store, record, share)


def correct_antenna(
    at: Path,
    antenna: str,
    said: AntennaSaid,
    labels: tuple[str | None, str | None],
    since: date | None = None,
) -> str | None:
    """Say otherwise what the antenna of that code is; ``labels``: which one it bears, instead of which.

    ``since``: from that day on its usual hours are those that are said; None: they were said wrong.

    Return the INSEE code of the commune that was understood, if one was said. Raises ``KnownError``.
    """
    with opened(at) as store:
        record = antenna_of(store, antenna)
        meant = inputs.commune(said.commune) if said.commune else None
        anew = said.hours if since else None
        corrections.correct_antenna(store, record, replace(said, commune=meant, hours=None if anew else said.hours))
        if anew and since:
            hours.say_usual(store, record, anew, since)
        label, instead_of = labels
        if label is not None:
            partners.relabel(store, record, label, instead_of)
    return meant


def correct_survey(at: Path, number: str, *, answers: int | None, teleworkers: int | None, desks: int | None) -> None:
    """Say otherwise what people answered: only what is said changes. Raises ``KnownError``."""
    with opened(at) as store:
        record = numbers.heard(number)
        before = next((each for each in surveys.surveys(store) if each.id == record), None)
        surveys.correct_survey(
            store,
            record,
            answers=(before.answers if before else 0) if answers is None else answers,
            teleworkers=(before.teleworkers if before else 0) if teleworkers is None else teleworkers,
            desks=(before.desks if before else 0) if desks is None else desks,
            needs=before.needs if before else (),
        )


def take_back(at: Path, number: str) -> None:
    """Put what was noted by mistake under that number in the bin. Raises ``KnownError``."""
    with opened(at) as store:
        partners.take_back(store, numbers.heard(number))
