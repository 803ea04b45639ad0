"""The rows behind each figure: as many as the figure says, without a name, and only those one may see."""

import re

import pytest

from kiosque.actions.visitors.erasure import erase_person
from kiosque.central.central import Central
from kiosque.central.pages.counted import OTHERS
from kiosque.db import marks
from kiosque.db.came_tables import late
from kiosque.db.store import Store
from kiosque.domain.records import DESK, HOUSEHOLD, INTERVENTION, ITEM, LINK, PERMANENCE, REPAIR, VISIT, VISITOR
from kiosque.reports import listing
from kiosque.reports.figures import figures
from kiosque.reports.listing import A_PAGE, LISTINGS
from kiosque.reports.period import month_of
from tests.central.house import TODAY, Network, at
from tests.central.inside import Inside, inside_of
from tests.central.said import words


def lines(page: str) -> int:
    """Return how many rows a page says there are."""
    found = re.search(r"(\d+) lignes?", words(page))
    assert found
    return int(found[1])


def test_every_figure_has_a_definition_and_rows_without_a_name(inside: Inside, network: Network) -> None:
    assert network.antennas
    every = inside.get("/chiffres")
    for figure in (*LISTINGS, *OTHERS):
        page = inside.get(f"/chiffres/{figure}?periode=2026-11")
        definition = LISTINGS[figure].definition if figure in LISTINGS else OTHERS[figure].text
        assert " ".join(definition.split()) in words(page).replace("&#39;", "'"), figure
        assert not re.search("Odette|Chastel|Marcel|Arnoux|mot de passe", page), figure
        assert f'href="/chiffres/{figure}' in every


def test_there_are_as_many_rows_as_the_figure_says(inside: Inside, network: Network, store: Store) -> None:
    with store.reading() as connection:
        total = figures(connection, month_of(TODAY)).total
    for figure, count in (
        ("permanences", total.permanences),
        ("passages", total.visits),
        ("interventions", total.interventions),
        ("ateliers", total.workshops),
        ("participations", total.attendances),
    ):
        page = inside.get(f"/chiffres/{figure}?periode=2026-11")
        assert lines(page) == page.count('<tr role="row">') - 1 == count, figure
    nyons = network.antennas["Nyons, maison des associations"]
    narrowed = inside.get(f"/chiffres/permanences?periode=2026-11&antenne={nyons}")
    assert (lines(narrowed), "Rémuzat</td>" in narrowed) == (1, False)
    assert "fermeture à confirmer" in narrowed
    # As the form of the page sends it: *Toutes* is nothing.
    assert lines(inside.get("/chiffres/permanences?periode=2026-11&antenne=")) == total.permanences
    inside.get("/chiffres/permanences?periode=2026-11&antenne=Nyons", status=404)


def test_rows_are_narrowed_by_what_a_map_or_a_chart_leads_from(inside: Inside, network: Network) -> None:
    assert network.antennas
    assert lines(inside.get("/chiffres/passages?periode=7&commune=26264")) == 1
    assert lines(inside.get("/chiffres/interventions?periode=7&thematique=email")) == 1
    # A code is a whole word.
    assert lines(inside.get("/chiffres/interventions?periode=7&thematique=mail")) == 0
    assert lines(inside.get("/chiffres/interventions?periode=7&organisme=caf")) == 1
    assert "Caisse d’allocations familiales" in words(inside.get("/chiffres/interventions?periode=7&organisme=caf"))
    assert lines(inside.get("/chiffres/interventions?periode=7&organisme=ants")) == 0


def test_many_rows_are_turned_page_by_page(inside: Inside, network: Network, store: Store) -> None:
    with store.writing() as writer:
        held = writer.record(PERMANENCE, antenna=network.antennas["Rémuzat"], times=(at(22, 9), at(22, 12)))
        for minute in range(A_PAGE):
            writer.record(VISIT, permanence=held, times=(at(22, 9, minute), None))
    first = inside.get("/chiffres/passages?periode=7")
    assert "Page 1 sur 2" in words(first)
    assert "Plus récent" not in first
    second = inside.get("/chiffres/passages?periode=7&page=2")
    assert second.count('<tr role="row">') == 1 + 2
    assert "Plus ancien" not in second
    for page in ("0", "3", "-1"):
        inside.get(f"/chiffres/passages?periode=7&page={page}", status=404)


def test_people_and_households_are_rows_of_their_own_each_once(inside: Inside, network: Network, store: Store) -> None:
    with store.writing() as writer:
        home = writer.record(HOUSEHOLD)
        one, other, son = (writer.record(VISITOR, household=of) for of in (home, None, home))
        writer.record(LINK, one=one, other=other, verdict="same")
        for who, antenna in ((one, "Rémuzat"), (other, "Séderon"), (son, "Rémuzat"), (son, "Rémuzat")):
            held = writer.record(PERMANENCE, antenna=network.antennas[antenna], times=(at(20, 9), at(20, 12)))
            writer.record(VISIT, permanence=held, visitor=who, times=(at(20, 10), None))
    people = inside.get("/chiffres/personnes?periode=7")
    # Odette is of the network already.
    assert lines(people) == 3
    assert "20 novembre 20 novembre non précisé 2 2 2" in words(people)
    homes = inside.get("/chiffres/foyers?periode=7")
    assert lines(homes) == 1
    assert "20 novembre 20 novembre 4 2 2" in words(homes)
    alone = inside.get(f"/chiffres/personnes?periode=7&antenne={network.antennas['Séderon']}")
    assert lines(alone) == 1


