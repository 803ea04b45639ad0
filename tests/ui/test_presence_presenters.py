"""Opening, joining, taking over and leaving, over a real database and without a window."""

from dataclasses import replace

import pytest

from kiosque.actions.network import network
from kiosque.actions.opening import permanences, presence
from kiosque.actions.visitors import reception
from kiosque.domain.records import ANTENNA
from kiosque.ui import places
from kiosque.ui.animator.at_desk import DeskPresenter
from kiosque.ui.animator.desk import DeskState
from kiosque.ui.animator.joining import JoinPresenter, JoinState
from kiosque.ui.animator.opening import OpenPresenter, OpenState
from kiosque.ui.animator.team import TeamPresenter, TeamState
from kiosque.ui.animator.unlock import UnlockPresenter, UnlockState
from kiosque.ui.backstage import Backstage
from tests.stores import Space, meet, rows
from tests.ui.backstages import Pictures, Stage, backstage


def somebody(space: Space, given_name: str, antenna: int | None = None) -> int:
    """Hire somebody who roams, or of another antenna, and let this PC hear of it."""
    hired = network.add_animator(space.central, given_name=given_name, family_name="Roux", antenna=antenna).record
    meet(space.store, space.central)
    return hired


def behind(space: Space, stage: Stage, animator: int) -> Backstage:
    """Return the backstage as ``animator`` finds it once their badge was read."""
    made = backstage(space, stage)
    assert made.opened is not None
    made.opened = replace(made.opened, animator=animator)
    return made


def here(space: Space) -> list[str]:
    current = permanences.current(space.store)
    return [each.name for each in presence.there(space.store, current.id)] if current else []


def opening(space: Space, stage: Stage, animator: int | None = None) -> tuple[OpenPresenter, Pictures[OpenState]]:
    pictures = Pictures[OpenState]()
    presenter = OpenPresenter(behind(space, stage, animator or space.animator), pictures)
    presenter.start()
    return presenter, pictures


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (-20, "20\u202fmin avant l’heure prévue."),
        (-4, "C’est l’heure prévue."),
        (12, "12\u202fmin après l’heure prévue."),
        (80, "1\u202fh\u202f20 après l’heure prévue."),
        (240, "30\u202fmin avant l’heure prévue."),
        (600, "Les horaires prévus sont passés."),
    ],
    ids=str,
)
def test_the_opening_is_told_beside_the_plan(nyons: Space, stage: Stage, minutes: int, said: str) -> None:
    nyons.clock.pass_(minutes=minutes)
    _, pictures = opening(nyons, stage)
    assert pictures.last.lines[2] == said


def test_a_day_without_hours_opens_all_the_same(nyons: Space, stage: Stage) -> None:
    nyons.clock.pass_(days=6)
    presenter, pictures = opening(nyons, stage)
    assert pictures.last.lines[0] == "Rien n’est prévu aujourd’hui. Vous pouvez ouvrir quand même."
    presenter.send("")
    assert here(nyons) == ["Élodie Brès"]


def test_hours_that_are_not_known_are_said_to_be_unknown(nyons: Space, stage: Stage) -> None:
    with nyons.central.writing() as writer:
        writer.amend(ANTENNA, nyons.antenna, opening_hours=None)
    meet(nyons.store, nyons.central)
    _, pictures = opening(nyons, stage)
    assert pictures.last.lines[0] == "Les horaires ne sont pas encore connus ici."


def test_who_comes_from_elsewhere_is_told_so_and_opens(nyons: Space, stage: Stage) -> None:
    remuzat, eygalayes = (
        network.add_antenna(
            nyons.central, code=code, label=label, form="seat", association="aventic", commune="26264"
        ).record
        for code, label in (("REM", "Rémuzat"), ("EYG", "Eygalayes"))
    )
    for antenna, said in ((None, "équipe itinérante"), (remuzat, "de Rémuzat"), (eygalayes, "d’Eygalayes")):
        zoe = somebody(nyons, "Zoé", antenna)
        presenter, pictures = opening(nyons, stage, zoe)
        assert pictures.last.lines[3] == f"Nyons · Zoé Roux · {said}"
        presenter.send("")
        assert here(nyons) == ["Zoé Roux"]
        assert stage.take_back is not None
        stage.take_back()
        assert here(nyons) == []


def test_an_opening_with_a_visit_in_it_is_not_taken_back(nyons: Space, stage: Stage) -> None:
    presenter, _ = opening(nyons, stage)
    presenter.send("")
    reception.sign_in_unnamed(nyons.store, "digital")
    assert stage.take_back is not None
    stage.take_back()
    assert stage.said[-1] == "Quelqu’un est déjà passé\u00a0: la permanence reste ouverte."
    stage.at(places.Home)
    assert here(nyons) == ["Élodie Brès"]


def test_who_does_not_know_when_it_closed_says_no_more_than_what_is_known(opened: Space, stage: Stage) -> None:
    opened.clock.pass_(minutes=40)
    last = reception.sign_in_unnamed(opened.store, "digital").at
    opened.clock.pass_(days=1)
    presenter, pictures = opening(opened, stage)
    asked = pictures.last
    assert asked.unknown
    assert "9\u202fh\u202f40" in asked.lines[3]
    presenter.unknown()
    [held] = rows(opened.store)["permanence"]
    assert (held["ended_at"], held["to_confirm"]) == (last, True)
    # Whose departure is unknown stays so.
    assert rows(opened.store)["visit"][0]["ended_at"] is None
    assert not pictures.last.unknown
    presenter.unknown()
    presenter.send("")
    stage.at(places.Home)


