"""Count again what a report says, from the rows as they were pulled. Of the program not a line is used here.

    python tests/reports/recount.py FOLDER ANNEX.ods FIRST LAST DAY

FOLDER: the CSV files and datapackage.json of ``kiosque pull``. DAY: the last day that the report counts. Says what does
not agree, and how many cells do. Not counted again: households that two antennas gave the same card (a card's token
leaves no database), the pace of objectives and that of shared practice, the names of communes,
which partner gives what, which of two shares for just the same days was said last (the files tell no clock: the higher
number is taken).
"""

import csv
import json
import math
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

Row = dict[str, str]
PARIS = ZoneInfo("Europe/Paris")
HIDDEN, LEAST = "·", 5
MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
FLOORS = {"hameau": 15, "village": 18, "bourg": 21, "ville": 24}
# The Restart Project, second revision of its categories: grams, and grams of CO₂, of one object.
FOOTPRINTS = {
    "1": (7600, 99410),
    "3": (460, 14720),
    "4": (6690, 414170),
    "5": (480, 29730),
    "6": (590, 16030),
    "7": (3900, 15600),
    "8": (3150, 262560),
    "16": (1390, 221150),
    "9": (670, 10280),
    "10": (140, 22710),
    "11": (400, 3000),
    "12": (8950, 186500),
    "13": (8720, 123860),
    "14": (1250, 44320),
    "15": (2680, 14960),
    "19": (150, 50510),
    "20": (17700, 109500),
    "21": (3800, 59500),
    "22": (440, 15940),
    "23": (2060, 54650),
    "24": (1650, 26650),
    "25": (12470, 100690),
    "26": (2680, 57580),
    "27": (8600, 35000),
    "29": (2950, 30900),
    "30": (770, 114490),
    "31": (1470, 8130),
    "32": (930, 10400),
    "33": (1990, 51330),
    "34": (6800, 36010),
    "35": (1300, 28290),
    "36": (1280, 17500),
    "38": (3220, 140670),
    "40": (1170, 11000),
    "unpowered_bicycle": (15100, 149600),
    "unpowered_furniture": (29810, 67130),
    "unpowered_jewellery": (60, 59190),
    "unpowered_textile": (750, 20320),
}
MEASURES = {"Heures connues", "Déchets évités", "CO₂ évité"}
"""Hidden with the count that they are of, however much they are."""
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def main(folder: Path, annex: Path, first: date, last: date, day: date) -> int:
    """Compare, say what differs, and return how many cells do."""
    said, counted = Annex(annex), Counted(folder, first, last, day)
    wrong = [*said.against("Rapport", counted.figures())]
    for name, (lines, total) in counted.tables().items():
        wrong += said.against_table(name, lines, total)
    wrong += [*said.against_words("Les objectifs du réseau", counted.objectives())]
    wrong += [*said.against_ranks("Passages par commune", counted.communes())]
    for each in wrong:
        sys.stdout.write(f"{each}\n")
    sys.stdout.write(f"{said.compared} cells agree, {said.hidden} are hidden, {len(wrong)} differ\n")
    return len(wrong)


