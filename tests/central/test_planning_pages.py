"""Headquarters plans on its pages: opening hours, the circuit, workshops; each account for its own antennas."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text

from kiosque.actions.network import engagements, network, staff
from kiosque.actions.network import network as setting
from kiosque.actions.opening import hours
from kiosque.actions.workshops import agenda, workshops
from kiosque.central.accounts import NEVER, Role
from kiosque.central.central import Central
from kiosque.db.store import Store
from kiosque.domain.records import ANTENNA
from tests.central.house import PASSWORD, TODAY, Network
from tests.central.inside import Inside, inside_of
from tests.central.said import words

HERE, THERE = "Rémuzat", "Séderon"
NEXT = TODAY + timedelta(days=1)


@pytest.fixture
def animator(store: Store) -> int:
    return network.add_animator(store, given_name="Zoé", family_name="L’Huillier", antenna=None).record


def sent(inside: Inside, path: str, form: dict[str, str], status: int = 303) -> str:
    return inside.post(path, status=status, **form)


def test_before_there_is_anything_to_choose_the_page_of_a_workshop_says_what_comes_first(
    inside: Inside, store: Store
) -> None:
    page = inside.get("/ateliers-prevus/nouveau")
    assert "Il faut d’abord une antenne" in words(page)
    assert 'href="/antennes/nouvelle"' in page
    assert 'name="title"' not in page
    with store.writing() as writer:
        writer.record(ANTENNA, code="NYO", name="Nyons")
    page = inside.get("/ateliers-prevus/nouveau")
    assert "Il faut d’abord quelqu’un qui anime" in words(page)
    assert 'href="/animateurs/nouveau"' in page


# ----- hours ----------------------------------------------------------------------------------------------------------


def test_hours_are_noted_as_they_are_typed_told_as_understood_and_lifted(
    inside: Inside, network: Network, store: Store
) -> None:
    antenna = network.antennas[HERE]
    path = f"/horaires/{antenna}"
    form = {"act": "note", "hours": "fermé", "first": str(NEXT), "last": str(NEXT), "reason": "leave"}
    assert "C’est noté : fermé." in words(sent(inside, path, form))
    [noted] = hours.noted_from(store, TODAY, antenna)
    assert "C’est déjà noté, pour les mêmes jours." in words(sent(inside, path, form, 409))
    other = form | {"hours": "9h-12h"}
    asked = words(sent(inside, path, other, 409))
    assert "déjà notés pour ces mêmes jours : fermé (Congés). Les remplacer ?" in asked
    sent(inside, path, other | {"sure": "1"})
    *_, replaced = hours.noted_from(store, TODAY, antenna)
    sent(inside, path, {"act": "lift", "noted": str(replaced.id)})
    page = words(inside.get(path))
    assert "Congés" in page
    assert "fermé" in words(inside.get("/horaires"))
    lifted = words(sent(inside, path, {"act": "lift", "noted": str(noted.id)}))
    assert "les horaires d’avant valent de nouveau" in lifted
    assert hours.noted_from(store, TODAY, antenna) == ()
    assert "Ces horaires ne sont plus notés." in words(sent(inside, path, {"act": "lift", "noted": str(noted.id)}, 409))


def test_usual_hours_are_said_anew_from_a_day_on_and_stay_what_they_were_before(
    inside: Inside, network: Network, store: Store
) -> None:
    antenna = network.antennas[HERE]
    path = f"/horaires/{antenna}"
    form = {"act": "usual", "hours": "mardi et jeudi 9h-12h", "first": str(TODAY)}
    said = words(sent(inside, path, form))
    assert "Les horaires habituels, à partir du lundi 23 novembre 2026" in said
    assert "D’habitude : mardi et jeudi, 9 h – 12 h" in said
    assert "C’est déjà noté, pour les mêmes jours." in words(sent(inside, path, form, 409))
    later = TODAY + timedelta(days=10)
    page = words(sent(inside, path, form | {"hours": "24/7", "first": str(later)}))
    assert "D’habitude : mardi et jeudi, 9 h – 12 h" in page
    assert "habituels, dès le 3 décembre" in page.partition("Noté autrement")[2]
    assert "jeudi 3 décembre 2026 toute la journée" in page
    assert "0 h – 0 h" not in page
    calendar = hours.calendar_of(store, antenna)
    known = [calendar.usual(TODAY + timedelta(days=each)) for each in (-1, 0, 9, 10)]
    assert known == [None, "Tu,Th 09:00-12:00", "Tu,Th 09:00-12:00", "24/7"]
    # Until it is the usual, it is taken back like what is noted for some days.
    [coming] = hours.noted_from(store, TODAY, antenna)
    sent(inside, path, {"act": "lift", "noted": str(coming.id)})
    assert hours.calendar_of(store, antenna).usual(later) == "Tu,Th 09:00-12:00"
    for wrong in ({"first": ""}, {"first": "2028-01-01"}, {"hours": "quand on peut"}):
        page = sent(inside, path, form | wrong, 409)
        assert page.count('role="alert"') == page.count('aria-invalid="true" autofocus') == 1
    assert "choix possible" in words(sent(inside, path, form | {"act": "note", "reason": "usual"}, 409))


def test_usual_hours_from_a_day_gone_by_are_asked_about_and_lifted_until_others_follow(
    inside: Inside, network: Network, store: Store
) -> None:
    antenna = network.antennas[HERE]
    path, gone_by = f"/horaires/{antenna}", TODAY - timedelta(days=20)

    def usual(day: date) -> str | None:
        return hours.calendar_of(store, antenna).usual(day)

    form = {"act": "usual", "hours": "mardi 9h-12h", "first": str(gone_by)}
    # What cannot be is refused, not asked about.
    assert "vérifiez l’année" in words(sent(inside, path, form | {"first": "1926-01-01"}, 409))
    asked = sent(inside, path, form, 409)
    assert "Le mardi 3 novembre 2026 est passé" in words(asked)
    assert 'name="sure"' in asked
    assert usual(gone_by) is None
    assert "habituels, dès le 3 novembre" in words(sent(inside, path, form | {"sure": "1"})).partition("Noté autr")[2]
    assert "habituels, dès" in words(sent(inside, path, form | {"first": str(TODAY), "hours": "24/7"}))
    # Those of today come after the others, and are lifted first.
    [now] = hours.liftable(store, antenna, TODAY)
    sent(inside, path, {"act": "lift", "noted": str(now.id)})
    [before] = hours.liftable(store, antenna, TODAY)
    assert (now.hours, before.hours, usual(TODAY)) == ("24/7", "Tu 09:00-12:00", "Tu 09:00-12:00")
    sent(inside, path, {"act": "lift", "noted": str(before.id)})
    assert usual(gone_by) is None
    assert "Noté autrement" not in inside.get(path)


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ({"act": "note", "hours": "quand on peut", "first": "2026-12-01", "reason": "leave"}, "quand on peut"),
        ({"act": "note", "hours": "fermé", "first": "noël", "reason": "leave"}, "Écrivez un jour"),
        (
            {"act": "note", "hours": "fermé", "first": "2026-12-24", "last": "2026-12-01", "reason": "leave"},
            "vient après",
        ),
        ({"act": "note", "hours": "fermé", "first": "2026-12-24", "reason": "nobody"}, "n’est pas un choix possible"),
        ({"act": "burn"}, "Ce geste n’existe pas"),
    ],
    ids=["hours", "day", "order", "reason", "act"],
)
def test_hours_that_cannot_be_are_refused_and_stay_as_typed(
    inside: Inside, network: Network, store: Store, form: dict[str, str], why: str
) -> None:
    page = sent(inside, f"/horaires/{network.antennas[HERE]}", form, 409)
    assert why in words(page)
    if form["act"] == "note":
        assert f'value="{form["hours"]}"' in page
    assert hours.noted_from(store, TODAY, network.antennas[HERE]) == ()


# ----- the circuit ----------------------------------------------------------------------------------------------------


def test_a_stop_is_planned_seen_in_the_week_and_taken_back(
    inside: Inside, network: Network, store: Store, animator: int
) -> None:
    assert "Le circuit n’a pas encore d’étape." in words(inside.get("/circuit"))
    form = {"act": "plan", "animator": str(animator), "antenna": str(network.antennas[THERE]), "first": str(TODAY)}
    said = words(sent(inside, "/circuit", form | {"hours": "tous les jours 9h-12h", "last": ""}))
    assert "C’est prévu : Zoé L’Huillier à " in said
    page = words(inside.get("/circuit"))
    assert "Zoé L’Huillier 9 h – 12 h" in page
    same = form | {"hours": "tous les jours 9h-12h", "last": ""}
    assert "C’est déjà prévu, pour les mêmes jours." in words(sent(inside, "/circuit", same, 409))
    twice = form | {"antenna": str(network.antennas[HERE]), "hours": "tous les jours 11h-13h", "last": ""}
    assert "À vérifier : Le circuit attend la même personne dans une autre antenne" in words(
        sent(inside, "/circuit", twice)
    )
    other = next(each for each in staff.circuit(store) if each.antenna == network.antennas[HERE])
    sent(inside, "/circuit", {"act": "cancel", "stop": str(other.id)})
    [stop] = staff.circuit(store)
    assert "L’étape est retirée du circuit." in words(sent(inside, "/circuit", {"act": "cancel", "stop": str(stop.id)}))
    assert staff.circuit(store) == ()
    gone = words(sent(inside, "/circuit", {"act": "cancel", "stop": str(stop.id)}, 409))
    assert "Cette étape n’est plus au circuit." in gone


def test_nobody_is_planned_for_once_they_left_even_by_a_page_that_was_open_before(
    inside: Inside, network: Network, store: Store, animator: int
) -> None:
    form = {"act": "plan", "animator": str(animator), "antenna": str(network.antennas[THERE]), "first": str(TODAY)}
    form |= {"hours": "tous les jours 9h-12h", "last": ""}
    inside.send("/circuit", form)
    inside.send("/ateliers-prevus/nouveau", workshop(network, animator))
    engagements.leaves(store, animator, TODAY + timedelta(days=2))
    # Whoever goes is waited for until then, and planned for with a word about it.
    page = words(inside.get("/circuit")).partition("Les étapes")[0]
    assert page.count("Zoé L’Huillier 9 h – 12 h") == 3
    last = {"first": str(TODAY + timedelta(days=2)), "last": str(TODAY + timedelta(days=3)), "hours": "14h-15h"}
    assert "ne travaille plus pour le réseau" in words(inside.send("/circuit", form | last))
    first = {"first": str(TODAY), "last": str(TODAY + timedelta(days=2)), "hours": "15h-16h"}
    assert "ne travaille plus pour le réseau" not in words(inside.send("/circuit", form | first))
    engagements.leaves(store, animator, TODAY, at_once=True)
    page = words(inside.get("/circuit"))
    assert "Personne n’est attendu ces jours-ci." in page
    assert "Zoé L’Huillier a quitté le réseau" in page
    assert "Cette personne a quitté le réseau" in words(inside.send("/circuit", form | {"hours": "16h-17h"}, 409))
    again = workshop(network, animator, day="2026-12-09")
    assert "Zoé L’Huillier a quitté le réseau" in words(inside.send("/ateliers-prevus/nouveau", again, 409))
    # What they hold already is said otherwise with them still in it: somebody else is chosen when there is somebody.
    [held] = agenda.upcoming(store, antenna=network.antennas[HERE])
    inside.get(f"/ateliers-prevus/{held.id}")
    inside.send(f"/ateliers-prevus/{held.id}", workshop(network, animator, capacity="12"))


def test_an_association_chooses_its_own_first_and_may_let_others_stand_in(
    central: Central, network: Network, store: Store
) -> None:
    for name, where in (("Léa", HERE), ("Ana", THERE)):
        setting.add_animator(store, given_name=name, family_name="Brès", antenna=network.antennas[where])
    with store.reading() as connection:
        [held] = connection.execute(text("SELECT id FROM permanence WHERE to_confirm")).scalars()
    with inside_of(central, "asoft") as asoft:
        for path in ("/circuit", "/ateliers-prevus/nouveau", f"/permanences/{held}/presences"):
            offered = asoft.get(path).partition('name="animator"')[2].partition("</select>")[0]
            own, _, others = offered.partition('<optgroup label="Le reste du réseau, en remplacement">')
            assert ("Ana Brès" in own, "Léa Brès" in others) == (True, True), path
    with inside_of(central) as inside:
        assert "<optgroup" not in inside.get("/circuit")


def test_nobody_comes_who_is_not_known(inside: Inside, network: Network, store: Store, animator: int) -> None:
    assert animator
    form = {
        "act": "plan",
        "animator": "12",
        "antenna": str(network.antennas[THERE]),
        "first": str(TODAY),
        "hours": "lundi 9h-12h",
    }
    page = sent(inside, "/circuit", form, 409)
    assert "Choisissez qui vient." in words(page)
    assert 'value="lundi 9h-12h"' in page
    assert staff.circuit(store) == ()


# ----- workshops ------------------------------------------------------------------------------------------------------


def workshop(network: Network, who: int, **other: str) -> dict[str, str]:
    """Return the form of a workshop next week, on a day and at an hour of nobody's."""
    said = {
        "antenna": str(network.antennas[HERE]),
        "title": "Photo <numérique>",
        "theme": "email",
        "animator": str(who),
    }
    when = {"day": "2026-12-02", "start": "14:00", "minutes": "90", "capacity": "6", "times": "1", "weeks": "1"}
    return {**said, **when, "where": "École de Rémuzat", **other}


