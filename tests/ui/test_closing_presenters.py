"""Closing, over a real database and without a window: what was done, who leaves, what help is logged, until when."""

from kiosque.actions.helping.batch import MOST_AT_ONCE
from kiosque.actions.opening import permanences, presence
from kiosque.actions.visitors import groups, reception
from kiosque.actions.visitors.visits import SignedIn
from kiosque.ui import places
from kiosque.ui.animator.batch import DRAFTS, SEVERAL, BatchState
from kiosque.ui.animator.batching import BatchPresenter
from kiosque.ui.animator.closing import ClosePresenter, CloseState
from kiosque.ui.animator.latest import PAGE
from kiosque.ui.animator.thanks import ThanksPresenter, ThanksState
from kiosque.ui.papers.closing import DayCard
from tests.stores import MONDAY_9_H, Space, rows
from tests.ui.backstages import Pictures, Stage, backstage


def named(space: Space, given_name: str, family_name: str) -> SignedIn:
    """Somebody who is here, and wants to be recognised."""
    signed = reception.sign_in_unnamed(space.store, "service")
    reception.remember(space.store, signed.visit, given_name=given_name, family_name=family_name)
    return signed


def closing(space: Space, stage: Stage) -> tuple[ClosePresenter, Pictures[CloseState]]:
    pictures = Pictures[CloseState]()
    presenter = ClosePresenter(backstage(space, stage), pictures)
    presenter.start()
    return presenter, pictures


def test_passages_interventions_and_people_are_three_figures(opened: Space, stage: Stage) -> None:
    named(opened, "Zoé", "Martin")
    reception.sign_in_unnamed(opened.store, "digital")
    _, pictures = closing(opened, stage)
    assert pictures.last.done == (
        ("2", "passages"),
        ("0", "intervention"),
        ("1", "personne reconnue"),
        ("1", "passage sans nom"),
    )
    assert pictures.last.without_help == "2\u00a0passages sans aide notée"
    assert [(each.name, each.since) for each in pictures.last.still] == [
        ("Zoé Martin", "depuis 9\u202fh"),
        ("Sans nom", "depuis 9\u202fh"),
    ]


def test_an_empty_permanence_says_so(opened: Space, stage: Stage) -> None:
    _, pictures = closing(opened, stage)
    assert (pictures.last.still, pictures.last.without_help) == ((), "")
    assert pictures.last.done[0] == ("0", "passage")


def test_the_hours_are_told_beside_the_plan_as_they_are_typed(opened: Space, stage: Stage) -> None:
    opened.clock.pass_(minutes=202)
    presenter, pictures = closing(opened, stage)
    assert pictures.last.planned == "Prévu\u00a0: 9\u202fh – 12\u202fh\u202f30"
    assert pictures.last.held == "3\u202fh\u202f22, soit 8\u202fmin de moins que prévu."
    for typed, said in (
        ("12:32", "3\u202fh\u202f32, comme prévu."),
        ("14:00", "5\u202fh, soit 3\u202fh de moins que prévu."),
        ("08:00", ""),
        ("midi", ""),
    ):
        presenter.edited(typed)
        assert pictures.last.held == said


def test_a_permanence_out_of_hours_is_not_measured(nyons: Space, stage: Stage) -> None:
    nyons.clock.pass_(minutes=600)
    permanences.open_permanence(nyons.store, nyons.animator)
    nyons.clock.pass_(minutes=90)
    _, pictures = closing(nyons, stage)
    assert pictures.last.planned == "Rien n’était prévu à ces heures."
    assert pictures.last.held == "1\u202fh\u202f30 de permanence."


def test_who_leaves_is_touched_and_a_group_leaves_together(opened: Space, stage: Stage) -> None:
    named(opened, "Zoé", "Martin")
    groups.sign_in_group(opened.store, 12, "elementaire", author=opened.animator)
    opened.clock.pass_(minutes=30)
    presenter, pictures = closing(opened, stage)
    assert [each.name for each in pictures.last.still] == ["Zoé Martin", "Groupe de 12\u00a0personnes"]
    presenter.leaves(pictures.last.still[1])
    assert [each.name for each in pictures.last.still] == ["Zoé Martin"]
    assert stage.said[-1] == "Les départs sont notés."
    assert stage.take_back is not None
    stage.take_back()
    assert len(reception.present(opened.store)) == 13
    presenter.refresh()
    presenter.all_leave()
    assert (pictures.last.still, reception.present(opened.store)) == ((), ())


def test_who_is_still_here_keeps_an_unknown_departure(opened: Space, stage: Stage) -> None:
    named(opened, "Zoé", "Martin")
    presenter, pictures = closing(opened, stage)
    opened.clock.pass_(minutes=90)
    presenter.send(pictures.last.hour)
    assert permanences.current(opened.store) is None
    assert rows(opened.store)["visit"][0]["ended_at"] is None
    assert stage.gone[-1] == places.Thanks(1, 0, 5_400, 1)
    assert presence.presences(opened.store, permanences_of(opened)[0])[0].ended_at == opened.clock.now


