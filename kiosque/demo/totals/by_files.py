"""The totals as somebody counts who has nothing but the files that headquarters pulled, opened with a spreadsheet."""

import csv
from collections import defaultdict, deque
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path

from kiosque.demo.totals.totals import Totals, a_week

Line = dict[str, str]


def count(pulled: Path) -> Totals:
    """Count the lines of the CSV files in the folder ``pulled``: what is in the bin is not in them."""
    lines = partial(_lines, pulled)
    opened = _opened(pulled)
    seconds = {antenna: _covered(spans) for antenna, spans in opened.items()}
    codes = {line["id"]: line["code"] for line in lines("antenna")}
    weeks: dict[str, set[date]] = defaultdict(set)
    for line in lines("permanence"):
        day = date.fromisoformat(_began(line)[:10])
        weeks[line["antenna"]].add(date.fromordinal(day.toordinal() - day.weekday()))
    held = {line["id"] for line in lines("workshop")}
    came = _came(pulled)
    return Totals(
        permanences=sum(1 for _ in lines("permanence")),
        seconds=sum(seconds.values()),
        visits=sum(1 for _ in lines("visit")),
        interventions=sum(1 for _ in lines("intervention")),
        workshops=len(held),
        attendances=sum(line["state"] == "seen" and line["workshop"] in held for line in lines("registration")),
        people=len(came),
        # The files hold nobody's card: a household is one line.
        households=len(set(filter(None, came))),
        programmes=sum(1 for _ in lines("programme")),
        repairs=sum(1 for _ in lines("repair")),
        hours_per_week={codes[antenna]: a_week(each, len(weeks[antenna])) for antenna, each in seconds.items()},
    )


def _lines(pulled: Path, kind: str) -> Iterator[Line]:
    with (pulled / f"{kind}.csv").open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def _opened(pulled: Path) -> dict[str, list[tuple[int, int]]]:
    """Return when each antenna, by its number, was open."""
    last: dict[str, int] = defaultdict(int)
    for kind, columns in (("visit", ("started_at", "ended_at")), ("intervention", ("given_at",))):
        for line in _lines(pulled, kind):
            moments = [_moment(line[column]) for column in columns if line[column]]
            last[line["permanence"]] = max([last[line["permanence"]], *moments])
    opened: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for line in _lines(pulled, "permanence"):
        start, ended = _moment(_began(line)), line["decided_until"] or line["ended_at"]
        end = _moment(ended) if ended else max(start, last[line["id"]])
        opened[line["antenna"]].append((start, end))
    return opened


def _began(line: Line) -> str:
    """Return when a permanence began, as headquarters decided, or else as it was noted."""
    return line["decided_from"] or line["started_at"]


def _moment(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


def _covered(spans: list[tuple[int, int]]) -> int:
    """Return how many seconds lie in any of the spans: doors that open and close, and how many stand open between."""
    doors = sorted([(start, 1) for start, _ in spans] + [(end, -1) for _, end in spans])
    total = standing = before = 0
    for at, change in doors:
        total += (at - before) * (standing > 0)
        standing += change
        before = at
    return total


def _came(pulled: Path) -> list[str]:
    """Return the household of each person who came, an empty text for who has none."""
    joined: dict[str, list[str]] = defaultdict(list)
    for line in _lines(pulled, "link"):
        if line["verdict"] == "same" and line["one"] and line["other"]:
            joined[line["one"]].append(line["other"])
            joined[line["other"]].append(line["one"])
    left = {line["visitor"] for line in _lines(pulled, "visit")} - {""}
    came, homes = set(left), {line["id"]: line["household"] for line in _lines(pulled, "visitor")}
    found = []
    while left:
        person, ways = set[str](), deque([left.pop()])
        while ways:
            record = ways.popleft()
            if record not in person:
                person.add(record)
                ways.extend(joined[record])
        left -= person
        found.append(min((homes[each] for each in person & came if homes.get(each)), key=int, default=""))
    return found
