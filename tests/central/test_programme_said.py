"""Headquarters begins programmes and notes trainings on its pages, corrects them, and ends or takes them back."""

from datetime import date

from kiosque.actions.network import network as people
from kiosque.actions.network import programmes, staff
from kiosque.central.central import Central
from kiosque.db.store import Store
from kiosque.domain.validity import dates
from tests.central.house import Network
from tests.central.inside import Inside, inside_of
from tests.central.said import words
from tests.stores import folded, rows

NEW = "/programmes/nouveau"
FARMS = {"label": "Fermes <bio>", "audience": "farmers", "first": "2026-09-01"}


def test_a_programme_is_begun_with_its_rule_corrected_ended_and_goes_on(inside: Inside, store: Store) -> None:
    assert "Ouvrir le premier" in inside.get("/programmes")
    for other, why in (
        ({"label": " "}, "Il manque un nom ici."),
        ({"first": ""}, "Écrivez un jour"),
        ({"last": "2026-08-01"}, "vient après"),
        ({"audience": "kings"}, "n’est pas un choix possible"),
        ({"sectors": "x"}, "n’est pas un choix possible"),
    ):
        page = inside.post(NEW, status=409, **{**FARMS, "themes": "email", **other})
        assert why in words(page)
        assert 'value="email" checked' in page
    inside.post(NEW, status=303, **FARMS, themes="email", sectors="farm")
    [made] = programmes.programmes(store)
    assert (made.rule.themes, made.rule.sectors) == (frozenset({"email"}), frozenset({"farm"}))
    path = f"/programmes/{made.id}/corriger"
    assert path in inside.get(f"/programmes/{made.id}")
    page = inside.get(path)
    assert "Fermes &lt;bio&gt;" in page
    assert 'value="farm" checked' in page
    assert "Rien n’en fera plus partie" in inside.post(path, status=409, label="Fermes", last="2026-12-31")
    inside.post(path, status=303, label="Fermes", last="2026-12-31", sure="1", services="msa")
    [made] = programmes.programmes(store)
    assert (made.name, made.ended_at) == ("Fermes", dates(date(2026, 12, 31), date(2026, 12, 31))[1])
    assert (made.rule.themes, made.rule.services) == (frozenset(), frozenset({"msa"}))
    told = words(inside.post(path, label="Fermes", last=""))
    assert programmes.programmes(store)[0].ended_at is None
    assert "C’est corrigé." in told
    assert "Dates : du 1er septembre 2026 au 31 décembre 2026 devient depuis le 1er septembre 2026" in told
    inside.get("/programmes/12/corriger", status=404)
    assert rows(store) == folded(store)


def test_a_training_is_noted_corrected_and_taken_back(inside: Inside, store: Store) -> None:
    assert "Personne n’anime encore le réseau" in inside.get("/formations")
    zoe, ali = (people.add_animator(store, given_name=name, family_name="Roux").record for name in ("Zoé", "Ali"))
    form = {"act": "note", "subject": "mediation", "day": "2026-11-20", "hours": "7"}
    for other, why in (
        ({"hours": "beaucoup"}, "Écrivez un nombre entier"),
        ({"hours": "201"}, "de 1 à 200 heures"),
        ({"day": "hier"}, "Écrivez un jour"),
        ({"who": "12"}, "Il faut dire qui a suivi"),
    ):
        page = inside.post("/formations", status=409, **{**form, "who": str(zoe), **other})
        assert why in words(page)
    noted = words(inside.post("/formations", status=303, **form, who=str(zoe)))
    assert "Cette formation est déjà notée" in words(inside.post("/formations", status=409, **form, who=str(zoe)))
    [session] = staff.sessions(store)
    assert (session.subject, session.hours, session.animators) == ("mediation", 7, (zoe,))
    assert "Zoé Roux" in noted
    assert f'value="{zoe}" checked' in inside.get(f"/formations?formation={session.id}")
    changed = {**form, "hours": "14", "who": str(ali), "session": str(session.id)}
    inside.post("/formations", status=303, **changed)
    assert (staff.sessions(store)[0].hours, staff.sessions(store)[0].animators) == (14, (ali,))
    inside.post("/formations", status=303, act="remove", session=str(session.id))
    assert staff.sessions(store) == ()
    inside.post("/formations", status=404, act="remove", session=str(session.id))


def test_an_association_notes_what_its_own_followed_and_begins_no_programme(
    central: Central, network: Network, store: Store
) -> None:
    mine = people.add_animator(store, given_name="Léa", family_name="Gras", antenna=network.antennas["Séderon"]).record
    other = people.add_animator(store, given_name="Max", family_name="Bo", antenna=network.antennas["Rémuzat"]).record
    both = staff.train(store, subject="atelier", day=date(2026, 11, 2), hours=7, who=[mine, other]).record
    with inside_of(central, "asoft") as asoft:
        asoft.get(NEW, status=403)
        page = words(asoft.get("/formations"))
        assert "Léa Gras et 1 autre personne" in page
        assert "Max" not in page
        asoft.get(f"/formations?formation={both}", status=404)
        form = {"act": "note", "subject": "kiosque", "day": "2026-11-20", "hours": "3"}
        asoft.post("/formations", status=409, **form, who=str(other))
        asoft.post("/formations", status=303, **form, who=str(mine))
    assert {each.animators for each in staff.sessions(store)} == {(mine, other), (mine,)}