def permanences_of(space: Space) -> list[int]:
    return [int(str(row["id"])) for row in rows(space.store)["permanence"]]


def test_an_hour_that_cannot_be_is_refused(opened: Space, stage: Stage) -> None:
    presenter, pictures = closing(opened, stage)
    for wrong in ("demain", "23:59", "08:00"):
        presenter.send(wrong)
        assert pictures.last.wrong
    assert permanences.current(opened.store) is not None


def test_a_closing_that_is_taken_back_leads_to_the_counter_not_to_names(opened: Space, stage: Stage) -> None:
    presenter, _ = closing(opened, stage)
    presenter.send("09:00")
    assert stage.take_back is not None
    stage.take_back()
    current = permanences.current(opened.store)
    assert current is not None
    assert [each.name for each in presence.there(opened.store, current.id)] == ["Élodie Brès"]
    assert stage.gone[-1] == places.Home()
    # It is the animator who changed their mind, and not a visitor.
    assert opened.store.history(current.id)[-1].author == opened.animator


def test_nothing_is_closed_twice(nyons: Space, stage: Stage) -> None:
    presenter, pictures = closing(nyons, stage)
    presenter.send("12:00")
    presenter.all_leave()
    presenter.edited("12:00")
    assert (pictures.drawn, stage.gone) == ([], [places.Open()])


def batching(space: Space, stage: Stage) -> tuple[BatchPresenter, Pictures[BatchState]]:
    pictures = Pictures[BatchState]()
    presenter = BatchPresenter(backstage(space, stage), pictures)
    presenter.start()
    return presenter, pictures


def given(space: Space) -> list[tuple[object, object]]:
    return [(row["themes"], row["duration"]) for row in rows(space.store)["intervention"] if not row["deleted"]]


def test_drafts_are_accepted_one_by_one_or_together(opened: Space, stage: Stage) -> None:
    service = named(opened, "Zoé", "Martin").visit
    digital = reception.sign_in_unnamed(opened.store, "digital").visit
    closing(opened, stage)[0].log_help()
    stage.at(places.Batch)
    presenter, pictures = batching(opened, stage)
    lines = pictures.last.lines
    assert lines is not None
    assert [(line.visit, line.name, line.act, line.chosen) for line in lines] == [
        (service, "Zoé Martin", "Démarche, 30\u202fmin", False),
        (digital, "Sans nom", "", False),
    ]
    presenter.send()
    assert given(opened) == []
    presenter.person(service)
    assert (pictures.last.acts, pictures.last.theme, pictures.last.minutes) == (
        1,
        "aide_aux_demarches_administratives",
        30,
    )
    # Of one that is chosen nobody knows what it was about.
    presenter.everybody()
    assert (pictures.last.acts, pictures.last.missing, pictures.last.theme) == (0, 1, None)
    presenter.person(service)
    presenter.choose_theme("email")
    presenter.choose_minutes(20)
    presenter.person(service)
    assert (pictures.last.acts, pictures.last.minutes) == (2, None)
    presenter.send()
    assert given(opened) == [("aide_aux_demarches_administratives", 30), ("email", 20)]
    assert pictures.last.lines == ()
    assert stage.said[-1] == "2\u00a0aides sont notées."
    assert stage.take_back is not None
    stage.take_back()
    assert given(opened) == []
    assert stage.gone[-1] == places.Batch()


def test_more_is_said_of_several_at_once_and_of_who_they_are(opened: Space, stage: Stage) -> None:
    _, nameless = (reception.sign_in_unnamed(opened.store, "service").visit for _ in range(2))
    groups.sign_in_group(opened.store, 2, "college", author=opened.animator)
    presenter, pictures = batching(opened, stage)
    presenter.precise()
    presenter.everybody()
    assert (pictures.last.precising, pictures.last.formal, pictures.last.who) == (True, False, True)
    presenter.choose_theme("aide_aux_demarches_administratives")
    assert pictures.last.formal
    assert "caf" in {chip.code for chip in pictures.last.bodies}
    presenter.precised("material", frozenset({"telephone"}))
    presenter.precised("service", frozenset({"caf"}))
    presenter.person(nameless)
    presenter.precised("sector", frozenset({"farm"}))
    presenter.person(nameless)
    # Of those who are chosen, what is said of all of them is shown; a group has no business.
    assert pictures.last.held["material"] == {"telephone"}
    assert "sector" not in pictures.last.held
    again = BatchPresenter(backstage(opened, stage), pictures)
    again.start()
    again.resume(presenter.begun())
    again.send()
    made = rows(opened.store)["intervention"]
    assert [(row["service"], row["material"], row["sectors"]) for row in made] == [
        ("caf", "telephone", "farm"),
        ("caf", "telephone", None),
        ("caf", "telephone", None),
    ]
    assert [row["sector"] for row in rows(opened.store)["visit"]] == ["farm", None, None, None]
    presenter.go(SEVERAL)
    presenter.choose_theme("aide_aux_demarches_administratives")
    presenter.precised("service", frozenset({"msa"}))
    presenter.precised("gender", frozenset({"feminin"}))
    # A body goes with paperwork alone.
    presenter.choose_theme("email")
    presenter.send()
    row = rows(opened.store)["intervention"][-1]
    assert (row["themes"], row["service"], row["genders"]) == ("email", None, "feminin")