def test_a_series_is_planned_corrected_and_called_off(
    inside: Inside, network: Network, store: Store, animator: int
) -> None:
    assert "Aucun atelier n’est prévu" in words(inside.get("/ateliers-prevus"))
    assert 'name="minutes" inputmode="numeric" maxlength="3" value="120"' in inside.get("/ateliers-prevus/nouveau")
    page = inside.post("/ateliers-prevus/nouveau", status=303, **workshop(network, animator, times="3", in_term="1"))
    planned = agenda.upcoming(store, antenna=network.antennas[HERE])
    assert [each.title for each in planned] == ["Photo <numérique>"] * 3
    assert "C’est prévu." in page
    assert "Photo &lt;numérique&gt;" in page
    one = f"/ateliers-prevus/{planned[1].id}"
    assert 'value="École de Rémuzat"' in inside.get(one)
    changed = workshop(network, animator, day="2026-12-10", capacity="12", level="debutant")
    inside.post(one, status=303, **changed)
    assert "la coordination (coordination)" in words(inside.get(one))
    after = workshops.plan_of(store, planned[1].id)
    assert (after.capacity, after.details.level) == (12, "debutant")
    assert workshops.plan_of(store, planned[2].id).capacity == 6
    inside.post(one, status=303, act="off", rest="1")
    assert [each.id for each in agenda.upcoming(store, antenna=network.antennas[HERE])] == [planned[0].id]


