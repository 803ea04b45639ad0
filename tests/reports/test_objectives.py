"""The objectives, against rows that are counted by hand."""

from datetime import date

import pytest

from kiosque.actions.inputs import BadInput
from kiosque.actions.network import network, objectives
from kiosque.actions.network.network import Place
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain.objectives import OBJECTIVES, PROMISED, State
from kiosque.domain.records import (
    ANIMATOR,
    DESK,
    HOUSEHOLD,
    INTERVENTION,
    LINK,
    OBJECTIVE,
    PERMANENCE,
    PROGRAMME,
    REPAIR,
    TRAINING,
    VISIT,
    VISITOR,
    WORKSHOP,
)
from kiosque.domain.validity import dates
from kiosque.reports.objectives import DEFINITIONS, Standing, standings, versions
from kiosque.reports.people import People, people
from kiosque.reports.period import midnight
from tests.reports.test_figures import at

FIRST, LAST = date(2026, 9, 1), date(2029, 8, 31)
TODAY = date(2026, 11, 23)


def antenna(store: Store, code: str, commune: str = "26264", opens: date | None = FIRST) -> int:
    made = network.add_antenna(store, code=code, label=code, form="village", association=None, commune=commune).record
    if opens:
        network.settle(store, made, Place(opens=opens))
    return made


def standing(store: Store, code: str, day: date = TODAY) -> Standing:
    with store.reading() as connection:
        [found] = standings(connection, day, only=code)
    return found


def counted(store: Store, antennas: frozenset[int] | None = None) -> People:
    with store.reading() as connection:
        return people(connection, midnight(FIRST), midnight(LAST), antennas)


@pytest.fixture
def promised(store: Store) -> Store:
    objectives.promise(store, first=FIRST, last=LAST)
    return store


def test_every_objective_has_a_definition() -> None:
    assert set(DEFINITIONS) == {code.code for code in OBJECTIVES}


def test_what_was_promised_is_set_once_and_revised_with_its_history(store: Store) -> None:
    objectives.set_objective(store, "spaces", 12, first=FIRST, why="Ce que l’on croyait possible")
    objectives.promise(store, first=FIRST, last=LAST)
    with pytest.raises(BadInput, match="déjà posés"):
        objectives.promise(store, first=FIRST, last=LAST)
    revised = objectives.set_objective(store, "people", 2_000, first=date(2027, 1, 1), last=LAST, why="Avenant 2")
    with pytest.raises(BadInput, match="déjà l’objectif"):
        objectives.set_objective(store, "people", 2_000, first=date(2027, 1, 1), last=LAST, why="Avenant 2")
    with store.reading() as connection:
        held = versions(connection)
        assert {code: [each.target for each in several] for code, several in held.items()} == {
            code: [target] for code, target in PROMISED.items()
        } | {"spaces": [12], "people": [3_000, 2_000]}
    assert standing(store, "people").version.target == 3_000
    assert standing(store, "people", date(2027, 1, 1)).version.note == "Avenant 2"
    objectives.take_back(store, revised.record)
    assert standing(store, "people", date(2027, 1, 1)).version.target == 3_000
    with pytest.raises(Missing):
        objectives.take_back(store, revised.record)


def test_a_version_of_the_same_day_is_said_again(promised: Store) -> None:
    objectives.set_objective(promised, "spaces", 20, first=FIRST, last=LAST)
    with promised.reading() as connection:
        assert [each.target for each in versions(connection)["spaces"]] == [20]


@pytest.mark.parametrize(
    ("code", "target", "last"),
    [("spaces", 0, LAST), ("hours", 101, LAST), ("people", 10_000_000, None), ("joy", 1, None), ("people", 1, TODAY)],
    ids=str,
)
def test_what_is_no_objective_is_refused(store: Store, code: str, target: int, last: date | None) -> None:
    with pytest.raises(BadInput):
        objectives.set_objective(store, code, target, first=date(2026, 12, 1), last=last)


def test_what_a_newer_program_promises_is_kept_and_not_shown(promised: Store) -> None:
    with promised.writing() as writer:
        writer.record(OBJECTIVE, objective="joy", target=5, times=dates(FIRST, LAST))
    with promised.reading() as connection:
        assert "joy" not in versions(connection)
        assert len(standings(connection, TODAY)) == len(PROMISED)


def test_spaces_are_those_that_are_open_on_the_day(promised: Store) -> None:
    for code, opens in (("A", None), ("B", FIRST), ("C", date(2026, 10, 1)), ("D", date(2027, 1, 1))):
        antenna(promised, code, opens=opens)
    closed = antenna(promised, "E")
    network.settle(promised, closed, Place(closes=date(2026, 10, 31)))
    found = standing(promised, "spaces")
    assert (found.value, found.measure.beside) == (3, "dans 1\u00a0commune")
    assert standing(promised, "spaces", date(2027, 1, 1)).value == 4
    # One was open before: nothing says since when.
    assert found.pace.expected == 1 + 15 * 84 // 1095