def joining(space: Space, stage: Stage, animator: int) -> tuple[JoinPresenter, Pictures[JoinState]]:
    pictures = Pictures[JoinState]()
    presenter = JoinPresenter(behind(space, stage, animator), pictures)
    presenter.start()
    return presenter, pictures


def test_who_comes_to_a_permanence_that_goes_on_says_how(opened: Space, stage: Stage) -> None:
    zoe = somebody(opened, "Zoé")
    opened.clock.pass_(minutes=30)
    opening(opened, stage, zoe)
    stage.at(places.Join)
    presenter, pictures = joining(opened, stage, zoe)
    assert pictures.last.title == "Bonjour Zoé"
    assert pictures.last.there == "Élodie Brès tient la permanence depuis 9\u202fh."
    presenter.together()
    stage.at(places.Desk)
    assert here(opened) == ["Élodie Brès", "Zoé Roux"]
    # From now on they go straight to the desk.
    opening(opened, stage, zoe)
    stage.at(places.Desk)


def test_who_takes_over_relieves_those_who_were_there(opened: Space, stage: Stage) -> None:
    zoe, paul = somebody(opened, "Zoé"), somebody(opened, "Paul")
    joining(opened, stage, zoe)[0].together()
    presenter, pictures = joining(opened, stage, paul)
    assert pictures.last.leave == "Élodie Brès et Zoé Roux partent maintenant."
    presenter.relieve()
    assert here(opened) == ["Paul Roux"]
    assert len(rows(opened.store)["permanence"]) == 1
    assert stage.take_back is not None
    stage.take_back()
    assert here(opened) == ["Élodie Brès", "Zoé Roux"]
    stage.at(places.Home)


def test_nobody_is_asked_where_nobody_is(opened: Space, stage: Stage) -> None:
    """A permanence that was opened before presences were written down."""
    zoe = somebody(opened, "Zoé")
    with opened.store.writing() as writer:
        presence.end_all(writer, permanences.open_here(opened.store)[0], opened.clock.now)
    joining(opened, stage, zoe)
    assert here(opened) == ["Zoé Roux"]
    stage.at(places.Desk)


def test_nobody_joins_what_is_closed(nyons: Space, stage: Stage) -> None:
    presenter, pictures = joining(nyons, stage, nyons.animator)
    presenter.together()
    presenter.relieve()
    assert stage.gone == [places.Open()]
    assert pictures.drawn == []
    presenter.back()
    stage.at(places.Home)


def team(space: Space, stage: Stage, animator: int) -> tuple[TeamPresenter, Pictures[TeamState]]:
    pictures = Pictures[TeamState]()
    presenter = TeamPresenter(behind(space, stage, animator), pictures)
    presenter.start()
    return presenter, pictures


def test_the_desk_says_who_holds_the_permanence(opened: Space, stage: Stage) -> None:
    pictures = Pictures[DeskState]()
    presenter = DeskPresenter(backstage(opened, stage), pictures, None)
    presenter.start()
    assert pictures.last.team == "Élodie Brès"
    joining(opened, stage, somebody(opened, "Zoé"))[0].together()
    presenter.refresh()
    assert pictures.last.team == "Élodie Brès et Zoé Roux"
    joining(opened, stage, somebody(opened, "Paul"))[0].together()
    presenter.refresh()
    assert pictures.last.team == "3\u00a0animateurs"
    presenter.team()
    stage.at(places.Team)


def test_somebody_leaves_and_the_others_stay(opened: Space, stage: Stage) -> None:
    zoe = somebody(opened, "Zoé")
    joining(opened, stage, zoe)[0].together()
    opened.clock.pass_(minutes=60)
    presenter, pictures = team(opened, stage, zoe)
    elodie = pictures.last.members[0]
    assert (elodie.name, elodie.hours) == ("Élodie Brès", "depuis 9\u202fh")
    presenter.leaves(elodie.presence)
    assert (stage.gone[-1], here(opened)) == (places.Team(), ["Zoé Roux"])
    presenter.refresh()
    # Who was there stands under who is.
    assert [(each.name, each.hours) for each in pictures.last.members] == [
        ("Zoé Roux", "depuis 9\u202fh"),
        ("Élodie Brès", "9\u202fh – 10\u202fh"),
    ]
    presenter.leaves(pictures.last.members[0].presence)
    assert stage.said[-1] == "Personne d’autre n’est là. Fermez plutôt la permanence."
    assert here(opened) == ["Zoé Roux"]


def test_who_leaves_themself_leaves_the_desk(opened: Space, stage: Stage) -> None:
    zoe = somebody(opened, "Zoé")
    joining(opened, stage, zoe)[0].together()
    presenter, pictures = team(opened, stage, zoe)
    presenter.leaves(pictures.last.members[1].presence)
    assert (stage.gone[-1], here(opened)) == (places.Home(), ["Élodie Brès"])
    assert stage.take_back is not None
    stage.take_back()
    assert here(opened) == ["Élodie Brès", "Zoé Roux"]


def test_the_team_of_a_closed_permanence_is_nobody(nyons: Space, stage: Stage) -> None:
    team(nyons, stage, nyons.animator)
    assert stage.gone == [places.Open()]


def test_who_gives_up_at_the_desk_leaves_it_to_who_was_there(opened: Space, stage: Stage) -> None:
    presenter, _ = team(opened, stage, opened.animator)
    presenter.arrives()
    assert stage.at(places.Unlock) == places.Unlock(at_desk=True)
    UnlockPresenter(backstage(opened, stage), Pictures[UnlockState](), at_desk=True).back()
    stage.at(places.Desk)