def test_what_may_be_a_mistake_is_said_first_and_whoever_plans_decides(
    inside: Inside, network: Network, store: Store, animator: int
) -> None:
    christmas = workshop(network, animator, day="2026-12-25")
    page = sent(inside, "/ateliers-prevus/nouveau", christmas, 409)
    assert "Une séance tombe un jour férié." in words(page)
    assert "École de Rémuzat" in page
    assert agenda.upcoming(store, antenna=network.antennas[HERE]) == ()
    inside.post("/ateliers-prevus/nouveau", status=303, **christmas, anyway="1")
    assert len(agenda.upcoming(store, antenna=network.antennas[HERE])) == 1


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"title": " "}, "Il manque un nom ici."),
        ({"animator": ""}, "Choisissez qui anime."),
        ({"start": "midi"}, "Écrivez une heure"),
        ({"minutes": "beaucoup"}, "Écrivez un nombre entier"),
        ({"times": "99"}, "Écrivez un nombre entier"),
        ({"day": "2031-01-01", "anyway": "1"}, "La date d’un atelier est entre hier et dans un an."),
        ({"day": "2020-12-25"}, "La date d’un atelier est entre hier et dans un an."),
    ],
    ids=["title", "animator", "start", "minutes", "times", "far", "past holiday"],
)
def test_a_workshop_that_cannot_be_is_refused_and_stays_as_typed(
    inside: Inside, network: Network, store: Store, animator: int, other: dict[str, str], why: str
) -> None:
    page = sent(inside, "/ateliers-prevus/nouveau", workshop(network, animator, **other), 409)
    assert why in words(page)
    assert 'value="École de Rémuzat"' in page
    assert agenda.upcoming(store, antenna=network.antennas[HERE]) == ()


# ----- of whom --------------------------------------------------------------------------------------------------------


def test_an_association_plans_for_its_own_antennas_only(
    central: Central, network: Network, store: Store, animator: int
) -> None:
    central.accounts.add("aventic", PASSWORD, Role.ASSOCIATION, "aventic", code_due=NEVER)
    theirs = central.accounts.find("aventic")
    assert theirs is not None
    assert theirs.antennas
    other = next(each for each in network.antennas.values() if each not in theirs.antennas)
    with inside_of(central, "aventic") as association:
        association.get(f"/horaires/{other}", status=404)
        sent(
            association,
            f"/horaires/{other}",
            {"act": "note", "hours": "fermé", "first": str(NEXT), "reason": "leave"},
            404,
        )
        form = {
            "act": "plan",
            "animator": str(animator),
            "antenna": str(other),
            "hours": "lundi 9h-12h",
            "first": str(NEXT),
        }
        sent(association, "/circuit", form, 404)
        sent(association, "/ateliers-prevus/nouveau", workshop(network, animator, antenna=str(other)), 404)
    assert hours.noted_from(store, TODAY, other) == ()
    assert staff.circuit(store) == ()
