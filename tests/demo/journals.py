"""Journals of two plays of one seed, to be compared: what must be random is left out."""

from kiosque.db.store import Store
from kiosque.domain.kinds import Type
from kiosque.domain.records import BY_NUMBER, HOUSEHOLD, VISITOR
from kiosque.journal.entry import Entry, Value, device_of, entry_id, number_of


def journals(stores: list[Store]) -> list[list[object]]:
    """Every entry of each store's own device, with devices by their place and without the codes of cards."""
    places = {stores[0].identity.central: 0} | {store.device: 1 + place for place, store in enumerate(stores)}
    return [[told(entry, places) for entry in store.entries(store.device)] for store in stores]


def told(entry: Entry, places: dict[int, int]) -> object:
    """Return what an entry says, in a form that two plays have in common."""
    kind = BY_NUMBER[entry.kind]
    types = {field.number: field.type for field in kind.all_fields}

    def placed(identifier: int) -> int:
        device = device_of(identifier)
        return entry_id(places[device], number_of(identifier)) if identifier else 0

    def value(number: int, said: Value) -> Value:
        if types[number] is Type.REF and isinstance(said, int):
            return placed(said)
        if types[number] is Type.REFS and isinstance(said, tuple):
            return tuple(placed(each) for each in said if isinstance(each, int))
        return said

    fields = {number: value(number, said) for number, said in {**entry.changes, **entry.personal}.items()}
    if kind in (VISITOR, HOUSEHOLD):
        fields.pop(kind.field("card").number, None)
    return entry.number, entry.clock, entry.base, entry.written_at, placed(entry.author), kind.name, fields
