"""What leaves by the standards of others, held against their own schemas."""

import json
from datetime import date
from pathlib import Path

from kiosque.actions.network import network
from kiosque.actions.network.network import Place
from kiosque.actions.opening import permanences
from kiosque.actions.repairing import repairs
from kiosque.actions.repairing.repairs import Attempt, Item
from kiosque.domain import mednum
from kiosque.domain.codes import THEMES
from kiosque.domain.records import INTERVENTION, PERMANENCE, REGISTRATION, SUPPORT, WORKSHOP
from kiosque.reports.exports.rows import Choice
from kiosque.reports.period import one_day
from kiosque.reports.standards import activities, places
from kiosque.reports.standards.ords import write
from tests.reports.standards import columns, held_against, openapi_schema, rows_of, table_schema
from tests.stores import MONDAY_9_H, Space, meet

PLACES, REPAIRS, ACTIVITIES = "lieux-mediation-numerique-1.0.2", "open-repair-data-0.3", "coop-activite"
DAY = date(2026, 3, 2)
MIDNIGHT = MONDAY_9_H - 9 * 3600


def work(nyons: Space) -> None:
    """Keep a day of everything that the files tell."""
    given = 0
    with nyons.central.writing() as writer:
        held = writer.record(PERMANENCE, antenna=nyons.antenna, animator=nyons.animator, times=(MONDAY_9_H, None))
        for place, commune in (("lieu_activite", "26220"), ("domicile", "26264"), ("a_distance", None), (None, None)):
            given = writer.record(
                INTERVENTION,
                permanence=held,
                animator=nyons.animator,
                visits=(1, 2),
                given_at=MONDAY_9_H + 600,
                duration=30,
                themes=("aide_aux_demarches_administratives", "gere_ses_contenus_numeriques"),
                admin_themes=("associations", "logement"),
                material=("ordinateur",),
                autonomy="autonome",
                referral="aide_sociale",
                place=place,
                communes=(commune,) if commune else None,
                note="Odette rappelle demain",
            )
        writer.amend(INTERVENTION, given, duration=45)
        session = writer.record(
            WORKSHOP,
            antenna=nyons.antenna,
            title="=Photo",
            theme="creer_avec_le_numerique",
            level="debutant",
            times=(MONDAY_9_H, MONDAY_9_H + 7200),
        )
        writer.record(REGISTRATION, workshop=session, state="seen")
        writer.record(SUPPORT, antenna=nyons.antenna, nature="label", label="france_services", times=(MIDNIGHT, None))
        writer.record(WORKSHOP, antenna=nyons.antenna, title="Nobody came", times=(MONDAY_9_H, None))


def test_a_place_is_published_once_its_address_is_known_and_says_what_it_did(nyons: Space) -> None:
    work(nyons)
    with nyons.central.reading() as connection:
        assert places.missing(connection, DAY) == (("Nyons", ("adresse", "SIRET ou RNA")),)
    said = Place(address="15 place de la Libération", pivot="123 456 789 00012", position="44.36042 5.13829")
    network.settle(nyons.central, nyons.antenna, said)
    with nyons.central.reading() as connection:
        found = places.places(connection, DAY)
        elsewhere = places.places(connection, DAY, frozenset())
        assert (places.missing(connection, DAY), elsewhere) == ((), ())
    content = places.as_csv(found).decode()
    assert content.splitlines()[0].split(",") == columns(PLACES)
    [row] = rows_of(PLACES, content)
    assert held_against(table_schema(PLACES), [row]) == []
    assert (row["pivot"], row["latitude"], row["code_insee"]) == ("12345678900012", 44.36042, "26220")
    assert row["services"] == (
        "Aide aux démarches administratives|Maîtrise des outils numériques du quotidien|Loisirs et créations numériques"
    )
    assert row["modalites_accompagnement"] == "Accompagnement individuel|Dans un atelier collectif|À distance"
    assert row["dispositif_programmes_nationaux"] == "France Services"


def test_every_theme_is_of_a_service_that_the_standard_knows() -> None:
    assert {code.code for code in THEMES} == set(mednum.SERVICES)
    assert set(mednum.SERVICES.values()) < set(mednum.SERVICES_ORDER)


def test_what_the_schema_of_places_refuses_is_found() -> None:
    wrong = [{"id": "NYO", "pivot": "12", "nom": "Nyons", "adresse": "là", "commune": "Nyons", "date_maj": "hier"}]
    said = "\n".join(held_against(table_schema(PLACES), wrong))
    assert all(
        each in said for each in ("'12' does not match", "'hier' is not a 'date'", "'code_postal' is a required")
    )


def test_what_was_done_is_told_under_the_national_codes_and_names_nobody(nyons: Space) -> None:
    work(nyons)
    choice = Choice(one_day(DAY), frozenset({nyons.antenna}))
    with nyons.central.reading() as connection:
        content = b"".join(activities.as_json_lines(connection, choice))
        assert b"".join(activities.as_json_lines(connection, choice)) == content
        assert b"".join(activities.as_json_lines(connection, Choice(one_day(date(2026, 3, 3))))) == b""
    rows = [json.loads(line) for line in content.splitlines()]
    assert held_against(openapi_schema(ACTIVITIES), rows) == []
    *helped, workshop = (row["attributes"] for row in rows)
    assert len(helped) == 4
    assert helped[0]["thematiques"] == ["aide_aux_demarches_administratives", "logement"]
    assert helped[0]["tags"] == ["gere_ses_contenus_numeriques", "associations"]
    assert (helped[0]["accompagnements"], helped[0]["structure_de_redirection"]) == (2, "autre")
    assert [each["lieu_commune"] for each in helped] == [None, "Rémuzat", None, None]
    assert [each["modification"] is None for each in helped] == [True, True, True, False]
    assert (workshop["type"], workshop["duree"], workshop["accompagnements"]) == ("collectif", 120, 1)
    assert "Odette" not in content.decode()


def test_what_the_schema_of_activities_refuses_is_found(nyons: Space) -> None:
    work(nyons)
    with nyons.central.reading() as connection:
        [[first, *_], *_] = activities.activities(connection, Choice())
    first["attributes"] |= {"autonomie": "tout seul", "duree": "long"}
    assert len(held_against(openapi_schema(ACTIVITIES), [first])) == 2


def test_repairs_leave_by_the_schema_of_the_open_repair_alliance(nyons: Space, tmp_path: Path) -> None:
    permanences.open_permanence(nyons.store, nyons.animator)
    for item, said in (
        (Item("14", "Moulinex", 2011), Attempt("heat", "3", "6")),
        (Item("unpowered_bicycle"), Attempt("adjust", "1")),
        (Item("36"), Attempt("other", "2")),
    ):
        repairs.note_repair(nyons.store, item, said, author=nyons.animator)
    meet(nyons.store, nyons.central)
    file = tmp_path / "ords.csv"
    assert write(nyons.central, file, MONDAY_9_H, MONDAY_9_H + 86_400) == 3
    content = file.read_text("utf-8")
    assert content.splitlines()[0].split(",") == columns(REPAIRS)
    rows = rows_of(REPAIRS, content)
    assert held_against(table_schema(REPAIRS), rows) == []
    rows[0]["repair_status"] = "Mended"
    assert len(held_against(table_schema(REPAIRS), rows)) == 1
