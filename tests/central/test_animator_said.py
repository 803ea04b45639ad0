"""Headquarters hires somebody on its pages, makes their badge, and lets them go: their keys go with them."""

from datetime import date, timedelta

from kiosque.actions.network import engagements, keys, staff
from kiosque.actions.network import network as people
from kiosque.actions.network.network import Animator
from kiosque.central.central import Central
from kiosque.db.store import Store
from kiosque.domain.opener import read_badge
from kiosque.domain.validity import dates
from tests.central.house import TODAY, Network
from tests.central.inside import Inside, inside_of
from tests.central.said import words
from tests.stores import folded, rows

NEW = "/animateurs/nouveau"
ZOE = {"given_name": "Zoé", "family_name": "L’Huillier", "status": "volunteer", "association": "asoft"}


def known(store: Store, name: str) -> Animator:
    return next(each for each in people.animators(store) if each.given_name == name)


def test_somebody_is_hired_corrected_and_engaged_anew_and_the_past_stays(
    inside: Inside, network: Network, store: Store
) -> None:
    assert "Ajouter la première personne" in inside.get("/animateurs")
    antenna = network.antennas["Séderon"]
    inside.send(NEW, ZOE | {"antenna": str(antenna), "first": "2026-09-01", "last": ""}, 303)
    zoe = known(store, "Zoé")
    assert (zoe.association, zoe.antenna) == ("asoft", antenna)
    path = f"/animateurs/{zoe.id}/corriger"
    assert path in inside.get(f"/animateurs/{zoe.id}")
    inside.post(path, status=303, act="identity", given_name="Zoë", family_name="Roux", association="", antenna="")
    assert (known(store, "Zoë").family_name, known(store, "Zoë").antenna) == ("Roux", None)
    page = words(inside.send(path, {"act": "engage", "status": "employed", "first": "2026-11-01", "last": ""}))
    first, second = engagements.listed(store, zoe.id)
    assert (first.status, first.ended_at) == ("volunteer", second.started_at)
    assert "C’est noté. Ce qui était vrai avant le reste." in page
    assert "Prénom : Zoé devient Zoë" in page
    inside.post(path, status=303, act="disengage", engagement=str(second.record))
    assert len(engagements.listed(store, zoe.id)) == 1
    gone = inside.post(path, status=409, act="disengage", engagement=str(second.record))
    assert "Cet engagement n’est plus noté." in gone
    assert rows(store) == folded(store)


def test_what_is_refused_stays_typed_and_namesakes_are_asked_about(inside: Inside, store: Store) -> None:
    for other, why in (
        ({"given_name": " "}, "Il manque un nom ici."),
        ({"first": "bientôt"}, "Écrivez un jour"),
        ({"first": "2026-12-01", "last": "2026-11-01"}, "vient après le premier"),
        ({"status": "king"}, "n’est pas un choix possible"),
    ):
        page = inside.send(NEW, ZOE | other, 409)
        assert why in words(page)
        assert 'value="L’Huillier"' in page
    inside.send(NEW, ZOE, 303)
    assert "Est-ce bien quelqu’un d’autre" in inside.send(NEW, ZOE | {"given_name": "zoé"}, 409)
    inside.send(NEW, ZOE | {"sure": "1"}, 303)
    assert len([each for each in keyless(store) if each == "Zoé L’Huillier"]) == 2
    path = f"/animateurs/{known(store, 'Zoé').id}/corriger"
    page = inside.post(path, status=409, act="identity", given_name="", family_name="D’Artagnan", antenna="")
    assert 'value="D’Artagnan"' in page
    assert "Ce geste n’existe pas." in inside.post(path, status=409, act="burn")
    inside.post(path, status=404, act="identity", given_name="Zoé", family_name="x", antenna="12")
    inside.get("/animateurs/12/corriger", status=404)


def keyless(store: Store) -> list[str]:
    return [each.full_name for each in people.animators(store)]


def test_a_badge_is_made_shown_once_and_listed(inside: Inside, store: Store) -> None:
    assert "Personne n’anime encore le réseau" in inside.get("/badges/nouveau")
    assert "/badges/nouveau" in inside.get("/badges")
    zoe = people.add_animator(store, given_name="Zoé", family_name="<Roux>", association="asoft").record
    assert "Choisissez pour qui" in inside.post("/badges/nouveau", status=409, animator="12")
    assert " selected>Zoé" in inside.get(f"/badges/nouveau?animateur={zoe}")
    page = inside.post("/badges/nouveau", animator=str(zoe))
    assert "Zoé &lt;Roux&gt;" in page
    assert "<svg" in page
    assert " style=" not in page
    code = page.split('class="letters"')[1].split(">", 1)[1].split("<", 1)[0]
    assert read_badge(code) is not None
    [holder] = keys.active(store)
    assert holder.animator == zoe
    said = words(inside.get(f"/animateurs/{zoe}/corriger"))
    assert "Badge fait à la coordination, aujourd’hui ; ouvre tous les postes du réseau" in said
    assert code not in said


