"""Pages printed are counted once each, by whom they were printed."""

import pytest

from kiosque.actions.coworking import desks, printing
from kiosque.actions.done import undo
from kiosque.actions.inputs import BadInput
from kiosque.actions.visitors import people, reception, visits
from kiosque.actions.visitors.people import Answers
from kiosque.db.write import Missing
from tests.stores import MONDAY_9_H, Space, folded, meet, rows


def test_who_has_a_place_and_who_has_none_print_and_each_page_counts_once(opened: Space) -> None:
    store, author = opened.store, opened.animator
    table = desks.add_desk(store, label="Table 1", form="coworking", author=author).record
    computer = desks.add_desk(store, label="Ordinateur 1", form="computer", author=author).record
    zoe = people.write_down(store, Answers("Zoé", "Roux"), author=author).record
    seated = reception.sign_in_visitor(store, zoe, author=author).visit
    standing = reception.sign_in_unnamed(store, "service").visit
    desks.take(store, table, visit=seated, author=author)
    desks.take(store, computer, author=author)
    opened.clock.pass_(minutes=1)
    found = {(each.name, each.place): each for each in printing.printers(store)}
    assert set(found) == {("Zoé Roux", "Table 1"), ("", "Ordinateur 1"), ("", "")}
    for called, pages in ((("Zoé Roux", "Table 1"), 3), (("", "Ordinateur 1"), 5), (("", ""), 2)):
        each = found[called]
        printing.note_pages(store, use=each.use, visit=each.visit, pages=pages, author=author)
    assert printing.printed_today(store) == 10
    assert printing.printed(store, MONDAY_9_H + 3600, MONDAY_9_H + 7200) == 0
    # Said again it is corrected, not added; and undone it is what it was.
    more = printing.note_pages(store, use=None, visit=standing, pages=9, author=author)
    undo(store, more, author)
    desks.free(store, table, author=author)
    visits_here = {each.visit: each.pages for each in printing.printers(store) if each.use is None}
    # Freed, a place keeps its own pages: the next ones are of the visit.
    assert visits_here[seated] == 0
    assert printing.printed_today(store) == 10
    meet(store, opened.central)
    assert rows(store) == folded(store)


def test_who_has_left_is_still_counted_and_stands_after_the_others(opened: Space) -> None:
    store, author = opened.store, opened.animator
    first = reception.sign_in_unnamed(store, "service").visit
    with store.writing() as writer:
        visits.depart(writer, first)
    second = reception.sign_in_unnamed(store, "service").visit
    assert [(each.visit, each.here) for each in printing.printers(store)] == [(second, True), (first, False)]
    printing.note_pages(store, use=None, visit=first, pages=4, author=author)
    assert printing.printed_today(store) == 4
    opened.clock.pass_(days=1)
    assert printing.printers(store) == ()
    assert printing.printed_today(store) == 0


def test_what_is_no_number_of_pages_is_refused(opened: Space) -> None:
    visit = reception.sign_in_unnamed(opened.store, "service").visit
    for pages in (-1, 100_000):
        with pytest.raises(BadInput):
            printing.note_pages(opened.store, use=None, visit=visit, pages=pages, author=1)
    with pytest.raises(Missing):
        printing.note_pages(opened.store, use=None, visit=12, pages=1, author=1)
