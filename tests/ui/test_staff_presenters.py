"""The team, over a real database and without a window: what each learnt, one's own time, an engagement that is over."""

from datetime import timedelta

from kiosque.actions.network import network, staff
from kiosque.domain.french import local
from kiosque.ui import places
from kiosque.ui.animator.note_task import NoteTaskPresenter, TaskState, Typed
from kiosque.ui.animator.opening import OpenPresenter, OpenState
from kiosque.ui.animator.staff import StaffPresenter, StaffState
from kiosque.ui.animator.team import TeamPresenter, TeamState
from tests.stores import MONDAY_9_H, Space, meet, rows
from tests.ui.backstages import Pictures, Stage, backstage

TODAY = local(MONDAY_9_H).date()


def noting(space: Space, stage: Stage, task: int | None = None) -> tuple[NoteTaskPresenter, Pictures[TaskState]]:
    pictures = Pictures[TaskState]()
    presenter = NoteTaskPresenter(backstage(space, stage), pictures, places.NoteTask(task))
    presenter.start()
    return presenter, pictures


def test_the_team_is_shown_by_where_they_work_with_what_they_learnt(opened: Space, stage: Stage) -> None:
    zoe = network.add_animator(opened.central, given_name="Zoé", family_name="Roux").record
    staff.engage(opened.central, zoe, status="lent", first=TODAY, last=TODAY + timedelta(days=1))
    for subject, hours in (("mediation", 14), ("donnees", 7)):
        staff.train(opened.central, subject=subject, day=TODAY, hours=hours, who=(zoe,))
    meet(opened.store, opened.central)
    TeamPresenter(backstage(opened, stage), Pictures[TeamState]()).staff()
    stage.at(places.Staff)
    pictures = Pictures[StaffState]()
    presenter = StaffPresenter(backstage(opened, stage), pictures)
    presenter.start()
    assert pictures.last.team is not None
    [(here, [elodie]), (roads, [roux])] = pictures.last.team
    assert (here, roads) == ("De cette antenne", "Sur les routes")
    assert (elodie.trained, elodie.followed) == (False, "Aucune formation notée")
    assert (roux.trained, roux.about) == (True, "Mis à disposition par le Département, jusqu’au 03/03/2026")
    assert roux.followed.startswith("21\u202fh suivies\u00a0: Protéger les données")
    opened.clock.pass_(days=2)
    presenter.refresh()
    assert pictures.last.team[1][1][0].about.endswith("c’est passé")
    presenter.back()
    assert stage.gone[-1] == places.Team()


def test_ones_time_is_noted_in_two_taps_and_corrected(opened: Space, stage: Stage) -> None:
    presenter, pictures = noting(opened, stage)
    assert pictures.drawn[0].typed == Typed("02/03/2026", "08:00")
    presenter.send(Typed("hier", "25:00"))
    assert set(pictures.last.wrong) == {"day", "begins", "activity"}
    presenter.choose(frozenset({"meeting"}))
    presenter.choose_minutes(240)
    presenter.resume(presenter.begun())
    presenter.send(Typed("02/03", "08:00"))
    assert pictures.last.wrong["ends"]
    # Without a year, a day of the past is meant.
    presenter.send(Typed("01/12", "08:00"))
    presenter.choose_minutes(60)
    presenter.send(Typed("02/03/2026", "08:00"))
    first, second = rows(opened.store)["task"]
    assert (local(int(str(first["started_at"]))).year, second["activity"]) == (2025, "meeting")
    assert stage.gone[-1] == places.Staff()
    team = Pictures[StaffState]()
    listing = StaffPresenter(backstage(opened, stage), team)
    listing.start()
    assert team.last.month == "Ce mois-ci\u00a0: 1\u202fh"
    assert [each.what for each in team.last.mine] == ["Réunion, 1\u202fh", "Réunion, 4\u202fh"]
    listing.note()
    assert stage.at(places.NoteTask).task is None
    listing.correct(team.last.mine[0].task)
    again, told = noting(opened, stage, stage.at(places.NoteTask).task)
    assert (told.last.known, told.last.activity, told.last.minutes) == (True, "meeting", 60)
    again.history()
    assert stage.at(places.History).of == places.NoteTask(team.last.mine[0].task)
    again.choose(frozenset({"travel"}))
    again.send(Typed("02/03/2026", "07:30"))
    assert rows(opened.store)["task"][1]["activity"] == "travel"
    again.throw()
    assert rows(opened.store)["task"][1]["deleted"]
    assert stage.take_back is not None
    stage.take_back()
    assert not rows(opened.store)["task"][1]["deleted"]


def test_who_is_no_longer_engaged_is_told_so_and_nothing_opens(nyons: Space, stage: Stage) -> None:
    staff.engage(nyons.central, nyons.animator, status="lent", first=TODAY, last=TODAY)
    meet(nyons.store, nyons.central)
    nyons.clock.pass_(days=1)
    pictures = Pictures[OpenState]()
    presenter = OpenPresenter(backstage(nyons, stage), pictures)
    presenter.start()
    presenter.send("")
    assert rows(nyons.store)["permanence"] == []
    assert stage.said[-1] == "Votre engagement s’est terminé le 02/03/2026. Parlez-en à la coordination."
    presenter.refresh()
    assert pictures.last.go