def test_animators_of_an_antenna_are_trained_by_what_they_followed(promised: Store) -> None:
    place = antenna(promised, "A")
    with promised.writing() as writer:
        mine, other = (writer.record(ANIMATOR, given_name=name, antenna=place) for name in ("Zoé", "Ali"))
        roaming = writer.record(ANIMATOR, given_name="Léa")
        for subject, hours, who, day in (
            ("mediation", 14, (mine, other, roaming), FIRST),
            ("donnees", 7, (mine, roaming), FIRST),
            ("donnees", 7, (other,), date(2027, 1, 1)),
        ):
            writer.record(TRAINING, subject=subject, hours=hours, animators=who, times=dates(day, day))
    assert standing(promised, "animators").value == 1
    assert standing(promised, "animators", date(2027, 1, 1)).value == 2


def test_a_person_counts_once_by_whichever_record_and_wherever_they_come(promised: Store) -> None:
    one, other = antenna(promised, "A"), antenna(promised, "B")
    with promised.writing() as writer:
        there = {
            place: writer.record(PERMANENCE, antenna=place, times=(at(TODAY, 9), at(TODAY, 12)))
            for place in (one, other)
        }
        home, again = (writer.record(HOUSEHOLD, card="same") for _ in range(2))
        alone = writer.record(HOUSEHOLD, card="other")
        odette = writer.record(VISITOR, household=home)
        odette_there = writer.record(VISITOR, household=again)
        son = writer.record(VISITOR, household=alone)
        son_there = writer.record(VISITOR)
        card = writer.record(VISITOR)
        writer.record(VISITOR, household=writer.record(HOUSEHOLD))
        for who, where in (
            *((odette, one), (odette, one), (odette_there, other), (son, one), (son_there, other), (card, one)),
            *((None, one), (None, other)),
        ):
            writer.record(VISIT, permanence=there[where], visitor=who, times=(at(TODAY, 10), None))
        writer.record(VISIT, permanence=there[one], visitor=card, times=(at(date(2026, 8, 31), 10), None))
    assert counted(promised) == People(people=5, households=2, unnamed=2, apart=2)
    with promised.writing() as writer:
        writer.record(LINK, one=odette, other=odette_there, verdict="same")
        writer.record(LINK, one=son, other=son_there, verdict="same")
        writer.record(LINK, one=card, other=odette, verdict="different")
    assert counted(promised) == People(people=3, households=2, unnamed=2, apart=1)
    assert counted(promised, frozenset({other})) == People(people=2, households=2, unnamed=1, apart=0)
    assert standing(promised, "people").measure.beside == "et 2\u00a0passages anonymes"
    assert standing(promised, "households").value == 2
    assert standing(promised, "people", date(2026, 8, 1)).pace.state is State.AHEAD


def test_interventions_are_of_the_year_of_the_promise(promised: Store) -> None:
    with promised.writing() as writer:
        for day in (date(2026, 8, 31), FIRST, TODAY, date(2027, 9, 1)):
            writer.record(INTERVENTION, given_at=at(day, 10))
    assert standing(promised, "interventions").value == 2
    found = standing(promised, "interventions", date(2027, 9, 2))
    assert (found.value, found.first, found.last) == (1, date(2027, 9, 1), date(2028, 8, 31))
    assert found.pace.expected == 10_000 * 2 // 366


def test_places_are_counted_by_antenna_and_programmes_by_day(promised: Store) -> None:
    one, other = antenna(promised, "A"), antenna(promised, "B", opens=date(2027, 1, 1))
    with promised.writing() as writer:
        for place, form in ((one, "coworking"), (one, "coworking"), (one, "computer"), (other, "coworking")):
            writer.record(DESK, antenna=place, form=form)
        writer.record(PROGRAMME, name="Ferme", times=dates(FIRST, TODAY))
        writer.record(PROGRAMME, name="Emploi", times=dates(date(2027, 1, 1), None))
    assert (standing(promised, "coworking").value, standing(promised, "coworking").measure.beside) == (
        1,
        "2\u00a0places",
    )
    assert standing(promised, "programmes").value == 1


def test_shared_practice_is_a_machine_a_session_or_a_repair(promised: Store) -> None:
    one, two, three, four = (antenna(promised, code) for code in "ABCD")
    with promised.writing() as writer:
        writer.record(DESK, antenna=one, form="machine")
        writer.record(WORKSHOP, antenna=two, theme="maintenance_de_materiel", times=(at(TODAY, 9), at(TODAY, 12)))
        writer.record(WORKSHOP, antenna=four, theme="email", times=(at(TODAY, 9), at(TODAY, 12)))
        held = writer.record(PERMANENCE, antenna=three, times=(at(TODAY, 9), at(TODAY, 12)))
        writer.record(REPAIR, permanence=held, repaired_at=at(TODAY, 10))
    assert standing(promised, "practice").value == 3
    assert standing(promised, "practice", date(2028, 6, 1)).value == 1


def test_hours_are_the_share_of_the_antennas_at_their_floor(promised: Store) -> None:
    one, _ = antenna(promised, "A"), antenna(promised, "B")
    with promised.writing() as writer:
        for week in (date(2026, 10, 26), date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)):
            # Fifteen hours a week are promised for a hamlet; two PCs at once are one room.
            for _ in range(2):
                writer.record(PERMANENCE, antenna=one, times=(at(week, 6), at(week, 21)))
    found = standing(promised, "hours")
    assert (found.value, found.measure.beside) == (50, "1\u00a0antenne sur 2")
    assert found.pace.state is State.BEHIND
