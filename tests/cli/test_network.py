"""What headquarters plans on a command line, in this process: what it writes is what actions wrote."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from kiosque.actions.inputs import InDoubt
from kiosque.actions.numbers import spoken
from kiosque.actions.opening.hours import calendar_of
from kiosque.bootstrap import central as root
from kiosque.db import folder
from kiosque.db import records as tables
from kiosque.domain import codelist
from kiosque.domain.errors import KnownError
from kiosque.domain.french import PARIS, local
from kiosque.domain.records import PERMANENCE
from tests.commands import typed


@pytest.fixture
def at(tmp_path: Path) -> Path:
    """A central with the antenna of Rémuzat."""
    where = tmp_path / "central"
    root.create(where, tmp_path / "racine.txt")
    root.add_antenna(
        where, code="REM", label="Rémuzat", form="seat", association="aventic", commune="26264", hours="Mo 09:00-12:00"
    )
    return where


def test_the_network_is_planned(at: Path) -> None:
    typed(at, "place", "REM", "--room", "mairie", "--position", "44.413 5.35457", "--opens", "2016-09-01")
    typed(at, "hours", "REM", "off", "--from", "2026-12-24", "--to", "2027-01-03", "--reason", "leave")
    typed(at, "partner", "Commune de Rémuzat", "--form", "commune")
    typed(at, "support", "Commune de Rémuzat", "room", "--antenna", "REM", "--from", "2016-09-01")
    running = ("support", "Commune de Rémuzat", "running", "--from", "2016-09-01", "--to", "2019-08-31")
    assert "déjà notée" not in typed(at, *running, "--share", "5")
    assert "déjà notée" in typed(at, *running[:4], "2018-01-01", "--share", "5")
    said = typed(at, "survey", "REM", "--answers", "31", "--teleworkers", "6", "--desks", "3", "--need", "desk")
    assert said == "L’enquête de l’antenne REM est notée.\n"
    store = folder.open_central(at)
    try:
        antenna = store.one(tables.antenna.select())
        assert (antenna.room, antenna.position, antenna.size) == ("mairie", "44.413 5.35457", "hameau")
        noted = store.one(tables.hours.select())
        assert (noted.antenna, noted.hours, noted.reason) == (antenna.id, "off", "leave")
        given = {(row.nature, row.antenna, row.share) for row in store.all(tables.support.select())}
        assert given == {("room", antenna.id, None), ("running", None, 5)}
        assert store.one(tables.survey.select()).needs == "desk"
    finally:
        store.close()


def test_hours_are_typed_as_people_write_them_and_told_as_they_were_understood(at: Path) -> None:
    root.add_animator(at, given_name="Zoé", family_name="Roux", status="employed", antenna=None)
    week = "lundi, 9\u202fh – 12\u202fh\u202f; mardi au dimanche, fermé\u202f; jours fériés, fermé"
    said = typed(at, "hours", "REM", "lundi 9h-12h", "--from", "2026-07-01")
    assert said == f"C’est noté pour l’antenne REM.\nHoraires compris : {week}.\n"
    assert typed(at, "stop", "Zoé Roux", "REM", "Mo 9-12", "--from", "2016-09-01").endswith(f"compris : {week}.\n")
    assert typed(at, "antenna", "NYO", "Nyons", "--commune", "26220", "--hours", "lun. 9h-12h").endswith(f"{week}.\n")
    assert typed(at, "antenna", "BUI", "Buis", "--commune", "26063") == (
        "L’antenne Buis est ajoutée.\nCommune comprise : Buis-les-Baronnies\u00a0(26).\n"
    )
    store = folder.open_central(at)
    try:
        kept = {row.opening_hours for row in store.all(tables.antenna.select())}
        assert kept == {"Mo 09:00-12:00", None}
        assert {store.one(table.select()).hours for table in (tables.hours, tables.stop)} == {"Mo 09:00-12:00"}
    finally:
        store.close()


def test_a_commune_is_typed_as_people_write_it_and_in_doubt_is_never_guessed(at: Path) -> None:
    assert "Saint-Auban-sur-l’Ouvèze" in typed(
        at, "antenna", "AUB", "Saint-Auban", "--commune", "st auban/ouveze 26170"
    )
    with pytest.raises(KnownError, match=r"Venterol.*26367.*Venterol.*04") as doubt:
        typed(at, "antenna", "VEN", "Venterol", "--commune", "Venterol")
    assert isinstance(doubt.value, InDoubt)
    assert {each.department for each in doubt.value.choices} == {"04", "26"}
    with pytest.raises(KnownError, match="est en doute"):
        typed(at, "antenna", "VEN", "Venterol", "--commune", "Venterol 26170")
    assert "Venterol\u00a0(26)" in typed(at, "antenna", "VEN", "Venterol", "--commune", "Venterol (Drôme)")


def test_days_and_statuses_are_typed_as_people_say_them_and_what_is_none_says_how(at: Path) -> None:
    root.add_animator(at, given_name="Zoé", family_name="Roux", status="employed", antenna="REM")
    typed(at, "engage", "Zoé Roux", "bénévole", "--from", "01/01/2017", "--to", "2018-12-31")
    assert "Bénévole, depuis le 01/01/2017, jusqu’au 31/12/2018" in typed(at, "engagements", "Zoé Roux")
    refusals: tuple[tuple[tuple[str, *tuple[str, ...]], str], ...] = (
        (("engage", "Zoé Roux", "bénévole", "--from", "2017"), "Écrivez-le comme 2026-12-31 ou 31/12/2026."),
        (("engage", "Zoé Roux", "roi", "--from", "01/01/2017"), "employed (salarié), volunteer (bénévole)"),
        (("engage", "Zoé Roux", " ", "--from", "01/01/2017"), "n’en est pas un"),
        (("staff", "--from", "2017-02-01", "--to", "2017-01-01"), "vient avant le premier"),
    )
    for arguments, said in refusals:
        with pytest.raises(KnownError) as refused:
            typed(at, *arguments)
        assert said in refused.value.sentence


def test_what_was_said_wrong_is_corrected(at: Path) -> None:
    root.add_animator(at, given_name="Zoé", family_name="Rouks", status="employed", antenna="REM")
    said = typed(
        at, "antenna-correct", "REM", "--name", "Rémuzat bourg", "--commune", "Remuzat", "--hours", "mardi 9h-12h"
    )
    assert said.startswith("C’est corrigé.\nCommune comprise : Rémuzat\u00a0(26).\nHoraires compris : lundi et")
    said = typed(at, "antenna-correct", "REM", "--hours", "jeudi 9h-12h", "--from", "2017-03-01")
    assert said.endswith("change aussi pour les jours d’après.\n")
    with root.opened(at) as store:
        calendar = calendar_of(store, store.one(tables.antenna.select().where(tables.antenna.c.code == "REM")).id)
    assert [calendar.usual(date(2017, month, 1)) for month in (2, 3)] == ["Tu 09:00-12:00", "Th 09:00-12:00"]
    typed(at, "animator-correct", "Zoé Rouks", "--family-name", "Roux", "--association", "asoft", "--antenna", "")
    typed(at, "engage", "Zoé Roux", "volunteer", "--from", "2017-01-01", "--to", "2018-12-31")
    typed(at, "animator-correct", "Zoé Roux", "--leaves", "2018-06-30")
    hired, given = typed(at, "engagements", "Zoé Roux").splitlines()
    assert hired == "Salarié, jusqu’au 31/12/2016"
    number, told = given.split("  ")
    assert told == "Bénévole, depuis le 01/01/2017, jusqu’au 30/06/2018"
    typed(at, "engagement-remove", number)
    typed(at, "animator-correct", "Zoé Roux", "--stays")
    assert typed(at, "engagements", "Zoé Roux") == "Salarié\n"
    with pytest.raises(KnownError, match="choisissez"):
        typed(at, "animator-correct", "Zoé Roux", "--stays", "--leaves", "2018-06-30")
    with pytest.raises(KnownError, match="trop loin"):
        typed(at, "animator-correct", "Zoé Roux", "--given-name", "Zoë", "--leaves", "1800-01-01")
    typed(at, "stop", "Zoé Roux", "REM", "mardi 9h-12h", "--from", "2017-01-01")
    [stop] = typed(at, "stops", "--antenna", "REM").splitlines()
    assert "REM, Zoé Roux, " in stop
    assert "depuis le 01/01/2017" in stop
    typed(at, "stop-remove", stop.split("  ")[0])
    assert typed(at, "stops") == ""
    typed(at, "training", "mediation", "Zoé Roux", "--on", "2017-02-01", "--hours", "7")
    number = typed(at, "trainings").partition(" : ")[0]
    typed(at, "training-correct", number, "--subject", "donnees", "--on", "2017-02-02")
    assert "données et les personnes, 7 h, le 02/02/2017, Zoé Roux" in typed(at, "trainings")
    typed(at, "partner", "État", "--form", "etat")
    typed(at, "support", "État", "label", "--label", "msap", "--antenna", "REM", "--from", "2017-01-01")
    typed(at, "antenna-correct", "REM", "--label", "tiers_lieu")
    number = typed(at, "partners").splitlines()[-1].split("  ")[1]
    typed(at, "support-correct", number, "--from", "2018-01-01", "--to", "2019-12-31")
    assert "Tiers-lieu, REM, depuis le 01/01/2018, jusqu’au 31/12/2019" in typed(at, "partners")


def test_a_presence_that_was_forgotten_is_noted_by_its_hours(at: Path) -> None:
    root.add_animator(at, given_name="Zoé", family_name="Roux", status="employed", antenna="REM")
    with root.opened(at) as store, store.writing() as writer:
        start = int(datetime(2017, 3, 6, 21, 0, 30, tzinfo=PARIS).timestamp())
        antenna = store.one(tables.antenna.select()).id
        writer.record(PERMANENCE, antenna=antenna, times=(start, start + 4 * 3600))
    [line] = typed(at, "presences", "REM", "--from", "2017-03-06").splitlines()
    number, told = line.split("  ")
    assert told == "permanence du 06/03/2017, 21:00 à 01:00"
    typed(at, "presence-add", number, "Zoé Roux", "--at", "21:00", "--to", "00:30")
    [_, line] = typed(at, "presences", "REM", "--from", "2017-03-06").splitlines()
    number, told = line.strip().split("  ")
    assert told == "Zoé Roux, 21:00 à 00:30"
    typed(at, "presence-correct", number, "--at", "22:00", "--animator", "Zoé Roux")
    assert "22:00 à 00:30" in typed(at, "presences", "REM", "--from", "2017-03-01", "--to", "2017-03-31")
    typed(at, "presence-remove", number)
    assert typed(at, "presences", "REM", "--from", "2017-03-07") == "Aucune permanence n’est notée ces jours-là.\n"
    assert len(typed(at, "presences", "REM", "--from", "2017-03-06").splitlines()) == 1


def test_who_is_not_known_is_said_to_be_unknown(at: Path) -> None:
    with pytest.raises(KnownError, match="Aucun partenaire"):
        typed(at, "support", "Mairie", "room", "--from", "2016-09-01")
    with pytest.raises(KnownError, match="Aucune antenne"):
        typed(at, "hours", "NYO", "off", "--from", "2026-12-24")


def test_an_animator_is_found_as_people_write_names_and_of_namesakes_none_is_guessed(at: Path) -> None:
    for where in ("REM", None):
        root.add_animator(at, given_name="Zoé", family_name="Le Roux", status="employed", antenna=where)
    root.add_animator(at, given_name="Ana", family_name="Brès", status="employed", antenna=None)
    assert typed(at, "engagements", "bres ANA") == "Salarié\n"
    with pytest.raises(KnownError) as doubt:
        typed(at, "engage", "le roux zoe", "volunteer", "--from", "2017-01-01")
    there, roaming = re.findall(r"(\d+-\d+) \((.*?)\)", doubt.value.sentence)
    assert (there[1], roaming[1]) == ("Rémuzat", "itinérance")
    typed(at, "engage", roaming[0], "volunteer", "--from", "2017-01-01")
    assert typed(at, "engagements", there[0]) == "Salarié\n"
    assert "Bénévole, depuis le 01/01/2017" in typed(at, "engagements", roaming[0])
    for nobody in ("", "12-345", "Ana"):
        with pytest.raises(KnownError, match="Aucun animateur"):
            typed(at, "engagements", nobody)


def test_animators_are_planned_and_counted(at: Path) -> None:
    root.add_animator(at, given_name="Zoé", family_name="Roux", status="employed", antenna=None)
    typed(at, "engage", "Zoé Roux", "lent", "--from", "2016-09-01", "--to", "2018-08-31")
    typed(at, "stop", "Zoé Roux", "REM", "Mo 09:00-12:00", "--from", "2016-09-01")
    typed(at, "training", "mediation", "Zoé Roux", "--on", "2016-10-03", "--hours", "14")
    typed(at, "training", "donnees", "Zoé Roux", "--on", "2016-10-05", "--hours", "7")
    beside = typed(at, "engage", "Zoé Roux", "volunteer", "--from", "2017-01-01", "--to", "2017-01-31")
    assert beside.splitlines()[1:] == [
        "Un autre engagement vaut aussi certains de ces jours\u202f: alors le plus court des deux compte."
    ]
    said = typed(at, "staff", "--from", "2016-09-01", "--to", "2016-12-31")
    status = "Mis à disposition par le Département"
    assert said == f"Zoé Roux, {status}, formé, 21 h suivies, 0\u202fmin de permanence, jusqu’au 31/08/2018\n"
    typed(at, "training", "accueil", "Zoé Roux", "--on", "2016-11-05", "--hours", "3")
    told = typed(at, "trainings").splitlines()
    assert [line.partition(" : ")[2] for line in told][:1] == ["Accueillir et écouter, 3 h, le 05/11/2016, Zoé Roux"]
    typed(at, "training-remove", told[0].partition(" : ")[0])
    assert typed(at, "trainings").splitlines() == told[1:]
    with pytest.raises(KnownError, match="Rien de tel"):
        typed(at, "training-remove", "12")
    typed(at, "task", "Zoé Roux", "meeting", "--antenna", "REM", "--at", "2016-12-01 14:00", "--minutes", "90")
    counted = typed(at, "staff", "--from", "2016-09-01", "--to", "2016-12-31")
    assert "1\u202fh\u202f30 en dehors" in counted
    with pytest.raises(KnownError, match="Paul Nul"):
        typed(at, "stop", "Paul Nul", "REM", "Mo 09:00-12:00", "--from", "2016-09-01")


def test_programmes_and_workshops_are_planned(at: Path) -> None:
    root.add_animator(at, given_name="Zoé", family_name="Roux", status="employed", antenna=None)
    typed(at, "programme", "Fermes", "farmers", "--from", "2026-01-01", "--sector", "farm", "--status", "en_emploi")
    said = typed(at, "programme-change", "Fermes", "--to", "2028-12-31")
    assert said == "Le programme Fermes est à jour.\n"
    with pytest.raises(KnownError, match="Jardins"):
        typed(at, "programme-change", "Jardins", "--sector", "farm")
    counted = typed(at, "programmes", "--from", "2026-01-01", "--to", "2026-12-31")
    assert counted == "Fermes : aides 0, participations à un atelier 0\n"
    soon = f"{datetime.now(PARIS) + timedelta(days=20):%Y-%m-%d} 14:00"
    said = typed(at, "workshop", "REM", "Photo", "Zoé Roux", "--theme", "email", "--at", soon, "--sessions", "3")
    assert said.startswith("Séances prévues : 3.\n")
    store = folder.open_central(at)
    try:
        planned = store.all(tables.workshop.select())
        assert {row.antenna for row in planned} == {store.one(tables.antenna.select()).id}
        assert {local(row.started_at).hour for row in planned} == {14}
        row = store.one(tables.programme.select())
        assert (row.name, row.sectors, row.statuses) == ("Fermes", "farm", "en_emploi")
    finally:
        store.close()
    typed(at, "animator-correct", "Zoé Roux", "--leaves", f"{datetime.now(PARIS) - timedelta(days=1):%Y-%m-%d}")
    with pytest.raises(KnownError, match="a quitté le réseau"):
        typed(at, "workshop", "REM", "Photo", "Zoé Roux", "--theme", "email", "--at", soon)


def test_equipment_is_placed_moved_and_taken_away(at: Path) -> None:
    root.add_antenna(at, code="NYO", label="Nyons", form="seat", association="asoft", commune="26220", hours=None)
    said = typed(at, "equipment", "REM", "Portable 1", "--form", "laptop", "--serial", "5CG", "--from", "2016-09-01")
    label = said.removesuffix(".\n").rsplit(": ", 1)[1]
    typed(at, "equipment", "REM", "Imprimante", "--form", "printer")
    typed(at, "equipment-move", label, "NYO")
    assert typed(at, "equipment-list") == "NYO, Portable 1, pas encore vu\nREM, Imprimante, pas encore vu\n"
    typed(at, "equipment-correct", "Imprimante", "--name", "Imprimante 1", "--form", "other", "--serial", "X1")
    with root.opened(at) as store:
        row = store.one(tables.equipment.select().where(tables.equipment.c.name == "Imprimante 1"))
        assert (row.form, row.serial) == ("other", "X1")
    typed(at, "equipment-correct", "Imprimante 1", "--name", "Imprimante", "--serial", "")
    typed(at, "equipment-retire", "Portable 1", "--to", "2026-01-31")
    assert typed(at, "equipment-list") == "REM, Imprimante, pas encore vu\n"
    with pytest.raises(KnownError, match="un seul"):
        typed(at, "equipment-move", "Scanner", "NYO")


def test_spaces_partners_and_surveys_are_shown_and_said_otherwise(at: Path) -> None:
    assert typed(at, "antennas").startswith("REM, Rémuzat, Rémuzat, ouverte, 3 h par semaine")
    typed(at, "place", "REM", "--room", "mairie", "--opens", "2016-09-01")
    town = "Comune de Rémuzat"
    typed(at, "partner", town, "--form", "commune")
    typed(at, "support", town, "room", "--antenna", "REM", "--from", "2016-09-01")
    typed(at, "support", town, "running", "--from", "2016-09-01", "--share", "5")
    typed(at, "support", town, "label", "--label", "msap", "--antenna", "REM", "--from", "2017-01-01")
    people = ("--answers", "31", "--teleworkers", "6", "--desks", "3")
    typed(at, "survey", "REM", *people, "--need", "desk", "--on", "2016-04-01")
    before, last = typed(at, "antennas", "--on", "2016-08-31").splitlines()
    planned = "REM, Rémuzat, Rémuzat, prévue, le 01/09/2016, Mairie, 0 h par semaine, plancher 15 h, zone A"
    assert before.startswith(planned)
    assert last == "Ouvertes : 0 ; prévues : 1."
    said = typed(at, "antennas", "--on", "2018-09-03")
    assert "ouverte, depuis le 01/09/2016, Mairie, 3 h par semaine" in said
    assert "Maison de services au public, 31\u00a0réponses, 6\u00a0télétravailleurs, 3\u00a0places voulues" in said
    typed(at, "partner-correct", town, "--name", "Commune de Rémuzat")
    first, *gifts = typed(at, "partners").splitlines()
    assert first.endswith("  Commune de Rémuzat, Commune")
    assert any("Prête le local, REM, depuis le 01/09/2016" in gift for gift in gifts)
    running = next(gift for gift in gifts if "5 %" in gift)
    typed(at, "support-correct", running.split()[0], "--share", "7", "--to", "2019-08-31")
    assert "tout le réseau, 7 %, depuis le 01/09/2016, jusqu’au 31/08/2019" in typed(at, "partners")
    number = typed(at, "surveys").split()[0]
    typed(at, "survey-correct", number, "--answers", "32")
    assert "REM, 01/04/2016, 32\u00a0réponses, 6\u00a0télétravailleurs, 3\u00a0places voulues" in typed(at, "surveys")
    typed(at, "survey-correct", number, "--answers", "1", "--teleworkers", "1", "--desks", "1")
    assert "1\u00a0réponse, 1\u00a0télétravailleur, 1\u00a0place voulue" in typed(at, "surveys")
    for much in (("--answers", "99999999"), ("--desks", "99999999")):
        with pytest.raises(KnownError, match="à 100\u202f000"):
            typed(at, "survey-correct", number, *much)
    for each in (number, first.split()[0]):
        typed(at, "take-back", each)
    assert (typed(at, "surveys"), typed(at, "partners")) == ("", "")
    typed(at, "place", "REM", "--closes", "2019-08-31")
    assert "fermée, depuis le 01/09/2016, jusqu’au 31/08/2019" in typed(at, "antennas", "--on", "2020-01-01")
    for wrong in (["survey-correct", number, "--answers", "3"], ["take-back", "12"], ["take-back", "12-345"]):
        with pytest.raises(KnownError):
            typed(at, *wrong)


def test_a_workshop_elsewhere_is_planned_whole_and_what_may_be_wrong_is_told(at: Path) -> None:
    for given in ("Zoé", "Ana"):
        root.add_animator(at, given_name=given, family_name="Roux", status="employed", antenna=None)
    typed(at, "programme", "Jeunes", "young", "--from", "2016-09-01")
    soon = f"{datetime.now(PARIS) + timedelta(days=20):%Y-%m-%d} 14:00"
    where = ("--where", "École de Sahune", "--level", "debutant", "--programme", "Jeunes", "--places", "12")
    whole = ("REM", "Robots", "Zoé Roux", "Ana Roux", "--theme", "email", "--at", soon, *where, "--weeks", "2")
    assert "Rien n’est écrit." in typed(at, "workshop", *whole, "--check")
    assert typed(at, "workshops", "REM") == "Aucun atelier n’est prévu.\n"
    typed(at, "workshop", *whole)
    again = typed(at, "workshop", "REM", "Photo", "Ana Roux", "--theme", "email", "--at", soon)
    assert "À vérifier : Quelqu’un anime un autre atelier à ce moment." in again
    number = typed(at, "workshops", "REM").split("  ")[0]
    with root.opened(at) as store:
        row = store.one(tables.workshop.select().where(tables.workshop.c.title == "Robots"))
        assert (row.where, row.level, row.capacity, row.place) == ("École de Sahune", "debutant", 12, "autre")
        assert row.programme == store.one(tables.programme.select()).id
        assert row.animators is not None
    number = spoken(row.id)
    typed(
        at,
        "workshop-correct",
        number,
        "--animator",
        "Zoé Roux",
        "--where",
        "",
        "--programme",
        "",
        "--theme",
        "bureautique",
    )
    with root.opened(at) as store:
        row = store.one(tables.workshop.select().where(tables.workshop.c.id == row.id))
    assert (row.where, row.place, row.programme, row.animators, row.theme) == (None, None, None, None, "bureautique")
    with pytest.raises(KnownError, match="Vieux"):
        typed(at, "workshop-correct", number, "--programme", "Vieux")


def test_workshops_are_shown_corrected_and_called_off(at: Path) -> None:
    root.add_animator(at, given_name="Zoé", family_name="Roux", status="employed", antenna=None)
    day = datetime.now(PARIS) + timedelta(days=20)
    soon = f"{day:%Y-%m-%d} 14:00"
    typed(at, "workshop", "REM", "Photo", "Zoé Roux", "--theme", "email", "--at", soon)
    number, _, said = typed(at, "workshops", "REM").partition("  ")
    assert said == f"{day:%d/%m/%Y} 14:00, Photo, inscrits 0 sur 8\n"
    typed(at, "workshop-correct", number, "--title", "Photos", "--at", f"{day:%Y-%m-%d} 15:00", "--places", "5")
    assert typed(at, "workshops", "REM").endswith(f"{day:%d/%m/%Y} 15:00, Photos, inscrits 0 sur 5\n")
    typed(at, "workshop-off", number)
    assert typed(at, "workshops", "REM") == "Aucun atelier n’est prévu.\n"
    assert typed(at, "desk", "REM", "Table 1") == "Table 1 est à l’antenne REM.\n"
    with pytest.raises(KnownError):
        typed(at, "desk", "REM", "Table 1")


def test_objectives_are_promised_revised_and_told(at: Path) -> None:
    typed(at, "promise", "--from", "2016-09-01", "--to", "2019-08-31")
    typed(at, "place", "REM", "--opens", "2016-10-01")
    typed(at, "objective", "spaces", "20", "--from", "2017-09-01", "--to", "2019-08-31", "--why", "Avenant 2")
    said = typed(at, "objectives", "--on", "2016-12-31").splitlines()
    assert said[0] == (
        "Espaces ouverts : 1 sur 16, dans 1\u00a0commune, attendu à ce jour : 1, à ce rythme, le 04/01/2022"
    )
    number, version = said[2].split(maxsplit=1)
    assert version == "20 du 01/09/2017 au 31/08/2019, Avenant 2"
    typed(at, "objective-remove", number)
    assert "Avenant 2" not in typed(at, "objectives")


def test_the_lists_of_headquarters_are_changed(at: Path) -> None:
    said = typed(at, "code-add", "services", "Parc naturel", "--short", "Parc", "--from", "2026-01-01")
    assert said == "C’est ajouté, sous le code parc_naturel.\n"
    typed(at, "code-rename", "services", "parc_naturel", "Parc naturel régional")
    typed(at, "code-end", "services", "edf", "--to", "2026-06-30", "--successor", "parc_naturel")
    shown = typed(at, "codes")
    assert "  parc_naturel  Parc naturel régional, depuis le 01/01/2026\n" in shown
    assert "  edf  EDF, jusqu’au 30/06/2026, puis parc_naturel\n" in shown
    codelist.use({})
    with pytest.raises(KnownError, match="n’est pas un choix possible"):
        typed(at, "code-end", "services", "nobody")
