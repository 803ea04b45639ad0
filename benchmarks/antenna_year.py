"""The workload of the sync's figures: one antenna-year and the day after it, as entries, drawn from a seed.

The counts are those of the peers' benchmark that the bars come from: 190 visitors, 625 interventions, 2,000 visits, 150
permanences, 50 workshops, 400 registrations, 3,415 records in all; then a day of 15 new records and 3 updates. One
entry a record, as a receiver without history would keep them; or *as lived*, where departures and closings are
entries of their own. People, names and communes are the demo's, which come from real frequencies.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from kiosque.demo.population import Person, populate
from kiosque.domain import codes, records
from kiosque.domain.card import RANDOM_BYTES, card_code
from kiosque.domain.kinds import Kind
from kiosque.journal.entry import Entry, Value, entry_id

VISITORS, INTERVENTIONS, VISITS, PERMANENCES, WORKSHOPS, REGISTRATIONS = 190, 625, 2000, 150, 50, 400
RECORDS = VISITORS + INTERVENTIONS + VISITS + PERMANENCES + WORKSHOPS + REGISTRATIONS

YEAR, COMMUNE, DEVICE, CENTRAL = 2026, "26220", 1_234_567, 345_678
ANTENNA = entry_id(CENTRAL, 1)
ANIMATORS = tuple(entry_id(CENTRAL, number) for number in (2, 3, 4))
MINUTE, HOUR = 60, 3600
MANY = 1 << 20
"""More entries than a year has."""


@dataclass(frozen=True)
class Where:
    """Whose year it is: a device's number, its antenna's record, and those of the animators who come there."""

    device: int
    antenna: int
    animators: tuple[int, ...]


SOMEWHERE = Where(DEVICE, ANTENNA, ANIMATORS)

NOTED = 0.75
"""Share of interventions with a note, of 8 to 80 letters."""

WORDS = (  # noqa: SIM905 - reads better than a hundred quotes
    "dossier demande CAF impôts carte grise retraite attestation droits mot de passe oublié compte ameli pièce "
    "identité justificatif imprimé scanné courrier rendez-vous préfecture MSA CPAM actualisation inscription "
    "formulaire en ligne relance réponse attendue revenir avec document manquant relevé bancaire adresse "
    "changement logement aide APL prime allocation handicap renouvellement permis passeport succession "
    "déclaration revenus avis quittance facture énergie chèque eau internet box téléphone tablette prise en main "
    "boîte mail pièce jointe photo signature accompagnement complet à suivre orienté vers assistante sociale "
    "mairie médecin mutuelle carte vitale mise à jour création espace personnel identifiant provisoire code reçu "
    "par SMS vérifié envoyé transmis validé refusé bloqué erreur site indisponible rappeler la semaine prochaine "
    "le monsieur madame sa fille son fils lecture difficile fait urgent"
).split()

TITLES = (
    "Découvrir l’ordinateur",
    "Ma boîte mail",
    "FranceConnect pas à pas",
    "Sécurité et arnaques",
    "Photos et smartphone",
    "Déclarer ses revenus",
    "Généalogie en ligne",
    "Astronomie en famille",
    "Mon espace santé",
)


@dataclass(frozen=True)
class Known:
    """A visitor whom the counter recognises."""

    id: int
    person: Person


class AntennaYear:
    """Draws the entries of one device, in the order in which they were written."""

    def __init__(self, seed: str, where: Where = SOMEWHERE, *, as_lived: bool = False) -> None:
        """``where`` changes who writes and what is referred to, and nothing of what is drawn."""
        self.entries: list[Entry] = []
        self._where = where
        self._rng = random.Random(seed)
        self._as_lived = as_lived
        self._people = iter(populate(self._rng, COMMUNE, YEAR, 4 * VISITORS))
        self._visitors: list[Known] = []
        self._often: list[float] = []
        self._permanence = self._visit = self._workshop = 0
        self._reasons = [code.code for code in codes.VISIT_REASONS]
        self._themes = [code.code for code in codes.THEMES]
        self._services = [code.code for code in codes.SERVICES]

    def year(self) -> list[Entry]:
        """Draw the antenna-year, and return its entries."""
        return self.beginning(MANY)

    def beginning(self, count: int) -> list[Entry]:
        """Draw the first ``count`` entries of the year, all of them when there are fewer, and return them."""
        for number, day in enumerate(islice(_open_days(date(YEAR, 1, 5)), PERMANENCES)):
            if len(self.entries) >= count:
                break
            self._day(day, number, PERMANENCES)
        del self.entries[count:]
        return self.entries

    def day_after(self) -> list[Entry]:
        """Draw the day after the year: 15 new records and 3 updates, and return its entries."""
        before = len(self.entries)
        opened = self._moment(date(YEAR, 12, 31), 9)
        self._open(opened)
        for step in range(8):
            self._arrive(opened + step * HOUR // 2, self._known())
        self._new_visitor(opened + 4 * HOUR)
        for step in range(4):
            self._help(opened + (5 + step) * HOUR // 2, self._known())
        self._register(opened + 5 * HOUR, self._known())
        at = opened + 6 * HOUR
        helped = [entry.record for entry in self.entries if entry.kind == records.INTERVENTION.number]
        asked = [entry.record for entry in self.entries if entry.kind == records.REGISTRATION.number]
        self._say(records.VISITOR, at, self._visitors[17].id, family_name="Chastel")
        self._say(records.INTERVENTION, at + MINUTE, helped[600], note="Dossier complet, attestation envoyée")
        self._say(records.REGISTRATION, at + 2 * MINUTE, asked[-2], state="noshow")
        return self.entries[before:]

    def _day(self, day: date, number: int, days: int) -> None:
        def share(of: int) -> int:
            return of * (number + 1) // days - of * number // days

        opened = self._moment(day, 9)
        closed = self._moment(day, 17)
        self._open(opened, closed)
        # Most of the year's visitors come for the first time in its first months.
        new = min(3, VISITORS - len(self._visitors)) if number < VISITORS // 3 + 1 else 0
        moments = [(self._during(opened, closed), self._first_visit) for _ in range(new)]
        moments += [(self._during(opened, closed), self._arrival) for _ in range(share(VISITS))]
        moments += [(self._during(opened, closed), self._intervention) for _ in range(share(INTERVENTIONS))]
        if share(WORKSHOPS):
            self._plan(opened, day)
        moments += [(self._during(opened, closed), self._registration) for _ in range(share(REGISTRATIONS))]
        if not self._visitors:
            self._new_visitor(opened)
        for at, act in sorted(moments, key=lambda moment: moment[0]):
            act(at)
        if self._as_lived:
            self._say(records.PERMANENCE, closed, self._permanence, times=(opened, closed))

    def _open(self, opened: int, closed: int | None = None) -> None:
        end = None if self._as_lived else closed or opened + 8 * HOUR
        animator = self._rng.choices(self._where.animators, (6, 3, 1))[0]
        times = (opened, end)
        self._permanence = self._say(
            records.PERMANENCE, opened, antenna=self._where.antenna, animator=animator, times=times
        )

    def _first_visit(self, at: int) -> None:
        self._new_visitor(at)

    def _arrival(self, at: int) -> None:
        self._arrive(at, self._known())

    def _intervention(self, at: int) -> None:
        self._help(at, self._known())

    def _registration(self, at: int) -> None:
        self._register(at, self._known())

    def _new_visitor(self, at: int) -> None:
        person = next(self._people)
        band = codes.age_band(person.birth_year, YEAR)
        visitor = self._say(
            records.VISITOR,
            at,
            card=card_code(self._rng.randbytes(RANDOM_BYTES)),
            given_name=person.given_name,
            family_name=person.family_name,
            birth_year=person.birth_year,
            age_band=band,
            commune=person.commune,
        )
        self._visitors.append(Known(visitor, person))
        self._often.append(self._rng.expovariate(1) + 0.05)

    def _arrive(self, at: int, known: Known) -> None:
        left = at + self._rng.randrange(3 * MINUTE, 120 * MINUTE)
        self._visit = self._say(
            records.VISIT,
            at,
            permanence=self._permanence,
            visitor=known.id,
            times=(at, None if self._as_lived else left),
            reason=self._rng.choices(self._reasons, (20, 30, 10, 20, 5, 15))[0],
            age_band=codes.age_band(known.person.birth_year, YEAR),
            commune=known.person.commune,
        )
        if self._as_lived:
            self._say(records.VISIT, at + MINUTE, self._visit, times=(at, left))

    def _help(self, at: int, known: Known) -> None:
        duration = self._rng.choice((5, 10, 10, 15, 15, 20, 20, 30, 30, 45, 60))
        self._say(
            records.INTERVENTION,
            at,
            permanence=self._permanence,
            animator=self._rng.choices(self._where.animators, (6, 3, 1))[0],
            visits=(self._visit,) if self._visit and self._rng.random() < NOTED else None,
            visitors=(known.id,),
            given_at=at,
            duration=duration,
            themes=tuple(self._rng.sample(self._themes, self._rng.choice((1, 1, 1, 2)))),
            service=self._rng.choice(self._services),
            place=codes.HERE,
            age_bands=(codes.age_band(known.person.birth_year, YEAR),),
            communes=(known.person.commune,),
            note=self._note() if self._rng.random() < NOTED else None,
        )

    def _plan(self, at: int, day: date) -> None:
        starts = self._moment(day + timedelta(days=self._rng.randrange(7, 30)), 14) // HOUR * HOUR
        self._workshop = self._say(
            records.WORKSHOP,
            at,
            antenna=self._where.antenna,
            animator=self._rng.choice(self._where.animators),
            title=self._rng.choice(TITLES),
            theme=self._rng.choice(self._themes),
            times=(starts, starts + self._rng.choice((60, 90, 120)) * MINUTE),
            capacity=self._rng.choice((6, 8, 10, 12)),
        )

    def _register(self, at: int, known: Known) -> None:
        self._say(
            records.REGISTRATION,
            at,
            workshop=self._workshop or None,
            visitor=known.id,
            state=self._rng.choices(("unknown", "seen", "noshow", "excused"), (25, 60, 10, 5))[0],
            age_band=codes.age_band(known.person.birth_year, YEAR),
            commune=known.person.commune,
        )

    def _known(self) -> Known:
        return self._rng.choices(self._visitors, self._often)[0]

    def _note(self) -> str:
        longest = self._rng.randrange(8, 81)
        said = ""
        for word in iter(lambda: self._rng.choice(WORDS), None):
            if len(said) + len(word) >= longest:
                break
            said = f"{said} {word}".strip()
        return said.capitalize()

    def _say(self, kind: Kind, at: int, record: int = 0, **values: Value) -> int:
        number = len(self.entries) + 1
        fields = {kind.field(name): value for name, value in values.items() if value is not None}
        identifier = record or entry_id(self._where.device, number)
        last = max((entry.clock for entry in self.entries if entry.record == record), default=0) if record else 0
        self.entries.append(
            Entry(
                self._where.device,
                number,
                number,
                last,
                at,
                0,
                kind.number,
                identifier,
                {field.number: value for field, value in fields.items() if not field.personal},
                {field.number: value for field, value in fields.items() if field.personal},
            )
        )
        return identifier

    def _moment(self, day: date, hour: int) -> int:
        start = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
        return int(start.timestamp()) + self._rng.randrange(-10 * MINUTE, 15 * MINUTE)

    def _during(self, opened: int, closed: int) -> int:
        return self._rng.randrange(opened, closed)


def _open_days(start: date) -> Iterator[date]:
    """Give the days on which the antenna opens: not on Wednesdays, nor at the end of the week."""
    for number in range(365):
        day = start + timedelta(days=number)
        if day.strftime("%w") in "1245":
            yield day
