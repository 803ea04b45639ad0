"""Headquarters notes on its pages who supports the network and what people answered, corrects it, and takes it back."""

from datetime import date

from kiosque.actions.network import partners, surveys
from kiosque.central.central import Central
from kiosque.db.store import Store
from kiosque.domain.validity import dates
from tests.central.house import Network
from tests.central.inside import Inside, inside_of
from tests.central.said import words
from tests.stores import folded, rows

HERE = "/partenaires"


def test_a_partner_and_what_they_give_are_noted_corrected_and_taken_back(
    inside: Inside, network: Network, store: Store
) -> None:
    assert "Aucun partenaire n’est noté" in inside.get(HERE)
    inside.post(HERE, status=303, act="partner", label="Commune de <Rémuzat>", form="commune")
    assert "déjà noté" in inside.post(HERE, status=409, act="partner", label="Commune de <Rémuzat>", form="commune")
    [partner] = partners.partners(store)
    inside.get(f"{HERE}?partenaire={partner.id}")
    inside.post(HERE, status=303, act="partner", partner=str(partner.id), label="Rémuzat", form="commune")
    gift = {"act": "support", "of": str(partner.id), "nature": "label", "which_label": "france_services"}
    gift |= {"antenna": str(network.antennas["Rémuzat"]), "first": "2026-01-01", "last": "", "share": "30"}
    for other, why in (
        ({"of": ""}, "Choisissez qui donne."),
        ({"which_label": ""}, "Un label se donne par son nom"),
        ({"first": "2015-01-01"}, "n’existait pas ce jour-là"),
        ({"share": "130"}, "de 1 à 100"),
        ({"last": "2025-01-01"}, "vient après"),
    ):
        page = inside.post(HERE, status=409, **{**gift, **other})
        assert why in words(page)
        assert str(network.antennas["Rémuzat"]) + '" selected' in page
    inside.post(HERE, status=303, **gift)
    for other in ({"share": "40"}, {"first": "2026-02-01", "last": "2026-02-28"}):
        page = inside.post(HERE, status=409, **{**gift, **other})
        assert "donne déjà cela certains de ces jours : Labellise, 30 %, depuis le 1er janvier" in words(page)
        assert 'name="sure"' in page
    for sure in ("", "1"):
        assert "C’est déjà noté, pour les mêmes jours." in words(inside.post(HERE, status=409, **gift, sure=sure))
    [given] = partners.partners(store)[0].gifts
    assert (given.label, given.antenna, given.share) == ("france_services", network.antennas["Rémuzat"], 30)
    assert "Labellise : France Services Rémuzat depuis le 1er janvier 30 %" in words(inside.get(HERE))
    assert 'value="2026-01-01"' in inside.get(f"{HERE}?soutien={given.id}")
    changed = {"act": "support", "support": str(given.id), "which_label": "msap", "antenna": "", "share": ""}
    inside.post(HERE, status=303, **changed, first="2017-01-01", last="2019-12-31")
    [given] = partners.partners(store)[0].gifts
    assert (given.label, given.antenna, given.share) == ("msap", None, None)
    assert (given.started_at, given.ended_at) == dates(date(2017, 1, 1), date(2019, 12, 31))
    inside.get(f"{HERE}?soutien={given.id}")
    inside.post(HERE, status=303, **changed, first="2017-01-01", last="")
    assert partners.partners(store)[0].gifts[0].ended_at is None
    assert "Dates" in words(inside.get(f"{HERE}?soutien={given.id}"))
    inside.post(HERE, status=303, act="remove", support=str(given.id))
    assert partners.partners(store)[0].gifts == ()
    inside.post(HERE, status=303, act="remove", partner=str(partner.id))
    assert partners.partners(store) == ()
    inside.post(HERE, status=404, act="remove", partner=str(partner.id))
    assert "Ce geste n’existe pas." in inside.post(HERE, status=409, act="burn")
    assert rows(store) == folded(store)


def test_what_is_no_partner_is_not_corrected_as_one(inside: Inside, network: Network) -> None:
    other = str(network.antennas["Rémuzat"])
    inside.post(HERE, status=404, act="partner", partner=other, label="Rémuzat", form="commune")
    inside.post(HERE, status=404, act="support", support=other, which_label="msap", first="2026-01-01", last="")


def test_a_survey_is_noted_corrected_and_taken_back(inside: Inside, network: Network, store: Store) -> None:
    assert "Aucune enquête n’est notée." in inside.get("/enquetes")
    said = {"act": "note", "antenna": str(network.antennas["Séderon"]), "answers": "40", "teleworkers": "6"}
    refused = inside.post("/enquetes", status=409, **said | {"teleworkers": "60"}, needs="desk")
    assert "pas plus de télétravailleurs" in refused
    assert 'value="desk" checked' in refused
    assert "Écrivez un nombre entier." in inside.post("/enquetes", status=409, **said | {"answers": "plein"})
    inside.post("/enquetes", status=303, **said, desks="4", needs="desk", asked="2026-10-01")
    [survey] = surveys.surveys(store)
    assert (survey.answers, survey.teleworkers, survey.desks, survey.needs) == (40, 6, 4, ("desk",))
    assert survey.asked == date(2026, 10, 1)
    assert 'value="40"' in inside.get(f"/enquetes?enquete={survey.id}")
    twice = said | {"desks": "4", "asked": "2026-10-01"}
    assert "déjà notée, le même jour" in inside.post("/enquetes", status=409, **twice, needs="desk")
    page = words(inside.post("/enquetes", status=409, **twice | {"answers": "12"}, needs="desk"))
    assert "déjà notée pour ce jour (40 réponses)" in page
    inside.get(f"/enquetes?enquete={survey.id}")
    inside.post("/enquetes", status=303, act="note", survey=str(survey.id), answers="41", needs="repair")
    [survey] = surveys.surveys(store)
    assert (survey.answers, survey.needs) == (41, ("repair",))
    inside.post("/enquetes", status=303, act="remove", survey=str(survey.id))
    assert surveys.surveys(store) == ()
    inside.get(f"/enquetes?enquete={survey.id}", status=404)


def test_an_association_surveys_its_own_antennas_only(central: Central, network: Network, store: Store) -> None:
    theirs = surveys.survey(store, antenna=network.antennas["Rémuzat"], answers=12).record
    with inside_of(central, "asoft") as asoft:
        asoft.get(HERE, status=403)
        assert "Rémuzat" not in asoft.get("/enquetes")
        asoft.get(f"/enquetes?enquete={theirs}", status=404)
        asoft.post("/enquetes", status=404, act="remove", survey=str(theirs))
        asoft.post("/enquetes", status=404, act="note", antenna=str(network.antennas["Rémuzat"]), answers="3")
    assert len(surveys.surveys(store)) == 1
