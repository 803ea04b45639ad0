"""The records of the peers' benchmark as entries of ours: the very same rows, for figures side by side.

Their lines say a whole record again where one field has changed; an entry, as everywhere here, says that field.
What has no field here travels all the same, under field numbers that no program knows: a household, a consent, an
outcome, the note of a permanence. A visitor's card, which they do not have, is not added.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from benchmarks.antenna_year import YEAR, Where
from kiosque.domain import codes, records
from kiosque.domain.kinds import Kind
from kiosque.journal.entry import Entry, Value, entry_id

Record = dict[str, Any]

HOUSEHOLD, CONSENT, OUTCOME, NOTE = 90, 91, 92, 93
"""Numbers of fields that are not declared."""

MINUTE = 60


class TheirYear:
    """Reads the two files of a folder ``data``: the antenna-year, and the day after."""

    def __init__(self, data: Path, where: Where) -> None:
        self._data = data
        self._where = where
        self._entries: list[Entry] = []
        self._ids: dict[str, int] = {}
        self._known: dict[int, dict[int, Value]] = {}
        self._animators: dict[str, int] = {}

    def year(self) -> list[Entry]:
        """Return the year's entries, one a record, in the order of the file."""
        return self._read("ay.jsonl")

    def day_after(self) -> list[Entry]:
        """Return the day's entries: 15 new records, 3 updates."""
        return self._read("delta.jsonl")

    def _read(self, name: str) -> list[Entry]:
        before = len(self._entries)
        for line in (self._data / name).read_text().splitlines():
            record = json.loads(line)
            getattr(self, "_" + record["t"])(record)
        return self._entries[before:]

    def _visitor(self, record: Record) -> None:
        personal = {name: record[name] for name in ("given_name", "family_name", "birth_year")}
        said = {"age_band": codes.age_band(record["birth_year"], YEAR), "commune": record["commune_insee"]}
        household = UUID(record["household_id"]).bytes
        self._say(records.VISITOR, record, {HOUSEHOLD: household, CONSENT: record["consent"]}, {**personal, **said})

    def _intervention(self, record: Record) -> None:
        said = {
            "visitors": (self._ids[record["visitor_id"]],),
            "animator": self._animator(record),
            "service": record["service_code"],
            "themes": (record["theme_code"],),
            "given_at": _seconds(record["started_at"]),
            "duration": record["duration_min"],
            "note": record["note"],
        }
        self._say(records.INTERVENTION, record, {OUTCOME: record["outcome_code"]}, said)

    def _visit(self, record: Record) -> None:
        times = (_seconds(record["arrived_at"]), _seconds(record["left_at"]))
        visitor = self._ids[record["visitor_id"]]
        self._say(records.VISIT, record, {}, {"visitor": visitor, "times": times, "reason": record["purpose_code"]})

    def _permanence(self, record: Record) -> None:
        times = (_seconds(record["opened_at"]), _seconds(record["closed_at"]))
        said: dict[str, Value] = {"antenna": self._where.antenna, "animator": self._animator(record), "times": times}
        self._say(records.PERMANENCE, record, {NOTE: record["note"]}, said)

    def _workshop(self, record: Record) -> None:
        starts = _seconds(record["starts_at"])
        said = {"title": record["title"], "animator": self._animator(record), "capacity": record["capacity"]}
        said["antenna"] = self._where.antenna
        self._say(records.WORKSHOP, record, {}, {**said, "times": (starts, starts + record["duration_min"] * MINUTE)})

    def _attendance(self, record: Record) -> None:
        said = {"workshop": self._ids[record["workshop_id"]], "visitor": self._ids[record["visitor_id"]]}
        self._say(records.REGISTRATION, record, {}, {**said, "state": record["status"]})

    def _animator(self, record: Record) -> int:
        known = self._animators
        return known.setdefault(record["animator_id"], self._where.animators[len(known) % len(self._where.animators)])

    def _say(self, kind: Kind, record: Record, unknown: dict[int, Value], said: dict[str, Value]) -> None:
        number = len(self._entries) + 1
        new = record["id"] not in self._ids
        identifier = self._ids.setdefault(record["id"], entry_id(self._where.device, number))
        # The first 48 bits of their ids are milliseconds (RFC 9562).
        at = (UUID(record["id"]).int >> 80) // 1000
        base = 0 if new else identifier & 0xFFFFFFFF
        fields = {kind.field(name): value for name, value in said.items()}
        changes = {field.number: value for field, value in fields.items() if not field.personal} | unknown
        personal = {field.number: value for field, value in fields.items() if field.personal}
        changes, personal = self._new(identifier, changes), self._new(identifier, personal)
        device = self._where.device
        self._entries.append(Entry(device, number, number, base, at, 0, kind.number, identifier, changes, personal))

    def _new(self, record: int, fields: dict[int, Value]) -> dict[int, Value]:
        """Return those of ``fields`` that the record did not have: their lines say it all, an entry what changes."""
        known = self._known.setdefault(record, {})
        new = {number: value for number, value in fields.items() if number not in known or known[number] != value}
        known.update(fields)
        return new


def _seconds(said: str) -> int:
    return int(datetime.fromisoformat(said).timestamp())