class Annex:
    """The sheets of a spreadsheet, read as XML: for each, its lines of texts."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as zipped:
            root = ET.fromstring(zipped.read("content.xml"))  # noqa: S314 - of our own making
        self.sheets = {str(sheet.get(f"{_TABLE}name")): [*_lines(sheet)] for sheet in root.iter(f"{_TABLE}table")}
        self.compared = self.hidden = 0

    def against(self, sheet: str, expected: Mapping[str, float]) -> Iterator[str]:
        """Say which figures that stand alone differ."""
        said = {line[0]: line[1] for line in self.sheets[sheet] if len(line) > 1}
        for name, value in expected.items():
            if name in said:
                yield from self._cell(f"{sheet}, {name}", said[name], value, alone=True)
            elif value:
                yield f"{sheet}, {name}: {value} is not told"

    def against_table(
        self, sheet: str, expected: Mapping[str, tuple[float, ...]], total: tuple[float, ...]
    ) -> Iterator[str]:
        """Say which cells of a table differ, and what is told that nobody counted."""
        if sheet not in self.sheets:
            if any(any(line) for line in expected.values()):
                yield f"{sheet}: nothing is told"
            return
        said: dict[str, list[str]] = {}
        for line in self.sheets[sheet][1:]:
            said[line[0]] = [*said.get(line[0], []), *_numbers(line[1:])]
        wanted = dict(expected) | ({"En tout": total} if total else {})
        yield from (f"{sheet}: {name} is told, and was not counted" for name in said.keys() - wanted.keys())
        for name, values in wanted.items():
            if name not in said:
                yield f"{sheet}: {name} is not told"
                continue
            for place, (told, value) in enumerate(zip(said[name], values, strict=True)):
                yield from self._cell(f"{sheet}, {name}, {place}", told, value)
        yield from self._alone(sheet, said)

    def against_words(self, sheet: str, expected: Mapping[str, int]) -> Iterator[str]:
        """Say which objectives have another value; they are told in words (*1 162*, *94 %*, *moins de 5*)."""
        said = {line[0]: line[2] for line in self.sheets.get(sheet, [])[1:]}
        for name, value in expected.items():
            told = "".join(each for each in said.get(name, "") if each.isdigit())
            if name in said and "moins" not in said[name] and told != str(value):
                yield f"{sheet}, {name}: {said[name]} is told, {value} was counted"
            self.compared += name in said

    def against_ranks(self, sheet: str, counts: list[int]) -> Iterator[str]:
        """Say whether the communes that are named have other counts than the greatest, or the whole is another."""
        lines = self.sheets.get(sheet, [])[1:]
        told = [int(line[1]) for line in lines if line[1] != HIDDEN and line[0].endswith(")")]
        if told != counts[: len(told)]:
            yield f"{sheet}: {told} is told, {counts[: len(told)]} was counted"
        parts = [int(line[1]) for line in lines if line[1] != HIDDEN and line[0] != "En tout"]
        whole = [int(line[1]) for line in lines if line[0] == "En tout" and line[1] != HIDDEN]
        if whole and len(parts) == len(lines) - 1 and sum(parts) != whole[0]:
            yield f"{sheet}: the parts are {sum(parts)}, the whole is {whole[0]}"
        self.compared += len(told)

    def _cell(self, where: str, told: str, value: float, *, alone: bool = False) -> Iterator[str]:
        if told == HIDDEN:
            self.hidden += 1
            if where.split(", ")[1] not in MEASURES and (value == 0 or (alone and value >= LEAST)):
                yield f"{where}: {value} is hidden"
        elif abs(float(told) - value) > 0.0006:
            yield f"{where}: {told} is told, {value} was counted"
        else:
            self.compared += 1

    def _alone(self, sheet: str, said: Mapping[str, list[str]]) -> Iterator[str]:
        """Say which hidden cell a total would tell: one that is hidden alone in its column."""
        if "En tout" not in said or sheet == "Interventions par thématique":
            return
        for place, told in enumerate(said["En tout"]):
            column = [line[place] for name, line in said.items() if name != "En tout"]
            if told != HIDDEN and column.count(HIDDEN) == 1:
                yield f"{sheet}: column {place} hides one cell alone"


def _lines(sheet: ET.Element) -> Iterator[list[str]]:
    for row in sheet.iter(f"{_TABLE}table-row"):
        cells = []
        for cell in row.iter(f"{_TABLE}table-cell"):
            number = cell.get(f"{_OFFICE}value")
            cells.append(number if number is not None else "".join(cell.itertext()))
        yield cells


def _numbers(cells: Iterable[str]) -> list[str]:
    return [cell for cell in cells if cell == HIDDEN or cell.replace(".", "", 1).isdigit()]


class Counted:
    """What the rows say, of the days from ``first`` to ``last``."""

    def __init__(self, folder: Path, first: date, last: date, day: date) -> None:
        self.folder, self.first, self.last, self.day = folder, first, last, day
        described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        self.labels = {
            (each["path"].removesuffix(".csv"), field["name"]): field["codes"]
            for each in described["resources"]
            for field in each["schema"]["fields"]
            if "codes" in field
        }
        self.antennas = {row["id"]: row for row in self.rows("antenna")}
        self.places = {row["id"]: row["antenna"] for row in self.rows("permanence")}
        self.stands = self._people()

    def rows(self, name: str, at: str = "") -> list[Row]:
        """Return the rows of a table; with ``at``, those whose time is within the days."""
        with (self.folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
            found = list(csv.DictReader(stream))
        return [row for row in found if not at or (row[at] and self.first <= _day(row[at]) <= self.last)]

    # ----- what stands alone ------------------------------------------------------------------------------------------

    def figures(self) -> dict[str, float]:
        """Return each figure by its name in the report."""
        visits = self.rows("visit", "started_at")
        people, households = self.people(visits)
        uses, desks = self.uses(), {row["id"]: row for row in self.rows("desk") if row["form"] == "coworking"}
        known = [row for row in uses if row["ended_at"] and row["at_closing"] != "true"]
        repairs, weight, co2, uncounted = self.repaired()
        costs = [row for row in self.rows("cost") if self.first <= _day(row["started_at"]) and self._within(row)]
        across = [
            row
            for row in self.rows("cost")
            if _at(row["started_at"]) < self._end() and _at(row["ended_at"]) > self._start() and row not in costs
        ]
        return {
            "Heures de permanence": sum(self.seconds(self.first, self.last).values()) / 3600,
            "Permanences": len(self.permanences()),
            "Passages": len(visits),
            "Interventions": len(self.rows("intervention", "given_at")),
            "Ateliers": len(self.rows("workshop", "started_at")),
            "Participations": len(self.attended()),
            "Personnes": people,
            "Foyers": households,
            "Passages anonymes": sum(not row["visitor"] for row in visits),
            "Places de coworking": len(desks),
            "Antennes qui en ont": len({row["antenna"] for row in desks.values()}),
            "Fois où une place a servi": len(uses),
            "Heures connues": sum(_at(row["ended_at"]) - _at(row["started_at"]) for row in known) / 3600,
            "Fois sans départ noté": len(uses) - len(known),
            "Réparations": len(repairs),
            "Objets": len({self._object(row) for row in repairs}),
            "Déchets évités": weight / 1000,
            "CO₂ évité": co2 / 1000,
            "Réparés, sans chiffre connu": uncounted,
            "Investissement": _cents(row for row in costs if row["nature"] == "investment"),
            "Fonctionnement": _cents(row for row in costs if row["nature"] == "running"),
            "Coûts en tout": _cents(costs),
            "En partie hors période, non compté": _cents(across),
            "Promis au-delà des coûts": self.beyond(costs),
        }

    # ----- tables -----------------------------------------------------------------------------------------------------

    def tables(self) -> dict[str, tuple[dict[str, tuple[float, ...]], tuple[float, ...]]]:
        """Return the lines of each table by their first cell, and its total."""
        visits, helps = self.rows("visit", "started_at"), self.rows("intervention", "given_at")
        return {
            "Les chiffres par antenne": self.by_place(visits, helps),
            "Mois par mois": self.by_month(visits, helps),
            "Heures par semaine": (self.hours(), ()),
            "Interventions par thématique": (
                self.coded("intervention", "themes", (each for row in helps for each in set(row["themes"].split()))),
                (len(helps),),
            ),
            "Interventions par organisme": (
                self.coded("intervention", "service", (row["service"] for row in helps), "Aucun organisme"),
                (len(helps),),
            ),
            "Passages par âge": (
                self.coded("visit", "age_band", (row["age_band"] or "non_communique" for row in visits)),
                (len(visits),),
            ),
            "Passages par activité": (
                self.coded("visit", "sector", (row["sector"] for row in visits), "Pas pour une entreprise"),
                (len(visits),),
            ),
            "Réparations par résultat": (
                self.coded("repair", "outcome", (row["outcome"] for row in self.repaired()[0]), "Non précisé"),
                (len(self.repaired()[0]),),
            ),
            "Les programmes": (self.programmes(helps), ()),
            "Les coûts": (self.costs(), (self.figures()["Coûts en tout"],)),
            "La part des financeurs": (self.shares(), ()),
        }

    def by_place(self, visits: list[Row], helps: list[Row]) -> tuple[dict[str, tuple[float, ...]], tuple[float, ...]]:
        """Return the figures of each antenna that was open or did anything."""
        held, seconds = self.permanences(), self.seconds(self.first, self.last)
        found: dict[str, tuple[float, ...]] = {}
        for antenna, row in self.antennas.items():
            here = [each for each in visits if self.places.get(each["permanence"]) == antenna]
            workshops = {each["id"] for each in self.rows("workshop", "started_at") if each["antenna"] == antenna}
            people, households = self.people(each for each in here if _day(each["started_at"]) <= self.day)
            line = (
                sum(each["antenna"] == antenna for each in held),
                seconds[antenna] / 3600,
                len(here),
                sum(self.places.get(each["permanence"]) == antenna for each in helps),
                people,
                households,
                len(workshops),
                sum(each["workshop"] in workshops for each in self.attended()),
            )
            # One that is planned for later is told on the map alone.
            if any(line) or self._days_open(row, self._begun(row["id"])) > 0:
                found[row["name"]] = line
        whole = self.figures()
        names = ("Permanences", "Heures de permanence", "Passages", "Interventions", "Personnes", "Foyers", "Ateliers")
        return found, (*(whole[name] for name in names), whole["Participations"])

    def by_month(self, visits: list[Row], helps: list[Row]) -> tuple[dict[str, tuple[float, ...]], tuple[float, ...]]:
        """Return the figures of each month; nothing when there is only one."""
        months = sorted({(day.year, day.month) for day in self._days()})
        found: dict[str, tuple[float, ...]] = {}
        for year, month in months:
            days = [day for day in self._days() if (day.year, day.month) == (year, month)]
            inside = range(days[0].toordinal(), days[-1].toordinal() + 1)
            line = (
                sum(_day(row["started_at"]).toordinal() in inside for row in visits),
                sum(_day(row["given_at"]).toordinal() in inside for row in helps),
                sum(self.seconds(days[0], days[-1]).values()) / 3600,
            )
            if any(line):
                found[f"{MONTHS[month - 1]} {year}"] = line
        whole = self.figures()
        total = (whole["Passages"], whole["Interventions"], whole["Heures de permanence"])
        return (found, total) if len(found) > 1 else ({}, ())

    def hours(self) -> dict[str, tuple[float, ...]]:
        """Return the hours of a week of each antenna, and its floor."""
        found: dict[str, tuple[float, ...]] = {}
        seconds = self.seconds(self.first, self.last)
        for antenna, row in self.antennas.items():
            days = self._days_open(row, self._begun(antenna))
            if days > 0:
                found[row["name"]] = (seconds[antenna] * 7 // days / 3600, *self._floor(row))
        return found

    def coded(self, table: str, field: str, codes: Iterable[str], without: str = "") -> dict[str, tuple[float, ...]]:
        """Return how many have each code, by its words."""
        labels = self.labels[table, field]
        return {labels.get(code, code) if code else without: (count,) for code, count in Counter(codes).items()}

    def programmes(self, helps: list[Row]) -> dict[str, tuple[float, ...]]:
        """Return the help and the attendances of each programme that ran."""
        lists = ("themes", "services", "age_bands", "statuses", "sectors")
        found: dict[str, tuple[float, ...]] = {}
        for row in self.rows("programme"):
            rule = {name: set(row[name].split()) for name in lists if row[name]}
            if not self._overlaps(row):
                continue

            def takes(
                said: Mapping[str, str], programme: str, at: str, row: Row = row, rule: dict[str, set[str]] = rule
            ) -> bool:
                by_rule = bool(rule) and _runs(row, _day(at))
                by_rule = by_rule and all(wanted & set(said[name].split()) for name, wanted in rule.items())
                return by_rule or programme == row["id"]

            given = sum(
                takes(each | {"services": each["service"]}, each["programme"], each["given_at"]) for each in helps
            )
            came = sum(
                takes(
                    {
                        "themes": held["theme"],
                        "services": "",
                        "age_bands": who["age_band"],
                        "statuses": who["status"],
                        "sectors": who["sector"],
                    },
                    held["programme"],
                    held["started_at"],
                )
                for held, who in self.came()
            )
            found[row["name"]] = (given, came)
        return found

    def costs(self) -> dict[str, tuple[float, ...]]:
        """Return the amounts by what they are for."""
        found: dict[str, tuple[float, ...]] = {}
        rows = sorted(self.rows("cost"), key=lambda row: (row["nature"], row["started_at"], int(row["id"])))
        for row in rows:
            if self.first <= _day(row["started_at"]) and self._within(row):
                found[row["label"]] = (*found.get(row["label"], ()), int(row["amount"]) / 100)
        return found

    def shares(self) -> dict[str, tuple[float, ...]]:
        """Return the share, what it is of and what it comes to, of each partner: investment, then running."""
        names = {row["id"]: row["name"] for row in self.rows("partner")}
        found: dict[str, tuple[float, ...]] = {}
        for nature in ("investment", "running"):
            bases: Counter[tuple[str, int]] = Counter()
            for cost in self.rows("cost"):
                if cost["nature"] == nature and self.first <= _day(cost["started_at"]) and self._within(cost):
                    for who, share in self.promised(cost).items():
                        bases[who, share] += int(cost["amount"])
            for who, share in sorted(bases, key=lambda key: (names[key[0]], key[1])):
                base = bases[who, share]
                amount = (base * share + 50) // 100
                found[names[who]] = (*found.get(names[who], ()), share, base / 100, amount / 100)
        return found

    def promised(self, cost: Row) -> dict[str, int]:
        """Return the one share of a cost that each partner pays: narrow dates before wide ones, late before early."""
        known, day = {row["id"] for row in self.rows("partner")}, _day(cost["started_at"])
        best: dict[str, tuple[tuple[float, float, int], int]] = {}
        for row in self.rows("support"):
            if row["nature"] != cost["nature"] or not row["share"] or row["antenna"] or row["partner"] not in known:
                continue
            if _runs(row, day):
                start = _at(row["started_at"]) if row["started_at"] else -math.inf
                end = _at(row["ended_at"]) if row["ended_at"] else math.inf
                rank = (start - end, start, int(row["id"]))
                best[row["partner"]] = max(best.get(row["partner"], (rank, 0)), (rank, int(row["share"])))
        return {who: share for who, (_, share) in best.items()}

    def beyond(self, costs: Iterable[Row]) -> float:
        """Return what the shares of each cost together are above it."""
        above = ((int(cost["amount"]), sum(self.promised(cost).values()) - 100) for cost in costs)
        return sum((amount * share + 50) // 100 for amount, share in above if share > 0) / 100

    def communes(self) -> list[int]:
        """Return how many came from each commune, the most first."""
        named = Counter(row["commune"] for row in self.rows("visit", "started_at") if row["commune"])
        return sorted(named.values(), reverse=True)

    def objectives(self) -> dict[str, int]:
        """Return what each objective has come to, but that of shared practice."""
        labels, found = self.labels["objective", "objective"], dict[str, int]()
        for row in sorted(self.rows("objective"), key=lambda row: (row["started_at"], int(row["id"]))):
            if _day(row["started_at"]) <= self.day and row["objective"] != "practice":
                found[labels[row["objective"]]] = self._reached(row["objective"], _day(row["started_at"]))
        return found

    def _reached(self, code: str, first: date) -> int:
        if code in {"people", "households"}:
            came = (row for row in self.rows("visit") if first <= _day(row["started_at"]) <= self.day)
            return self.people(came)[code == "households"]
        here = [row for row in self.antennas.values() if _runs(row, self.day)]
        counting: dict[str, Callable[[], int]] = {
            "spaces": lambda: len(here),
            "animators": self._trained,
            "interventions": lambda: self._given(first),
            "programmes": lambda: sum(_runs(row, self.day) for row in self.rows("programme")),
            "coworking": lambda: sum(row["id"] in self._coworking() for row in here),
            "hours": lambda: self._at_floor(here),
        }
        return counting[code]()

    def _given(self, first: date) -> int:
        years = (date(year, first.month, first.day) for year in range(first.year, self.day.year + 1))
        begins = max(day for day in years if day <= self.day)
        return sum(begins <= _day(row["given_at"]) <= self.day for row in self.rows("intervention"))

    def _coworking(self) -> set[str]:
        return {row["antenna"] for row in self.rows("desk") if row["form"] == "coworking"}

    def _at_floor(self, here: list[Row]) -> int:
        monday = self.day - timedelta(days=self.day.weekday())
        held = self.seconds(monday - timedelta(days=28), monday - timedelta(days=1))
        weeks = {row["id"]: min(4, max(1, (monday - self._begun(row["id"])).days // 7)) for row in here}
        kept = sum(
            held[row["id"]] // weeks[row["id"]] >= self._floor(row)[0] * 3600 for row in here if self._floor(row)
        )
        return 100 * kept // len(here) if here else 0

    def _trained(self) -> int:
        followed: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows("training"):
            for who in row["animators"].split():
                followed[who].append(row)
        local = (followed[row["id"]] for row in self.rows("animator") if row["antenna"])
        return sum(
            sum(int(row["hours"] or 0) for row in several) >= 21
            and {"mediation", "donnees"} <= {row["subject"] for row in several}
            for several in local
        )

    # ----- rows -------------------------------------------------------------------------------------------------------

    def permanences(self) -> list[Row]:
        """Return the permanences that begin in the period, as headquarters decided or as was noted."""
        return [row for row in self.rows("permanence") if self.first <= _day(_began(row)) <= self.last]

    def seconds(self, first: date, last: date) -> Counter[str]:
        """Return how long each antenna was open: the union of its permanences, cut at the ends of the days."""
        low, high = _midnight(first), _midnight(last + timedelta(days=1))
        spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for row in self.rows("permanence"):
            start = max(_at(_began(row)), low)
            end = min(self._ended(row), high)
            if start < end:
                spans[row["antenna"]].append((start, end))
        found: Counter[str] = Counter()
        for antenna, several in spans.items():
            reached = 0
            for start, end in sorted(several):
                found[antenna] += max(0, end - max(start, reached))
                reached = max(reached, end)
        return found

    def people(self, visits: Iterable[Row]) -> tuple[int, int]:
        """Return how many people came, and how many households."""
        came = {self.stands.get(row["visitor"], row["visitor"]) for row in visits if row["visitor"]}
        homes = {self.homes[who] for who in came if self.homes.get(who)}
        return len(came), len(homes)

    def attended(self) -> list[Row]:
        """Return who was seen at a workshop of the period."""
        held = {row["id"] for row in self.rows("workshop", "started_at")}
        return [row for row in self.rows("registration") if row["workshop"] in held and row["state"] == "seen"]

    def came(self) -> Iterator[tuple[Row, Row]]:
        """Give each who came to a workshop: those who were registered, and those who came as a group."""
        held = {row["id"]: row for row in self.rows("workshop", "started_at")}
        yield from ((held[row["workshop"]], row) for row in self.attended())
        groups = {row["id"]: row["workshop"] for row in self.rows("group") if row["workshop"] in held}
        yield from ((held[groups[row["group"]]], row) for row in self.rows("visit") if row["group"] in groups)

    def uses(self) -> list[Row]:
        """Return each time that a coworking place was taken."""
        desks = {row["id"] for row in self.rows("desk") if row["form"] == "coworking"}
        return [row for row in self.rows("desk_use", "started_at") if row["desk"] in desks]

    def repaired(self) -> tuple[list[Row], int, int, int]:
        """Return the repairs, the grams of waste and of CO₂ that were avoided, and the objects without a figure."""
        items = {row["id"]: row for row in self.rows("item")}
        repairs = [row for row in self.rows("repair", "repaired_at") if row["item"] in items]
        repairs.sort(key=lambda row: (_at(row["repaired_at"]), int(row["id"])))
        last = {self._object(row): row for row in repairs}
        weight = co2 = uncounted = 0
        for row in last.values():
            item = items[row["item"]]
            if row["outcome"] != "1":
                continue
            known, weighed = FOOTPRINTS.get(item["category"]), int(item["weight"] or 0)
            unpowered = item["category"].startswith("unpowered_")
            if known and not (weighed and unpowered):
                grams, made = weighed or known[0], known[1]
            elif weighed:
                grams, made = weighed, round(weighed * (17.70147059 if unpowered else 32.06679233))
            else:
                uncounted += 1
                continue
            weight, co2 = weight + grams, co2 + made // 2
        return repairs, weight, co2, uncounted

    # ----- small things -----------------------------------------------------------------------------------------------

    def _object(self, repair: Row) -> str:
        return next(row["origin"] or row["id"] for row in self.rows("item") if row["id"] == repair["item"])

    def _ended(self, permanence: Row) -> int:
        said = permanence.get("decided_until") or permanence["ended_at"]
        if said:
            return _at(said)
        times = [_at(permanence["started_at"])]
        for table, fields in (("visit", ("started_at", "ended_at")), ("intervention", ("given_at",))):
            rows = (row for row in self.rows(table) if row["permanence"] == permanence["id"])
            times += [_at(row[field]) for row in rows for field in fields if row[field]]
        return max(times)

    def _people(self) -> dict[str, str]:
        """Return who stands for each visitor that links join; note where each person lives."""
        said: dict[frozenset[str], str] = {}
        for row in self.rows("link"):
            if row["one"] and row["other"]:
                said[frozenset((row["one"], row["other"]))] = row["verdict"]
        stands: dict[str, str] = {}
        for ends, verdict in said.items():
            if verdict == "same":
                together = {stands.get(end, end) for end in ends}
                least = min(together, key=int)
                for who in ends | {who for who, found in stands.items() if found in together}:
                    stands[who] = least
        self.homes: dict[str, str] = {}
        for row in sorted(self.rows("visitor"), key=lambda row: int(row["household"] or 0), reverse=True):
            if row["household"]:
                self.homes[stands.get(row["id"], row["id"])] = row["household"]
        return stands

    def _begun(self, antenna: str) -> date:
        """Return the Monday of the first permanence of an antenna that is known at all."""
        known = [_day(row["started_at"]) for row in self.rows("permanence") if row["antenna"] == antenna]
        first = min(known, default=self.first)
        return first - timedelta(days=first.weekday())

    def _days_open(self, antenna: Row, begun: date) -> int:
        opens = max(self.first, begun)
        opens = max(opens, _day(antenna["started_at"])) if antenna["started_at"] else opens
        closes = _day(antenna["ended_at"]) - timedelta(days=1) if antenna["ended_at"] else self.day
        return (min(self.day, closes) - opens).days + 1

    def _floor(self, antenna: Row) -> tuple[float, ...]:
        return (FLOORS[antenna["size"]],) if antenna["size"] in FLOORS else ()

    def _within(self, row: Row) -> bool:
        return bool(row["ended_at"]) and _at(row["ended_at"]) <= self._end()

    def _overlaps(self, row: Row) -> bool:
        begins = not row["started_at"] or _at(row["started_at"]) < self._end()
        return begins and (not row["ended_at"] or _at(row["ended_at"]) > self._start())

    def _start(self) -> int:
        return _midnight(self.first)

    def _end(self) -> int:
        return _midnight(self.last + timedelta(days=1))

    def _days(self) -> Iterator[date]:
        return (self.first + timedelta(days=place) for place in range((self.last - self.first).days + 1))


def _began(permanence: Row) -> str:
    return permanence.get("decided_from") or permanence["started_at"]


def _runs(row: Row, day: date) -> bool:
    at = _midnight(day)
    return (not row["started_at"] or _at(row["started_at"]) <= at) and (
        not row["ended_at"] or at < _at(row["ended_at"])
    )


def _midnight(day: date) -> int:
    return int(datetime.combine(day, time(), PARIS).timestamp())


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def _at(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


def _cents(rows: Iterable[Row]) -> float:
    return sum(int(row["amount"]) for row in rows) / 100


if __name__ == "__main__":
    FOLDER, ANNEX, *DATES = sys.argv[1:]
    sys.exit(min(1, main(Path(FOLDER), Path(ANNEX), *map(date.fromisoformat, DATES))))
