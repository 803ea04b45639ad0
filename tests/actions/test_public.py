"""What anybody may read of an antenna, and what is said of where it stands and since when."""

from datetime import date

import pytest
from sqlalchemy import select

from kiosque.actions.inputs import BadInput
from kiosque.actions.network import network, public
from kiosque.actions.network.network import Place
from kiosque.actions.network.public import Public
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain.validity import dates
from kiosque.reports.standards import places
from tests.reports.standards import held_against, rows_of, table_schema
from tests.stores import Space, folded, rows

PLACES = "lieux-mediation-numerique-1.0.2"
DAY = date(2026, 3, 2)
WHOLE = Public(
    phone="04 75 26 00 00",
    email="nyons@barons.example",
    website="www.barons.example/nyons",
    booking="https://rdv.example/nyons",
    access="https://acceslibre.example/nyons",
    summary="  De l’aide,   près de chez vous. ",
    care=frozenset({"vue", "moteur"}),
    publics=frozenset({"seniors"}),
    fees="gratuit",
)


def antenna(store: Store, record: int) -> Found:
    return store.one(select(tables.antenna).where(tables.antenna.c.id == record))


def test_what_is_said_of_a_place_is_published_in_the_words_of_the_standard(nyons: Space) -> None:
    store = nyons.central
    network.settle(store, nyons.antenna, Place(address="15 place de la Libération", pivot="W263000001"))
    public.publish(store, nyons.antenna, WHOLE)
    with store.reading() as connection:
        [lieu] = places.places(connection, DAY)
    assert held_against(table_schema(PLACES), rows_of(PLACES, places.as_csv([lieu]).decode())) == []
    assert (lieu.telephone, lieu.site_web) == ("+33475260000", "https://www.barons.example/nyons")
    assert lieu.presentation_resume == "De l’aide, près de chez vous."
    assert lieu.prise_en_charge_specifique == "Handicaps moteurs|Déficience visuelle"
    assert (lieu.publics_specifiquement_adresses, lieu.frais_a_charge) == ("Seniors", "Gratuit")
    assert lieu.modalites_acces == "Se présenter|Téléphoner|Contacter par mail|Prendre un RDV en ligne"
    assert lieu.fiche_acces_libre.startswith("https://acceslibre")
    assert rows(store) == folded(store)


def test_what_is_said_again_writes_nothing_and_what_is_left_empty_is_said_no_more(nyons: Space) -> None:
    store = nyons.central
    assert public.public_of(store, nyons.antenna) == Public()
    public.publish(store, nyons.antenna, WHOLE)
    assert public.publish(store, nyons.antenna, public.public_of(store, nyons.antenna)).entries == ()
    public.publish(store, nyons.antenna, Public(phone="36 00"))
    assert public.public_of(store, nyons.antenna) == Public(phone="3600")
    network.settle(store, nyons.antenna, Place(address="Le Village", pivot="W263000001"))
    with store.reading() as connection:
        # Of a short number the standard knows nothing.
        [lieu] = places.places(connection, DAY)
    assert (lieu.telephone, lieu.modalites_acces) == ("", "Se présenter")


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (Public(phone="12"), "phone"),
        (Public(email="nyons"), "email"),
        (Public(email="a b@c.fr"), "email"),
        (Public(website="javascript:alert(1)"), "website"),
        (Public(website="https://[x"), "website"),
        (Public(booking="nulle part"), "booking"),
        (Public(access=f"https://a.fr/{'x' * 300}"), "access"),
        (Public(summary="a" * 281), "summary"),
        (Public(care=frozenset({"x"})), "care"),
        (Public(publics=frozenset({"x"})), "publics"),
        (Public(fees="x"), "fees"),
    ],
)
def test_what_cannot_be_published_is_refused_at_its_field(nyons: Space, said: Public, field: str) -> None:
    with pytest.raises(BadInput) as refused:
        public.publish(nyons.central, nyons.antenna, said)
    assert refused.value.field == field
    assert public.public_of(nyons.central, nyons.antenna) == Public()


def test_nothing_is_published_of_what_is_no_antenna(nyons: Space) -> None:
    with pytest.raises(Missing):
        public.publish(nyons.central, 12, WHOLE)


def test_where_an_antenna_stands_may_be_left_unsaid_again(nyons: Space) -> None:
    store = nyons.central
    network.settle(store, nyons.antenna, Place("cafe", "44.36042 5.13829", address="Le Village", pivot="W263000001"))
    network.settle(store, nyons.antenna, Place("", "", address="", pivot=""))
    row = antenna(store, nyons.antenna)
    assert (row.room, row.position, row.address, row.pivot) == (None, None, None, None)


def test_an_antenna_is_planned_opens_closes_and_opens_again(nyons: Space) -> None:
    store = nyons.central
    opens, closes = date(2026, 4, 1), date(2026, 12, 31)
    network.live(store, nyons.antenna, opens, closes)
    row = antenna(store, nyons.antenna)
    assert (row.started_at, row.ended_at) == dates(opens, closes)
    network.live(store, nyons.antenna, opens, None)
    assert antenna(store, nyons.antenna).ended_at is None
    network.live(store, nyons.antenna, None, None)
    assert antenna(store, nyons.antenna).started_at is None
    for wrong in ((None, closes), (closes, opens)):
        with pytest.raises(BadInput):
            network.live(store, nyons.antenna, *wrong)


def test_a_new_antenna_is_placed_in_the_same_gesture(nyons: Space) -> None:
    store = nyons.central
    place = Place(address="Le Village", opens=date(2026, 4, 1), size="ville")
    done = network.add_antenna(
        store, code="ROS", label="Rosans", form="village", association="asoft", commune="05126", place=place
    )
    row = antenna(store, done.record)
    assert (row.address, row.size, row.started_at) == ("Le Village", "ville", dates(date(2026, 4, 1), None)[0])
    assert len(done.entries) == 1