def test_leaving_is_asked_about_gives_the_keys_up_and_is_undone(inside: Inside, store: Store) -> None:
    zoe = people.add_animator(store, given_name="Zoé", family_name="Roux", first=date(2026, 9, 1)).record
    keys.issue_badge(store, zoe)
    path = f"/animateurs/{zoe}/corriger"
    assert "vient avant son premier" in inside.post(path, status=409, act="leave", leaves="2026-08-31", sure="1")
    page = inside.post(path, status=409, act="leave", leaves=str(TODAY), at_once="1")
    assert "n’ouvrira plus aucun poste dès maintenant" in page
    assert f'value="{TODAY}"' in page
    assert keys.active(store)
    left = words(inside.post(path, act="leave", leaves=str(TODAY), at_once="1", sure="1"))
    assert keys.active(store) == ()
    assert "Le départ est noté." in left
    assert "n’ouvre plus aucun poste" in left
    assert "terminé" in inside.post("/badges/nouveau", status=409, animator=str(zoe))
    inside.post(path, status=303, act="stay")
    assert len(keys.active(store)) == 1
    # A day to come gives nothing up yet.
    later = TODAY + timedelta(days=3)
    assert f"après le {later.day} novembre" in inside.post(path, status=409, act="leave", leaves=str(later))
    inside.post(path, status=303, act="leave", leaves=str(later), sure="1")
    assert len(keys.active(store)) == 1
    assert f"part après le {later.day} novembre" in words(inside.get(path))
    assert engagements.listed(store, zoe)[0].ended_at == dates(later, later)[1]


def test_somebody_may_leave_before_an_engagement_that_has_not_begun_and_in_no_other_century(
    inside: Inside, store: Store
) -> None:
    # Hired without a day, engaged from a day to come; and hired for a day to come alone.
    zoe = people.add_animator(store, given_name="Zoé", family_name="Roux").record
    staff.engage(store, zoe, status="lent", first=date(2027, 1, 1), last=date(2027, 6, 30))
    ali = people.add_animator(store, given_name="Ali", family_name="Brès", first=date(2027, 1, 1)).record
    for who in (zoe, ali):
        path = f"/animateurs/{who}/corriger"
        for day in ("1926-01-01", "2126-01-01"):
            assert "vérifiez l’année" in words(inside.post(path, status=409, act="leave", leaves=day, sure="1"))
        assert "Le départ est noté." in words(inside.post(path, act="leave", leaves=str(TODAY), sure="1"))


def test_an_engagement_beside_another_is_asked_about_and_the_same_one_is_not_noted_twice(
    inside: Inside, store: Store
) -> None:
    zoe = people.add_animator(store, given_name="Zoé", family_name="Roux", first=date(2024, 9, 1)).record
    path = f"/animateurs/{zoe}/corriger"
    lent = {"act": "engage", "status": "lent", "first": "2026-01-01", "last": "2026-12-31"}
    inside.send(path, lent)
    assert "Cet engagement est déjà noté" in words(inside.send(path, lent | {"sure": "1"}, 409))
    summer = lent | {"status": "volunteer", "first": "2026-06-01", "last": "2026-08-31"}
    asked = inside.send(path, summer, 409)
    assert (
        "Un autre engagement vaut déjà certains de ces jours : mis à disposition par le Département, depuis le 1er "
        "janvier 2026, jusqu’au 31 décembre 2026." in words(asked)
    )
    assert len(engagements.listed(store, zoe)) == 2
    inside.send(path, summer | {"sure": "1"})
    # One after the other, and another status from a day on: nothing to ask.
    inside.send(path, {"act": "engage", "status": "employed", "first": "2027-01-01", "last": ""})
    inside.send(path, {"act": "engage", "status": "volunteer", "first": "2028-01-01", "last": ""})
    assert len(engagements.listed(store, zoe)) == 5
    asked = inside.send(path, lent | {"first": "2027-02-01", "last": "2027-03-31"}, 409)
    assert "salarié, depuis le 1er janvier 2027, sans dernier jour" in words(asked)


def test_an_association_hires_and_lets_go_its_own_only(central: Central, network: Network, store: Store) -> None:
    theirs = add(store, "Léa", network.antennas["Rémuzat"], "aventic")
    roaming = add(store, "Ali", None, "aventic")
    with inside_of(central, "asoft") as asoft:
        asoft.send(NEW, ZOE | {"association": "aventic"}, 303)
        mine = known(store, "Zoé")
        assert mine.association == "asoft"
        asoft.send(NEW, ZOE | {"given_name": "Max", "antenna": str(network.antennas["Rémuzat"])}, 404)
        path = f"/animateurs/{mine.id}/corriger"
        asoft.post(path, status=303, act="leave", leaves=str(TODAY), sure="1")
        assert "Un badge se demande à l’administration." in asoft.get(path)
        for other in (theirs, roaming):
            asoft.get(f"/animateurs/{other}/corriger", status=404)
            asoft.post(f"/animateurs/{other}/corriger", status=404, act="leave", leaves=str(TODAY), sure="1")
            assert f"/animateurs/{other}/corriger" not in asoft.get("/animateurs")
        asoft.get("/badges/nouveau", status=403)
    with inside_of(central, "financeur") as reader:
        reader.get(NEW, status=403)
        reader.get(f"/animateurs/{theirs}/corriger", status=403)


def add(store: Store, name: str, antenna: int | None, association: str) -> int:
    return people.add_animator(
        store, given_name=name, family_name="Roux", antenna=antenna, association=association
    ).record


def test_who_left_is_offered_no_more_where_somebody_is_chosen(inside: Inside, network: Network, store: Store) -> None:
    assert network.antennas
    zoe, ali = add(store, "Zoé", None, "asoft"), add(store, "Ali", None, "asoft")
    engagements.leaves(store, zoe, TODAY, at_once=True)
    for path in ("/circuit", "/ateliers-prevus/nouveau", "/postes/inscrire", "/badges/nouveau"):
        page = inside.get(path)
        assert f'<option value="{ali}"' in page, path
        assert f'<option value="{zoe}"' not in page, path
