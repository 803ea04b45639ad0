"""What more is said of an act of help, the body of its day, and the programmes that it belongs to."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kiosque.actions import corrections
from kiosque.actions.helping import batch, interventions
from kiosque.actions.helping.precise import Precise
from kiosque.actions.inputs import BadInput
from kiosque.actions.network import programmes
from kiosque.actions.network.programmes import Taken
from kiosque.actions.visitors import reception
from kiosque.actions.workshops import workshops
from kiosque.actions.workshops.workshop_checks import Doubt, doubts
from kiosque.actions.workshops.workshops import Details, Plan
from kiosque.db import records as tables
from kiosque.db.write import Missing
from kiosque.domain import codes
from kiosque.domain.programmes import Rule
from kiosque.domain.records import INTERVENTION
from tests.stores import MONDAY_9_H, Space, folded, meet, rows

FORMAL = (codes.ADMINISTRATIVE,)
PRECISE = Precise(("ordinateur", "telephone"), "partiellement_autonome", "domicile", "aide_sociale", "month")


def test_more_is_said_kept_corrected_and_repeated(opened: Space) -> None:
    store = opened.store
    done = interventions.log_intervention(store, themes=FORMAL, duration=30, service="caf", precise=PRECISE)
    assert corrections.help_of(store, done.record).precise == PRECISE
    # What is not said again stays; a mandate goes with its theme.
    same: dict[str, Any] = {"duration": 45, "author": opened.animator}
    corrections.correct_help(store, done.record, themes=FORMAL, service="caf", **same)
    assert corrections.help_of(store, done.record).precise == PRECISE
    changed = corrections.correct_help(store, done.record, themes=("email",), **same)
    entry = store.entries_of(list(changed.entries))[0]
    assert set(entry.changes) == {INTERVENTION.field(name).number for name in ("themes", "service", "mandate")}
    other = Precise(place=codes.HERE)
    corrections.correct_help(store, done.record, themes=("email",), precise=other, **same)
    assert corrections.help_of(store, done.record).precise == other
    first = interventions.log_intervention(store, themes=FORMAL, duration=30, precise=PRECISE).record
    again = interventions.repeat(store, first, animator=opened.animator).record
    # A mandate is signed once.
    assert corrections.help_of(store, again).precise == replace(PRECISE, mandate=None)
    assert rows(store) == folded(store)


@pytest.mark.parametrize(
    ("themes", "wrong"),
    [
        (FORMAL, Precise(("minitel",))),
        (FORMAL, Precise(autonomy="moyen")),
        (FORMAL, Precise(place="lune")),
        (FORMAL, Precise(referral="nasa")),
        (FORMAL, Precise(mandate="siècle")),
        (("email",), Precise(mandate="long")),
    ],
    ids=str,
)
def test_what_is_no_national_code_is_refused(opened: Space, themes: tuple[str, ...], wrong: Precise) -> None:
    with pytest.raises(BadInput):
        interventions.log_intervention(opened.store, themes=themes, duration=30, precise=wrong)
    assert opened.store.all(tables.intervention.select()) == []


def test_a_body_is_chosen_under_the_name_of_its_day_and_a_captured_one_stays(opened: Space) -> None:
    store = opened.store
    with pytest.raises(BadInput, match="un autre nom"):
        interventions.log_intervention(store, themes=FORMAL, duration=30, service="pole_emploi")
    done = interventions.log_intervention(store, themes=FORMAL, duration=30, service="france_travail").record
    # One that was captured long ago, under the name of that day.
    with store.writing() as writer:
        long_ago = MONDAY_9_H - 4 * 365 * 86_400
        writer.amend(INTERVENTION, done, given_at=long_ago, service="pole_emploi")
    same: dict[str, Any] = {"themes": FORMAL, "author": opened.animator}
    corrections.correct_help(store, done, service="pole_emploi", duration=60, **same)
    assert corrections.help_of(store, done).service == "pole_emploi"
    with pytest.raises(BadInput, match="un autre nom"):
        corrections.correct_help(store, done, service="france_travail", duration=60, **same)
    corrections.correct_help(store, done, service="caf", duration=60, **same)


def test_programmes_are_planned_centrally_and_take_what_is_theirs(opened: Space) -> None:
    central = opened.central
    rule = Rule(themes=frozenset({"insertion_professionnelle"}))
    jobs = programmes.add_programme(
        central, label="Retour à l’emploi", audience="job_seekers", first=date(2026, 1, 1), rule=rule
    ).record
    over = programmes.add_programme(
        central, label="Avant", audience="young", first=date(2020, 1, 1), last=date(2021, 1, 1), rule=rule
    ).record
    farms = programmes.add_programme(central, label="Fermes", audience="farmers", first=date(2026, 1, 1)).record
    meet(opened.store, central)
    assert [each.name for each in programmes.programmes(opened.store, date(2026, 3, 2))] == [
        "Fermes",
        "Retour à l’emploi",
    ]
    store = opened.store
    visit = reception.sign_in_unnamed(store, "digital").visit
    given = interventions.log_intervention(
        store, visits=(visit,), themes=("insertion_professionnelle",), duration=30, precise=Precise(programme=farms)
    ).record
    other = interventions.log_intervention(store, themes=("email",), duration=30).record
    assert programmes.belongs_to(store, given) == tuple(sorted((farms, jobs)))
    assert programmes.belongs_to(store, other) == programmes.belongs_to(store, 12) == ()
    day = programmes.taken(store, MONDAY_9_H, MONDAY_9_H + 86_400)
    assert day == {jobs: Taken(1), farms: Taken(1), over: Taken()}
    meet(store, central)
    assert programmes.belongs_to(central, given) == programmes.belongs_to(store, given)


def test_a_rule_that_is_put_right_counts_what_was_noted_before(opened: Space) -> None:
    central = opened.central
    rule = Rule(services=frozenset({"msa"}))
    farms = programmes.add_programme(
        central, label="Fermes", audience="farmers", first=date(2026, 1, 1), rule=rule
    ).record
    interventions.log_intervention(opened.store, themes=("email",), duration=15, profile={"sector": "farm"})
    meet(opened.store, central)
    assert programmes.taken(central, MONDAY_9_H, MONDAY_9_H + 86_400) == {farms: Taken()}
    right = Rule(sectors=frozenset({"farm"}))
    programmes.change_programme(central, farms, label="Nos fermes", last=date(2026, 12, 31), rule=right)
    assert programmes.taken(central, MONDAY_9_H, MONDAY_9_H + 86_400) == {farms: Taken(1)}
    same = programmes.change_programme(central, farms, label="Nos fermes", last=date(2026, 12, 31), rule=right)
    assert same.entries == programmes.change_programme(central, farms).entries == ()
    meet(opened.store, central)
    [known] = programmes.programmes(opened.store, date(2026, 12, 31))
    assert (known.name, known.rule) == ("Nos fermes", right)
    assert programmes.programmes(opened.store, date(2027, 1, 1)) == ()
    with pytest.raises(BadInput):
        programmes.change_programme(central, farms, last=date(2025, 1, 1))
    with pytest.raises(Missing):
        programmes.change_programme(central, 12)


def test_a_programme_that_cannot_be_is_refused(nyons: Space) -> None:
    good: dict[str, Any] = {"label": "P", "audience": "young", "first": date(2026, 1, 1)}
    for wrong in (
        {"label": " "},
        {"audience": "rois"},
        {"last": date(2025, 1, 1)},
        {"rule": Rule(themes=frozenset({"jardin"}))},
        {"rule": Rule(services=frozenset({"nasa"}))},
        {"rule": Rule(age_bands=frozenset({"jeune"}))},
        {"rule": Rule(statuses=frozenset({"roi"}))},
        {"rule": Rule(sectors=frozenset({"mine"}))},
    ):
        with pytest.raises(BadInput):
            programmes.add_programme(nyons.central, **{**good, **wrong})
    assert programmes.programmes(nyons.central) == ()


def test_an_act_is_of_no_programme_that_does_not_run_on_its_day(opened: Space) -> None:
    central, store = opened.central, opened.store
    over = programmes.add_programme(
        central, label="Jeunes", audience="young", first=date(2026, 1, 1), last=date(2026, 3, 2)
    ).record
    to_come = programmes.add_programme(central, label="Fermes", audience="farmers", first=date(2026, 3, 3)).record
    meet(store, central)
    for wrong in (to_come, 12):
        with pytest.raises(BadInput, match="ne court pas"):
            interventions.log_intervention(store, themes=("email",), duration=30, precise=Precise(programme=wrong))
        with pytest.raises(BadInput, match="ne court pas"):
            batch.accept(store, [batch.Act((), "email", 30, batch.More(precise=Precise(programme=wrong)))], animator=1)
    given = interventions.log_intervention(
        store, themes=("email",), duration=30, precise=Precise(programme=over)
    ).record
    with pytest.raises(BadInput, match="ne court pas"):
        corrections.correct_help(
            store, given, themes=("email",), duration=30, author=1, precise=Precise(programme=to_come)
        )
    opened.clock.pass_(days=1)
    # What was captured stays as long as nothing else is said; repeated on another day, it is left out.
    corrections.correct_help(store, given, themes=("email",), duration=45, author=1, precise=Precise(programme=over))
    again = interventions.repeat(store, given, animator=opened.animator).record
    assert (programmes.belongs_to(store, given), programmes.belongs_to(store, again)) == ((over,), ())
    assert programmes.names_of(store, (over,)) == ("Jeunes",)


def test_a_workshop_belongs_to_the_programme_that_was_said_and_to_those_of_its_theme(opened: Space) -> None:
    central, store = opened.central, opened.store
    jobs = programmes.add_programme(
        central, label="Emploi", audience="job_seekers", first=date(2026, 1, 1), rule=Rule(themes=frozenset({"email"}))
    ).record
    to_come = programmes.add_programme(central, label="Fermes", audience="farmers", first=date(2026, 4, 1)).record
    meet(store, central)
    plan = Plan("Écrire", "email", MONDAY_9_H, 60, 8, opened.animator, Details(programme=to_come))
    workshop = workshops.plan_all(store, plan, author=opened.animator).record
    assert programmes.of_workshop(store, workshop) == tuple(sorted((jobs, to_come)))
    assert programmes.of_workshop(store, 12) == ()
    assert Doubt.PROGRAMME_OVER in doubts(store, plan)
    assert Doubt.PROGRAMME_OVER not in doubts(store, replace(plan, details=Details(programme=jobs)))


def test_two_programmes_of_one_name_never_run_together(nyons: Space) -> None:
    central = nyons.central
    until: dict[str, Any] = {"audience": "farmers", "first": date(2026, 1, 1), "last": date(2026, 12, 31)}
    first = programmes.add_programme(central, label="Ma ferme en ligne", **until).record
    for label in ("Ma ferme en ligne", "ma  FERME en ligne"):
        with pytest.raises(BadInput, match="porte déjà ce nom"):
            programmes.add_programme(central, label=label, audience="young", first=date(2026, 12, 31))
    later: dict[str, Any] = {"audience": "farmers", "first": date(2027, 1, 1)}
    after = programmes.add_programme(central, label="ma ferme en ligne", **later).record
    other = programmes.add_programme(central, label="Jeunes", **until).record
    with pytest.raises(BadInput, match="porte déjà ce nom"):
        programmes.change_programme(central, first, last=date(2027, 1, 1))
    with pytest.raises(BadInput, match="porte déjà ce nom"):
        programmes.change_programme(central, other, label="MA FERME EN LIGNE")
    programmes.change_programme(central, first, label="MA FERME EN LIGNE", last=date(2026, 6, 30))
    programmes.change_programme(central, after, label="Ma ferme en ligne")