def test_choosing_all_a_second_time_chooses_nobody(opened: Space, stage: Stage) -> None:
    for _ in range(3):
        reception.sign_in_unnamed(opened.store, "service")
    presenter, pictures = batching(opened, stage)
    presenter.everybody()
    assert pictures.last.acts == 3
    presenter.everybody()
    assert pictures.last.acts == 0


def test_on_a_busy_day_the_closing_shows_who_came_last_and_notes_as_many_as_may_be_at_once(
    opened: Space, stage: Stage
) -> None:
    signed = [reception.sign_in_unnamed(opened.store, "service").visit for _ in range(3 * PAGE)]
    presenter, pictures = batching(opened, stage)
    assert pictures.last.lines is not None
    assert [line.visit for line in pictures.last.lines] == signed[-PAGE:]
    presenter.everybody()
    assert (pictures.last.acts, pictures.last.earlier) == (PAGE, 2 * PAGE)
    for _ in range(2):
        presenter.earlier()
    presenter.everybody()
    assert (pictures.last.acts, pictures.last.earlier) == (MOST_AT_ONCE, 0)
    presenter.send()
    assert len(given(opened)) == MOST_AT_ONCE
    last, drawn = closing(opened, stage)
    assert [each.visits for each in drawn.last.still] == [(visit,) for visit in signed[-PAGE:]]
    last.earlier()
    assert (len(drawn.last.still), drawn.last.earlier) == (2 * PAGE, PAGE)
    last.all_leave()
    assert drawn.last.still == ()


def test_a_group_is_one_line(opened: Space, stage: Stage) -> None:
    groups.sign_in_group(opened.store, 25, "elementaire", author=opened.animator)
    presenter, pictures = batching(opened, stage)
    lines = pictures.last.lines
    assert lines is not None
    assert [(line.name, line.note) for line in lines] == [("Groupe de 25\u00a0personnes", "9\u202fh · Élémentaire")]
    presenter.person(lines[0].visit)
    presenter.choose_theme("scolarite_et_numerique")
    presenter.send()
    assert given(opened) == [("scolarite_et_numerique", 30)]


def test_several_alike_are_noted_at_once(opened: Space, stage: Stage) -> None:
    presenter, pictures = batching(opened, stage)
    presenter.go(SEVERAL)
    presenter.count(3)
    presenter.count(3)
    assert pictures.last.acts == 0
    presenter.choose_theme("prendre_en_main_du_materiel")
    presenter.choose_minutes(20)
    assert (pictures.last.acts, pictures.last.how_many) == (3, 3)
    presenter.send()
    assert given(opened) == [("prendre_en_main_du_materiel", 20)] * 3
    # Ready for the next ones, of which nothing is supposed.
    assert (pictures.last.way, pictures.last.how_many, pictures.last.acts) == (SEVERAL, 1, 0)
    presenter.back()
    stage.at(places.Close)


def test_what_was_begun_goes_on_in_another_language_and_past_what_arrives(opened: Space, stage: Stage) -> None:
    visit = reception.sign_in_unnamed(opened.store, "service").visit
    presenter, pictures = batching(opened, stage)
    presenter.person(visit)
    presenter.choose_minutes(45)
    other, again = batching(opened, stage)
    other.resume(presenter.begun())
    assert (again.last.acts, again.last.minutes) == (1, 45)
    reception.sign_out(opened.store, reception.sign_in_unnamed(opened.store, "other").visit)
    presenter.refresh()
    assert pictures.last.lines is not None
    assert [line.chosen for line in pictures.last.lines] == [True, False]
    assert pictures.last.minutes == 45


def test_nothing_is_noted_in_what_is_closed(nyons: Space, stage: Stage) -> None:
    presenter, pictures = batching(nyons, stage)
    presenter.go(DRAFTS)
    presenter.send()
    assert (pictures.drawn, stage.gone) == ([], [places.Open()])


def test_the_thanks_tell_the_day_and_the_year_and_show_the_card(opened: Space, stage: Stage) -> None:
    reception.sign_in_unnamed(opened.store, "service")
    opened.clock.pass_(minutes=90)
    presenter, pictures = closing(opened, stage)
    presenter.send(pictures.last.hour)
    thanks = Pictures[ThanksState]()
    last = ThanksPresenter(backstage(opened, stage), thanks, stage.at(places.Thanks))
    last.start()
    assert thanks.last.lines == (
        "1\u00a0passage, 0\u00a0intervention, 1\u202fh\u202f30 de permanence.",
        "1\u00a0visite cette année. Tout est gardé ici.",
    )
    last.card()
    seen = stage.at(places.Preview)
    assert isinstance(seen.paper, DayCard)
    assert (seen.paper.opened_at, seen.paper.visits) == (MONDAY_9_H, 1)
    assert isinstance(seen.after, places.Thanks)
    last.back()
    stage.at(places.Closed)
