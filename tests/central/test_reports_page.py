"""Activity reports on headquarters' pages: asked for, told, frozen, given away; the same bytes for ever."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from html import unescape

import pytest

from kiosque.actions.network import costs
from kiosque.central import reporting, sharing
from kiosque.central.accounts import Account, Role
from kiosque.central.central import Central
from kiosque.central.decided import decisions
from kiosque.central.export_log import log
from kiosque.central.gathering import LOST
from kiosque.db.report_tables import report
from kiosque.db.store import Store
from kiosque.domain.french import PARIS
from kiosque.domain.records import INTERVENTION, VISIT
from kiosque.reports.activity.annex import annex as spreadsheet
from kiosque.reports.activity.contents import PARTS, contents
from kiosque.reports.activity.paper import paper as printed
from kiosque.reports.activity.words import long_day
from kiosque.reports.period import month_of
from tests.central.house import Clock
from tests.central.inside import Inside, inside_of
from tests.central.said import words
from tests.reports.reported import World, at, furnish

NOVEMBER = {"first": "2026-11-01", "last": "2026-11-30"}


@pytest.fixture
def world(store: Store, clock: Clock) -> World:
    clock.now = int(datetime(2026, 12, 3, 9, tzinfo=PARIS).timestamp())
    return furnish(store)


@pytest.fixture
def inside(central: Central, world: World) -> Iterator[Inside]:
    assert world.nyons
    with inside_of(central) as inside:
        yield inside


def asked(inside: Inside, **form: str) -> str:
    """Ask for a report, read it, and return the address of it."""
    page = inside.answer("/rapports", NOVEMBER | form).headers["location"]
    inside.get(page)
    return page


def test_a_report_is_asked_for_told_frozen_and_given(inside: Inside, central: Central, world: World) -> None:
    page = asked(inside, funder=str(world.departement))
    shown = words(inside.get(page))
    assert "pour Département de la Drôme" in shown
    assert "Ce n’est qu’un aperçu" in shown
    assert "Ordinateurs Investissement 09/11/2026 10 000,05 €" in shown
    assert "Département de la Drôme Investissement 30 % 10 000,05 € 3 000,02 €" in shown
    kept = inside.post(
        page, status=303, act="keep", **{"c-young": "Ils <b>sont</b> venus.\r\n\r\n#Beaucoup.", "c-jobs": ""}
    )
    assert "C’est gardé." in words(kept)
    assert "Ils &lt;b&gt;sont&lt;/b&gt; venus." in kept
    refused = inside.post(page, status=409, act="freeze", **{"c-farms": "Trois gîtes"})
    assert "cochez d’abord la case" in words(refused)
    frozen = inside.post(page, act="freeze", sure="yes")
    assert "Le rapport est figé." in words(frozen)
    assert "Trois gîtes" in frozen
    assert "il dirait la même chose" in words(frozen)
    assert "<textarea" not in frozen
    assert [(each.what, each.reason) for each in log(central.store)] == []
    inside.get(f"{page}/annexe.ods")
    assert [(each.what, each.reason) for each in log(central.store)] == [
        ("Rapport d’activité, annexe ODS, du 01/11/2026 au 30/11/2026", "Pour Département de la Drôme")
    ]


def test_what_is_frozen_stays_the_same_bytes_and_what_comes_later_is_stated(
    inside: Inside, store: Store, world: World
) -> None:
    page = asked(inside)
    number = int(page.rsplit("/", maxsplit=1)[1])
    inside.post(page, act="freeze", sure="yes")
    before = reporting.frozen(store, number)
    assert before is not None
    paper, annex = printed(before), spreadsheet(before)
    with store.writing() as writer:
        for place in range(6):
            writer.record(VISIT, permanence=world.morning, times=(at(3, 9, place), None))
        writer.record(INTERVENTION, permanence=world.morning, given_at=at(3, 9), themes=("email",))
    cost = costs.costs(store)[0]
    costs.take_back(store, cost.id)
    after = reporting.frozen(store, number)
    assert after is not None
    assert (printed(after), spreadsheet(after)) == (paper, annex)
    assert "8 écritures ont été reçues depuis. Comparer" in words(inside.get(page))
    said = words(inside.post(page, act="again"))
    assert "8 écritures ont été reçues depuis" in said
    assert "Passages L’essentiel 11 17" in said
    assert "Interventions L’essentiel 7 8" in said
    refused = inside.post(page, status=409, act="keep", **{"c-young": "Trop tard"})
    assert "plus rien n’y change" in words(refused)
    assert "ne se jette pas" in words(inside.post(page, status=409, act="throw"))


@pytest.mark.parametrize(
    ("text", "why"),
    [("x" * 4_001, "4000 lettres au plus, il y en a 4001"), ("Bravo \N{SLIGHTLY SMILING FACE}", "ne sait pas écrire")],
)
def test_what_is_refused_stays_as_typed_and_the_rest_is_kept(inside: Inside, text: str, why: str) -> None:
    page = asked(inside)
    said = inside.post(page, status=409, act="keep", **{"c-young": text, "c-farms": "Trois gîtes"})
    assert why in words(said)
    assert text in said
    again = inside.get(page)
    assert text not in again
    assert "Trois gîtes" in again


def test_two_who_write_at_once_do_not_write_over_each_other(inside: Inside) -> None:
    page = asked(inside)
    before = marks(inside.get(page))
    inside.post(page, status=303, act="keep", **before, **{"c-young": "De l’une"})
    # The other's page still shows nothing there: what they did not touch stays as it is.
    inside.post(page, status=303, act="keep", **before, **{"c-young": "", "c-farms": "De l’autre"})
    assert "De l’une" in inside.get(page)
    refused = inside.post(page, status=409, act="keep", **before, **{"c-young": "De l’autre aussi"})
    assert "quelqu’un y a écrit entre-temps" in words(refused)
    assert "De l’autre aussi" in refused
    inside.post(page, status=303, act="keep", **marks(refused), **{"c-young": "Des deux"})
    assert "Des deux" in inside.get(page)


def test_figures_that_changed_in_another_tab_are_not_frozen_unread(
    inside: Inside, central: Central, store: Store, world: World
) -> None:
    page = asked(inside)
    with inside_of(central) as other:
        other.get(page)
        # The same figures, counted again, are what was read.
        assert "Les chiffres sont refaits." in words(other.post(page, act="again"))
        with store.writing() as writer:
            writer.record(INTERVENTION, permanence=world.morning, given_at=at(3, 9), themes=("email",))
        assert "8 Interventions" in plain(other.post(page, act="again"))
    refused = inside.post(page, status=409, act="freeze", sure="yes", **{"c-young": "Beaucoup"})
    assert "Les chiffres ont changé depuis que vous les avez lus" in words(refused)
    assert "8 Interventions" in plain(refused)
    assert "Beaucoup" in refused
    assert "Le rapport est figé." in words(inside.post(page, act="freeze", sure="yes"))


def test_a_form_that_says_not_what_was_read_freezes_nothing(inside: Inside) -> None:
    page = asked(inside)
    for read in ("", "0" * 16):
        refused = inside.post(page, status=409, act="freeze", sure="yes", figures=read)
        assert "Les chiffres ont changé depuis que vous les avez lus" in words(refused)
    # What is refused for something else still says what was read.
    assert 'name="figures" value="x"' in inside.post(page, status=409, act="freeze", figures="x")


def test_words_of_somebody_else_are_not_frozen_unread_nor_written_over_by_a_page_that_is_refused(
    inside: Inside, central: Central
) -> None:
    page = asked(inside)
    before = marks(inside.get(page)) | {"c-young": "", "c-farms": ""}
    with inside_of(central) as other:
        other.send(page, before | {"act": "keep", "c-young": "De l’autre"})
    untold = inside.send(page, before | {"act": "freeze", "c-farms": "x" * 4_001}, 409)
    assert "x" * 4_001 in untold
    assert "De l’autre" in untold
    refused = inside.send(page, before | {"act": "freeze", "sure": "yes"}, 409)
    assert "« Les jeunes » : quelqu’un y a écrit entre-temps. Relisez, puis figez." in plain(refused)
    assert "De l’autre" in refused
    read = marks(refused) | {"c-young": "De l’autre", "c-farms": ""}
    frozen = inside.send(page, read | {"act": "freeze", "sure": "yes"})
    assert "De l’autre" in frozen


def marks(page: str) -> dict[str, str]:
    return dict(re.findall(r'name="(m-[a-z]+)" value="([0-9a-f]+)"', page))


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ({"first": "2026-11-30", "last": "2026-11-01"}, "Le dernier jour vient après le premier."),
        ({"first": "hier", "last": "2026-11-01"}, "Écrivez un jour"),
        ({"first": "1900-01-01", "last": "2026-11-01"}, "Un rapport va de l’an 2000 à l’an 2100"),
        ({"first": "2026-11-01", "last": "2199-11-01"}, "Un rapport va de l’an 2000 à l’an 2100"),
        ({"first": "1899-12-31", "last": "2026-11-01"}, "Ce jour est trop loin"),
        ({"first": "2016-01-01", "last": "2026-11-01"}, "cinq ans au plus"),
        (NOVEMBER | {"association": "autre"}, "Cette association n’existe pas."),
        (NOVEMBER | {"funder": "12"}, "Ce partenaire n’est plus noté."),
    ],
    ids=str,
)
def test_a_period_that_is_none_is_refused(inside: Inside, form: dict[str, str], why: str) -> None:
    said = inside.post("/rapports", status=409, **form)
    assert why in words(said)
    assert f'value="{form["first"]}"' in said
    assert "Aucun rapport n’a été préparé." in words(said)


def test_a_draft_is_thrown_away(inside: Inside) -> None:
    page = asked(inside)
    inside.post(page, status=303, act="keep", **{"c-young": "Non"})
    inside.post(page, status=303, act="throw")
    inside.get(page, status=404)
    assert "Aucun rapport" in words(inside.get("/rapports"))


def test_an_association_reports_its_antennas_and_sees_no_other_report(inside: Inside, central: Central) -> None:
    whole = asked(inside)
    with inside_of(central, "asoft") as asoft:
        asoft.get(whole, status=404)
        asoft.get(f"{whole}/rapport.pdf", status=404)
        own = asked(asoft, association="aventic")
        shown = words(asoft.get(own))
        assert "Asoft" in shown
        assert "Rémuzat</th>" not in asoft.get(own)
        assert "Ordinateurs" not in shown
        asoft.get("/couts", status=403)
    assert "Asoft" in words(inside.get(own))


def test_who_only_reads_figures_makes_no_report(central: Central, world: World) -> None:
    assert world.nyons
    for name in ("financeur", "protection"):
        with inside_of(central, name) as other:
            other.get("/rapports", status=403)
            other.post("/rapports", status=403, **NOVEMBER)
            other.get("/couts", status=403)


def test_costs_are_noted_corrected_and_taken_back_on_their_page(inside: Inside, store: Store) -> None:
    typed = {"nature": "running", "label": "Ménage", "first": "2026-10-01", "last": ""}
    assert "Ce coût est noté." in words(inside.post("/couts", status=303, amount="1 234,50 €", **typed))
    again = inside.post("/couts", status=409, amount="1234,5", **typed)
    assert "« Ménage » est déjà noté, du même montant et pour les mêmes jours." in words(again)
    assert 'name="sure"' in again
    assert len([each for each in costs.costs(store) if each.label == "Ménage"]) == 1
    found = next(each for each in costs.costs(store) if each.label == "Ménage")
    assert (found.amount, found.first, found.last.isoformat()) == (123_450, found.last, "2026-10-01")
    form = inside.get(f"/couts?cout={found.id}")
    assert 'value="1234,50"' in form
    inside.post("/couts", status=303, cost=str(found.id), amount="12", **typed)
    said = decisions(store, [each.id for each in store.history(found.id)])
    assert [each.account for each in said.values()] == ["coordination"] * 2
    assert "Ménage Fonctionnement 1er octobre 12,00 €" in words(inside.get("/couts"))
    assert "à la corbeille" in words(inside.post("/couts", act="remove", cost=str(found.id)))
    assert "Ménage" not in inside.get("/couts")
    assert "n’est pas noté" in words(inside.post("/couts", status=409, act="remove", cost=str(found.id)))
    refused = inside.post("/couts", status=409, amount="beaucoup", **typed)
    assert "Écrivez un montant" in words(refused)
    assert 'value="beaucoup"' in refused


def test_a_draft_says_what_was_counted_until_it_is_counted_again_with_what_is_typed(
    inside: Inside, store: Store, world: World
) -> None:
    page = asked(inside)
    with store.writing() as writer:
        for place in range(3):
            writer.record(INTERVENTION, permanence=world.morning, given_at=at(3, 9, place), themes=("email",))
    before = plain(inside.get(page))
    assert "7 Interventions" in before
    assert "3 écritures ont été reçues depuis" in before
    again = inside.post(page, status=303, act="again", **{"c-young": "Ils sont venus."})
    assert "Les chiffres sont refaits." in words(again)
    assert "10 Interventions" in plain(again)
    assert "Ils sont venus." in again
    # A draft of an older program has none: they are counted when it is next opened.
    with store.database.writing() as connection:
        connection.execute(report.update().values(draft=None))
    assert "10 Interventions" in plain(inside.get(page))
    inside.get(f"{page}/annexe.ods")


def test_while_figures_are_counted_the_page_says_how_far_that_is(
    inside: Inside, store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nobody waits for them: they are counted after the answer.
    monkeypatch.setattr("kiosque.central.pages.reports.SOON", 0)
    monkeypatch.setattr("kiosque.central.gathering.SAID_EACH", 0)
    page = asked(inside)
    assert "7 Interventions" in plain(inside.get(page))
    with store.database.writing() as connection:
        connection.execute(report.update().values(counting=clock.now, counted=3))
    for _ in range(2):
        assert "3 parties sont faites sur 13" in plain(inside.get(page))
        # Another who asks waits for the same.
        inside.post(page, act="again")
    with store.database.writing() as connection:
        connection.execute(report.update().values(counting=clock.now - LOST))
    assert "7 Interventions" in plain(inside.get(page))


def test_each_part_of_a_report_is_told_as_it_is_counted(store: Store, world: World) -> None:
    assert world.nyons
    told: list[int] = []
    with store.reading() as connection:
        contents(connection, month_of(date(2026, 11, 1)), date(2026, 12, 3), None, lambda: told.append(1))
    assert len(told) == PARTS


def test_a_draft_says_that_it_is_one(inside: Inside, central: Central) -> None:
    page = asked(inside)
    inside.get(f"{page}/rapport.pdf")
    (kept,) = log(central.store)
    assert kept.what.startswith("Rapport d’activité, PDF")


@pytest.mark.parametrize("last", ["2026-12-03", "2026-12-31"])
def test_a_report_is_frozen_once_all_its_days_are_over(
    inside: Inside, central: Central, clock: Clock, last: str
) -> None:
    page = asked(inside, last=last)
    shown = inside.get(page)
    assert "Cette période n’est pas finie" in words(shown)
    assert 'value="freeze"' not in shown
    refused = words(inside.post(page, status=409, act="freeze", sure="yes"))
    after = datetime.fromisoformat(last).replace(tzinfo=PARIS) + timedelta(days=1)
    assert f"son rapport se fige à partir du {long_day(after.date())}" in refused
    clock.now = int(after.timestamp())
    with inside_of(central) as later:
        # What was read is of a day that was not over.
        assert "refaites-les" in words(later.post(page, status=409, act="freeze", sure="yes"))
        assert "Les chiffres sont refaits." in words(later.post(page, act="again"))
        assert "Le rapport est figé." in words(later.post(page, act="freeze", sure="yes"))


def test_a_draft_of_just_the_same_is_led_to(inside: Inside, world: World) -> None:
    first = asked(inside, funder=str(world.departement))
    assert asked(inside) != first
    again = inside.post("/rapports", status=303, **NOVEMBER, funder=str(world.departement))
    assert "Ce rapport était déjà demandé" in words(again)
    assert asked(inside, funder=str(world.departement)) == first
    inside.post(first, act="freeze", sure="yes")
    assert asked(inside, funder=str(world.departement)) != first


def test_days_are_offered_that_are_over(inside: Inside, central: Central, clock: Clock) -> None:
    offered = inside.get("/rapports")
    assert 'value="2026-01-01"' in offered
    assert 'value="2026-12-02"' in offered
    clock.now = int(datetime(2027, 1, 1, 9, tzinfo=PARIS).timestamp())
    with inside_of(central) as later:
        assert 'value="2026-12-31"' in later.get("/rapports")


def test_what_two_reports_would_tell_together_is_said_before_and_wants_a_reason(inside: Inside) -> None:
    inside.post(asked(inside, last="2026-11-03"), act="freeze", sure="yes")
    page = asked(inside)
    shown = plain(inside.get(page))
    assert "Du 1er novembre 2026 au 3 novembre 2026 : le rapport" in shown
    # Nine visits until the third, eleven in the month: two on the other days, at Rémuzat, which each report hides.
    assert "Passages : 2" in shown
    refused = inside.post(page, status=409, act="freeze", sure="yes", **{"c-young": "Beaucoup"})
    assert "Dites pourquoi" in plain(refused)
    assert "Beaucoup" in refused
    assert "a dit pourquoi" not in inside.get(page)
    frozen = plain(inside.post(page, act="freeze", sure="yes", why="  Le Parc veut le mois "))
    assert "coordination a dit pourquoi : « Le Parc veut le mois »" in frozen


def plain(page: str) -> str:
    """Return what a page says with plain spaces."""
    return re.sub(r"\s+", " ", words(unescape(page)))


def test_the_same_report_for_somebody_else_needs_no_reason_until_something_arrives(
    inside: Inside, store: Store, world: World
) -> None:
    inside.post(asked(inside), act="freeze", sure="yes")
    page = asked(inside, funder=str(world.departement))
    assert "Pourquoi le figer" not in inside.get(page)
    with store.writing() as writer:
        writer.record(VISIT, permanence=world.morning, times=(at(3, 9), None))
    assert "1 écriture a été reçue depuis. Figé, le rapport dira ces chiffres-là" in plain(inside.get(page))
    assert "Passages : 1" in plain(inside.post(page, act="again"))
    inside.post(page, status=409, act="freeze", sure="yes")


def test_an_association_reads_that_it_shares_days_and_not_what_the_others_did(inside: Inside, central: Central) -> None:
    inside.post(asked(inside), act="freeze", sure="yes")
    with inside_of(central, "asoft") as asoft:
        page = asked(asoft)
        shown = plain(asoft.get(page))
        assert "Du 1er novembre 2026 au 30 novembre 2026 : le rapport du 1er novembre 2026 au 30 novembre 2026" in shown
        assert "tout le réseau" in shown
        assert re.search(r"[0-9]+ nombres? de 1 à 4", shown)
        assert "Passages : 2" not in shown
        asoft.post(page, act="freeze", sure="yes", why="Notre conseil le demande")
    with inside_of(central, "asoft") as asoft:
        # Of the other association nothing is shared.
        aventic = asked(inside, association="aventic")
        assert "Asoft" not in plain(inside.get(aventic)).split("Les mêmes jours")[1].split("Pourquoi")[0]


def test_the_page_of_a_funder_shares_days_too(inside: Inside, central: Central) -> None:
    account = Account("coordination", Role.ADMINISTRATOR)
    months = (date(2026, 11, 1), date(2026, 11, 30))
    sharing.share(central.store, account, "Le Parc", months, date(2026, 12, 31))
    page = asked(inside, first="2026-10-01")
    assert "la page de financeurs du 1er novembre 2026 au 30 novembre 2026" in plain(inside.get(page))
    inside.post(page, status=409, act="freeze", sure="yes")
    inside.post(page, act="freeze", sure="yes", why="Le Parc lit les deux")
