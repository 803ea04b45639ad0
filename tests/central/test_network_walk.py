"""A coordination without a command line opens a space in a real browser, without a script, and lets somebody go."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from sqlalchemy import select

from kiosque.actions.network import engagements, keys
from kiosque.actions.network import network as people
from kiosque.actions.opening.hours import calendar_of
from kiosque.db import records as tables
from kiosque.db.keyfile import WrongBadge
from kiosque.db.store import Store
from kiosque.domain.validity import dates
from kiosque.sync.newcomer import Newcomer
from kiosque.sync.post import Post
from tests.central.browser import Visit, chromium, needs_chromium
from tests.central.house import TODAY, Clock, Network

__all__ = ["chromium"]

pytestmark = [needs_chromium, pytest.mark.walk]

NAME = "Rosans, l’ancienne gare du petit train des Baronnies provençales"
PHRASE = "lavande tilleul olivier genêt"


class NoStick:
    """A PC without a stick in it."""

    def sticks(self) -> tuple[Path, ...]:
        return ()


@pytest.fixture
def visit(chromium: Browser, address: str, network: Network) -> Iterator[Visit]:
    assert network.antennas
    visit = Visit(chromium, address, scripts=False)
    visit.log_in()
    yield visit
    # The browser says of a form that was not accepted, once, that it was not.
    assert [each for each in visit.complaints if "409" not in each] == []
    assert visit.outside == []


def test_a_space_is_opened_from_its_address_to_the_map_and_somebody_leaves_it(
    visit: Visit, store: Store, clock: Clock, tmp_path: Path
) -> None:
    page = visit.page
    antenna = a_space(visit, store)
    animator = a_hire(visit, store, antenna)
    badge = a_badge(visit, store, animator)
    code, at = a_code(visit)

    # The PC, in the village: it is enrolled by the code that was read out, and opens for the badge.
    post = Post(tmp_path / "poste", clock, clock, tend=keys.refresh)
    newcomer = Newcomer(post.at, post, NoStick())
    carried = newcomer.by_code(at, code)
    assert carried.antenna == antenna
    newcomer.settle(carried, carried.animator, badge)
    assert post.unlock(badge).animator == animator
    clock.now += 3_600
    post.try_now()
    post.close()

    # It is on the map, and in the list of places once it is open and its address is whole.
    page.goto("/antennes")
    visit.come_to("Les antennes")
    assert visit.fits()
    expect(page.locator(f".figure-map a[href^='/antennes/{antenna}?'] g.open")).to_have_count(1)
    expect(page.get_by_role("row").filter(has_text=NAME)).to_have_count(1)
    page.goto("/donnees")
    form = page.locator("form.taking").nth(1)
    form.locator("input[value=places]").check()
    form.get_by_label("Pourquoi, et pour qui").fill("La carte nationale")
    with page.expect_download() as given:
        form.get_by_role("button", name="Télécharger").click()
    [place] = csv.DictReader(StringIO(given.value.path().read_text(encoding="utf-8")))
    assert (place["nom"], place["adresse"], place["telephone"]) == (NAME, "3 rue de la Gare", "+33492660000")
    assert (place["commune"], place["horaires"]) == ("Rosans", "Tu,Th 09:00-12:00")

    # The engagement ends: asked about, noted, and the PC no longer opens after its next round.
    page.goto(f"/animateurs/{animator}/corriger")
    page.get_by_label("Son dernier jour").fill(str(TODAY))
    page.get_by_role("checkbox", name="cessent d’ouvrir dès maintenant").check()
    page.get_by_role("button", name="Noter son départ").click()
    expect(page.get_by_role("alert")).to_contain_text("n’ouvrira plus aucun poste dès maintenant")
    expect(page.get_by_label("Son dernier jour")).to_have_value(str(TODAY))
    assert keys.active(store)
    page.get_by_role("checkbox", name="Oui, noter ce départ").check()
    page.get_by_role("button", name="Noter son départ").click()
    expect(page.get_by_role("status")).to_contain_text("Le départ est noté.")
    expect(page.get_by_text("n’ouvre plus aucun poste", exact=True)).to_be_visible()
    assert engagements.listed(store, animator)[0].ended_at == dates(TODAY, TODAY)[1]
    clock.now += 3_600
    post.unlock(badge)
    post.try_now()
    post.close()
    with pytest.raises(WrongBadge):
        post.unlock(badge)


def a_space(visit: Visit, store: Store) -> int:
    """Add an antenna, correct what was refused, and say the rest; return it."""
    page = visit.page
    page.get_by_role("link", name="Antennes").first.click()
    page.get_by_role("link", name="Ajouter une antenne").click()
    visit.come_to("Ajouter une antenne")
    assert visit.fits()
    page.get_by_label("Nom de l’antenne").fill(NAME)
    page.get_by_label("Commune", exact=True).fill("Rosan")
    page.get_by_label("Adresse").fill("3 rue de la Gare")
    page.get_by_label("Ouvre le").fill(str(TODAY))
    page.get_by_label("Horaires habituels").fill("mardi et jeudi quand on peut")
    page.get_by_label("Association").select_option(label="Asoft")
    page.get_by_role("button", name="Ajouter l’antenne").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("Adresse")).to_have_value("3 rue de la Gare")
    page.get_by_label("Commune", exact=True).fill("Rosans")
    page.get_by_label("Horaires habituels").fill("")
    page.get_by_role("button", name="Ajouter l’antenne").click()
    expect(page.get_by_role("status")).to_contain_text("L’antenne est ajoutée.")
    row = store.one(select(tables.antenna).order_by(tables.antenna.c.id.desc()).limit(1))
    assert (row.name, row.commune, row.address, row.association) == (NAME, "05126", "3 rue de la Gare", "asoft")
    assert row.started_at == dates(TODAY, None)[0]

    where = page.locator("section#place")
    where.get_by_label("SIRET ou RNA").fill("123 456 789 00012")
    where.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_role("status")).to_contain_text("C’est corrigé.")
    public = page.locator("section#public")
    public.get_by_label("Téléphone").fill("04 92 66 00 00")
    public.get_by_role("checkbox", name="Handicaps moteurs").check()
    public.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_role("status")).to_contain_text("C’est corrigé.")
    expect(page.get_by_role("region", name="Historique")).to_contain_text("Handicaps moteurs")
    page.get_by_role("link", name="Ses horaires").click()
    visit.come_to(NAME)
    page.get_by_role("textbox", name="Horaires habituels").fill("mardi et jeudi 9h-12h")
    page.get_by_role("button", name="Changer", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("mardi")
    after = store.one(select(tables.antenna).where(tables.antenna.c.id == row.id))
    assert (after.pivot, after.telephone, after.care) == ("12345678900012", "0492660000", "moteur")
    assert calendar_of(store, row.id).usual(TODAY) == "Tu,Th 09:00-12:00"
    return int(row.id)


def a_hire(visit: Visit, store: Store, antenna: int) -> int:
    """Hire somebody for an antenna; return them."""
    page = visit.page
    page.get_by_role("link", name="Réseau").first.click()
    page.get_by_role("link", name="Ajouter").first.click()
    visit.come_to("Ajouter quelqu’un à l’équipe")
    page.get_by_label("Prénom").fill("Zoé")
    page.get_by_label("Nom", exact=True).fill("L’Huillier")
    page.get_by_label("Antenne").select_option(label=NAME)
    page.get_by_label("Association").select_option(label="Asoft")
    page.get_by_label("Premier jour").fill(str(TODAY - timedelta(days=60)))
    page.get_by_role("button", name="Ajouter à l’équipe").click()
    visit.come_to("Zoé L’Huillier")
    assert visit.fits()
    [zoe] = [each for each in people.animators(store) if each.given_name == "Zoé"]
    assert (zoe.antenna, zoe.association) == (antenna, "asoft")
    assert engagements.listed(store, zoe.id)[0].started_at == dates(TODAY - timedelta(days=60), None)[0]
    return zoe.id


def a_badge(visit: Visit, store: Store, animator: int) -> str:
    """Make a badge; return what it says."""
    page = visit.page
    page.get_by_role("link", name="Faire un badge").click()
    visit.come_to("Faire un badge")
    page.get_by_role("button", name="Faire le badge").click()
    visit.come_to("Le badge de Zoé L’Huillier")
    text = page.locator(".letters").inner_text()
    assert [each.animator for each in keys.active(store)] == [animator]
    page.get_by_role("link", name="C’est imprimé").click()
    visit.come_to("Zoé L’Huillier")
    return text


def a_code(visit: Visit) -> tuple[str, str]:
    """Enrol a PC at the new antenna; return its code, and the address that it is to ask."""
    page = visit.page
    page.get_by_role("link", name="Postes", exact=True).click()
    page.get_by_role("link", name=f"Inscrire un poste à {NAME}").click()
    page.get_by_label("Qui l’ouvrira la première fois").select_option(label="Zoé L’Huillier")
    at = page.get_by_label("Adresse où le poste trouvera ce central").input_value()
    page.get_by_role("button", name="Donner un code").click()
    expect(page.get_by_label("Code d’inscription")).to_be_visible()
    return page.get_by_label("Code d’inscription").inner_text().replace("\n", ""), at


def test_a_planned_antenna_is_waiting_on_the_map_and_a_closed_one_is_gone_from_it(visit: Visit, store: Store) -> None:
    page = visit.page
    page.goto("/antennes")
    antenna = store.one(select(tables.antenna.c.id).where(tables.antenna.c.name == "Séderon"))[0]
    page.goto(f"/antennes/{antenna}/corriger")
    life = page.locator("section#life")
    life.get_by_label("Premier jour").fill(str(TODAY + timedelta(days=9)))
    life.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("prévue", exact=True)).to_be_visible()
    page.goto("/antennes")
    expect(page.locator(f".figure-map a[href^='/antennes/{antenna}?'] g.planned")).to_have_count(1)
    page.goto(f"/antennes/{antenna}/corriger")
    life.get_by_label("Premier jour").fill(str(date(2020, 1, 1)))
    life.get_by_label("Dernier jour, pour de bon").fill(str(TODAY - timedelta(days=1)))
    life.get_by_role("button", name="Enregistrer").click()
    life.get_by_role("checkbox", name="Oui, elle ferme pour de bon").check()
    life.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("fermée", exact=True)).to_be_visible()
    page.goto("/antennes")
    visit.come_to("Les antennes")
    expect(page.locator(f".figure-map a[href^='/antennes/{antenna}?']")).to_have_count(0)