def test_who_is_erased_stays_counted_and_what_no_row_shows_is_told(
    inside: Inside, network: Network, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks.ready(store.database)
    with store.writing() as writer:
        who = writer.record(VISITOR, household=writer.record(HOUSEHOLD))
        held = writer.record(PERMANENCE, antenna=network.antennas["Rémuzat"], times=(at(20, 9), at(20, 12)))
        writer.record(VISIT, permanence=held, visitor=who, times=(at(20, 10), None))
    before = lines(inside.get("/chiffres/personnes?periode=2026-11"))
    erase_person(store, who, author=0)
    page = inside.get("/chiffres/personnes?periode=2026-11")
    assert lines(page) == before - 1
    assert "compte aussi 1 personne dont il ne reste rien d’autre" in words(page)
    store.write_local(late.insert().values(antenna=network.antennas["Rémuzat"], month=2026 * 12 + 10, visits=2))
    page = words(inside.get("/chiffres/foyers?periode=2026-11"))
    assert "compte aussi 1 foyer" in page
    assert "2 passages sont arrivés après l’effacement" in page
    monkeypatch.setattr("kiosque.reports.coming.MOST_FRESH", -1)
    assert "recomptées passage par passage" in words(inside.get("/chiffres/foyers?periode=2026-11"))


def test_repairs_and_places_to_work_are_rows_too(inside: Inside, network: Network, store: Store) -> None:
    remuzat = network.antennas["Rémuzat"]
    with store.writing() as writer:
        writer.record(DESK, antenna=remuzat, name="Table 1", form="coworking")
        held = writer.record(PERMANENCE, antenna=remuzat, times=(at(20, 9), at(20, 12)))
        kettle = writer.record(ITEM, antenna=remuzat, category="1", weight=1_500)
        writer.record(REPAIR, permanence=held, item=kettle, repaired_at=at(20, 10), outcome="fixed", problem="power")
    assert "Rémuzat Table 1 Place de coworking" in words(inside.get("/chiffres/places"))
    assert "1,5 kg" in words(inside.get("/chiffres/reparations?periode=7"))


def test_an_association_sees_the_rows_of_its_antennas_alone(central: Central, network: Network) -> None:
    with central.store.writing() as writer:
        writer.record(INTERVENTION, given_at=at(22, 10))
    with inside_of(central, "asoft") as inside:
        assert lines(inside.get("/chiffres/passages?periode=7")) == 0
        inside.get(f"/chiffres/passages?antenne={network.antennas['Rémuzat']}", status=404)
        inside.get("/chiffres/interventions?antenne=0", status=404)
        assert "Rémuzat" not in inside.get("/chiffres/passages")
    with inside_of(central) as inside:
        assert lines(inside.get("/chiffres/interventions?periode=7&antenne=0")) == 1
        assert "Antenne inconnue" in inside.get("/chiffres/interventions?periode=7&antenne=0")
        inside.get("/chiffres/interventions?antenne=12", status=404)
        inside.get("/chiffres/bonheur", status=404)


def test_a_page_follows_from_the_one_before_it_however_far_it_is(
    inside: Inside, network: Network, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.writing() as writer:
        held = writer.record(PERMANENCE, antenna=network.antennas["Rémuzat"], times=(at(22, 9), at(22, 12)))
        # Several at one moment: their ids part them.
        for minute in range(2 * A_PAGE + 5):
            writer.record(VISIT, permanence=held, times=(at(22, 9, minute // 3), None))
    for where in ("", f"&antenne={network.antennas['Rémuzat']}"):
        address, page, seen = f"/chiffres/passages?periode=7{where}", "", list[str]()
        while address:
            page = inside.get(address)
            seen += re.findall(r'<tr role="row">.*?</tr>', page.partition("<tbody")[2], re.DOTALL)
            following = re.search(r'href="([^"]*apres=[^"]*)#lignes"', page)
            address = following[1].replace("&amp;", "&") if following else ""
        assert len(seen) == 2 * A_PAGE + 7
        back = re.search(r'href="([^"]*avant=[^"]*)#lignes"', page)
        assert back
        before = inside.get(back[1].replace("&amp;", "&"))
        assert "Page 2 sur 3" in words(before)
        shown = re.findall(r'<tr role="row">.*?</tr>', before.partition("<tbody")[2], re.DOTALL)
        assert shown == seen[A_PAGE : 2 * A_PAGE]
    # By its number alone, a page is found only so far.
    monkeypatch.setattr(listing, "MOST_PASSED", A_PAGE - 1)
    inside.get("/chiffres/passages?periode=7&page=2", status=404)
    inside.get("/chiffres/passages?periode=7&page=2&apres=1", status=404)


def test_what_was_done_at_an_antenna_that_did_not_arrive_opens_as_that_of_others_does(
    central: Central, network: Network, store: Store
) -> None:
    # As after a backup was put back: the antenna was said after it.
    later, nobody = max(network.antennas.values()) + 1_000, max(network.antennas.values()) + 1_001
    with store.writing() as writer:
        held = writer.record(PERMANENCE, antenna=later, times=(at(19, 9), at(19, 10)))
        writer.record(VISIT, permanence=held, times=(at(19, 9, 5), None))
    with inside_of(central) as inside:
        assert f'href="/antennes/{later}?periode=2026-11"' in inside.get("/?periode=2026-11")
        for page in (
            f"/antennes/{later}",
            f"/antennes/{later}/jours/2026-11-19",
            f"/chiffres/passages?antenne={later}",
        ):
            assert "Antenne inconnue" in inside.get(page)
            inside.get(page.replace(str(later), str(nobody)), status=404)
    with inside_of(central, "asoft") as asoft:
        asoft.get(f"/antennes/{later}", status=404)
