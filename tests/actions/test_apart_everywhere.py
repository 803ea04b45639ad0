"""Every action and every query that touches what is kept of a visitor says how it respects who is set apart."""

import ast
from collections.abc import Iterator
from pathlib import Path

import kiosque
from kiosque.domain.kinds import Type
from kiosque.domain.records import BOOKING, INTERVENTION, REGISTRATION, REPAIR, VISITOR, WISH
from kiosque.domain.records.purposes import ANSWER_RIGHTS

ROOT = Path(kiosque.__file__).parent
LAYERS = ("actions", "reports", "central")
WORDS = {
    kind.name: frozenset(field.name for field in kind.fields if field.personal and field.type is Type.TEXT)
    for kind in (REGISTRATION, BOOKING, WISH, INTERVENTION, REPAIR)
}
"""The words that records of others hold about somebody."""

LEFT_OUT = "alive() leaves them out: they are not found, and what is asked of them is refused"
NO_NAME = "the table shows no name, number or day of theirs"
WITHHELD = "asks whether they are set apart, and gives no word of theirs"
REFUSED = "Writer.amend refuses to change what is kept of them"
UNNAMED = "Writer.record writes nothing new that names them"
ANEW = "makes another record, of whoever says it now"
COUNTED = "counts, and says no name"
PROTECTS = "for whoever answers what people ask of their data, and erasing, which they may ask for still"
DECLARES = "names the kind or its fields, and reads nobody"

HOW = {
    "actions.bins._told": NO_NAME,
    "actions.bins.module": DECLARES,
    "actions.corrections.help_of": WITHHELD,
    "actions.corrections.module": NO_NAME,
    "actions.corrections.who_is": LEFT_OUT,
    "actions.coworking.bookings._rows": NO_NAME,
    "actions.coworking.bookings.booking_of": WITHHELD,
    "actions.coworking.bookings.rebook": WITHHELD,
    "actions.coworking.desks.places": NO_NAME,
    "actions.coworking.passes.give": LEFT_OUT,
    "actions.coworking.passes.name_of": LEFT_OUT,
    "actions.coworking.passes.passes": WITHHELD,
    "actions.coworking.printing._came": NO_NAME,
    "actions.coworking.printing._taken": NO_NAME,
    "actions.daybook._helps": NO_NAME,
    "actions.daybook._visits": NO_NAME,
    "actions.done._met_since": COUNTED,
    "actions.equipping.equipment.pieces_where": NO_NAME,
    "actions.equipping.equipment.story": NO_NAME,
    "actions.equipping.loans.lend": LEFT_OUT,
    "actions.equipping.loans.lend_to_card": LEFT_OUT,
    "actions.helping.batch._visits": NO_NAME,
    "actions.inputs.alive": LEFT_OUT,
    "actions.known.anybody_apart": WITHHELD,
    "actions.repairing.machines.allow": LEFT_OUT,
    "actions.repairing.machines.machines": WITHHELD,
    "actions.repairing.repairs._repairs": WITHHELD,
    "actions.visitors.apart._records": PROTECTS,
    "actions.visitors.apart.lift": PROTECTS,
    "actions.visitors.apart.said_of": PROTECTS,
    "actions.visitors.apart.set_apart": PROTECTS,
    "actions.visitors.cards.cards_of": LEFT_OUT,
    "actions.visitors.cards.give_card": REFUSED,
    "actions.visitors.duplicates._people": LEFT_OUT,
    "actions.visitors.keeping._candidates": PROTECTS,
    "actions.visitors.keeping._held": WITHHELD,
    "actions.visitors.erasure._here": PROTECTS,
    "actions.visitors.erasure.erase_person": PROTECTS,
    "actions.visitors.erasure.erase_together": PROTECTS,
    "actions.visitors.finding.module": LEFT_OUT,
    "actions.visitors.homes._let_go": LEFT_OUT,
    "actions.visitors.homes._row": LEFT_OUT,
    "actions.visitors.homes.answer_for": LEFT_OUT,
    "actions.visitors.homes.housemates": LEFT_OUT,
    "actions.visitors.homes.move_in": LEFT_OUT,
    "actions.visitors.homes.move_out": LEFT_OUT,
    "actions.visitors.households.add_member": LEFT_OUT,
    "actions.visitors.households.found_household": REFUSED,
    "actions.visitors.households.members": LEFT_OUT,
    "actions.visitors.households.sign_in_members": LEFT_OUT,
    "actions.visitors.links._called": NO_NAME,
    "actions.visitors.links._require": LEFT_OUT,
    "actions.visitors.links.possible": LEFT_OUT,
    "actions.visitors.people._visitor": LEFT_OUT,
    "actions.visitors.people.correct_person": LEFT_OUT,
    "actions.visitors.people.write_down": ANEW,
    "actions.visitors.profile.describe": LEFT_OUT,
    "actions.visitors.reception._present_at": WITHHELD,
    "actions.visitors.reception.module": WITHHELD,
    "actions.visitors.reception.remember": ANEW,
    "actions.visitors.reception.sign_in_card": WITHHELD,
    "actions.visitors.reception.sign_in_visitor": LEFT_OUT,
    "actions.visitors.recognition._bearing": LEFT_OUT,
    "actions.visitors.recognition.be_found_by_name": LEFT_OUT,
    "actions.visitors.recognition.by_name": LEFT_OUT,
    "actions.visitors.recognition.choose_pictures": REFUSED,
    "actions.visitors.recognition.says_surname": NO_NAME,
    "actions.visitors.visits.depart": NO_NAME,
    "actions.workshops.attendance._arrival": NO_NAME,
    "actions.workshops.attendance._mark": UNNAMED,
    "actions.workshops.registrations._of_visitor": LEFT_OUT,
    "actions.workshops.registrations.enrolled_at": WITHHELD,
    "actions.workshops.registrations.register_card": LEFT_OUT,
    "actions.workshops.wishes.enrol": WITHHELD,
    "actions.workshops.wishes.to_call": WITHHELD,
    "actions.workshops.wishes.wanted": WITHHELD,
    "actions.workshops.workshop_changes.to_tell": WITHHELD,
    "central.looking._somebody": LEFT_OUT,
    "central.pages.activities._registered": WITHHELD,
    "central.pages.rectify._story": LEFT_OUT,
    "central.pages.somebody._known": LEFT_OUT,
    "central.watching._alike": NO_NAME,
    "central.watching._forgotten": PROTECTS,
    "central.watching._slice": COUNTED,
    "central.watching._telling": COUNTED,
    "reports.by_visits._each": COUNTED,
    "reports.by_visits._households": COUNTED,
    "reports.by_visits.met": COUNTED,
    "reports.exports.cells.module": DECLARES,
    "reports.exports.person._said": PROTECTS,
    "reports.exports.person.kept_of": PROTECTS,
    "reports.exports.person.module": DECLARES,
    "reports.exports.rights._called": DECLARES,
    "reports.listing.module": COUNTED,
    "reports.people_lists._ages": COUNTED,
    "reports.person.Housemate": DECLARES,
    "reports.person.housemates": WITHHELD,
}
"""By module and function; what is said outside of any function is ``module``."""


def touching() -> Iterator[str]:
    """Give each function, method's class or module that reads or writes what is kept of a visitor."""
    for layer in LAYERS:
        for path in sorted((ROOT / layer).rglob("*.py")):
            parsed = ast.parse(path.read_text(encoding="utf-8"))
            tables = {
                alias.asname or alias.name
                for node in ast.walk(parsed)
                if isinstance(node, ast.ImportFrom) and node.module == "kiosque.db.records"
                for alias in node.names
            }
            where = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            for node in parsed.body:
                if not isinstance(node, ast.Import | ast.ImportFrom) and _touches(node, tables):
                    yield f"{where}.{getattr(node, 'name', 'module')}"


def _touches(node: ast.stmt, tables: set[str]) -> bool:
    """Whether some of the program names the table or the kind of visitors, or another's with its words of them."""
    named: set[str] = set()
    said: set[str] = set()
    for each in ast.walk(node):
        if isinstance(each, ast.Attribute):
            said.add(each.attr)
            if isinstance(each.value, ast.Name) and each.value.id in {"tables", "records"}:
                named.add(each.attr)
        elif isinstance(each, ast.Name) and (each.id.isupper() or each.id in tables):
            named.add(each.id.lower())
        elif isinstance(each, ast.keyword) and each.arg:
            said.add(each.arg)
    return VISITOR.name in named or any(kind in named and words & said for kind, words in WORDS.items())


def test_whatever_touches_what_is_kept_of_a_visitor_says_how_it_respects_who_is_set_apart() -> None:
    found = set(touching())
    assert sorted(found - HOW.keys()) == [], "say how, in HOW, and prove it in test_apart.py"
    assert sorted(HOW.keys() - found) == [], "this is not there any more"


def test_the_walk_finds_what_it_must() -> None:
    """It would pass for ever if it found nothing."""
    planted = ast.parse("def f(store):\n    return store.all(select(tables.visitor))").body[0]
    other = ast.parse("def f(store, row):\n    return tables.wish, row.phone").body[0]
    harmless = ast.parse("def f(store, row):\n    return tables.wish, row.subject").body[0]
    assert [_touches(each, set()) for each in (planted, other, harmless)] == [True, True, False]


def test_all_that_could_say_who_somebody_is_is_of_a_kind_that_is_walked() -> None:
    """A new kind with words about a visitor is walked too, or it is said here why it is not."""
    from kiosque.domain.records import KINDS  # noqa: PLC0415

    others = {
        kind.name
        for kind in KINDS
        for field in kind.fields
        if field.personal and field.type is Type.TEXT and field.personal != ANSWER_RIGHTS
    }
    # Animators are no visitors; a household's card says no name.
    assert others - {"animator", "household"} == {VISITOR.name, *WORDS}
