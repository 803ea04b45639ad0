"""Presenters about people over a real database, without a window: found, written down, compared, corrected."""

from kiosque.actions import bins
from kiosque.actions.helping import interventions
from kiosque.actions.visitors import groups, people, reception
from kiosque.actions.visitors.people import Answers
from kiosque.db import records as tables
from kiosque.ui import places
from kiosque.ui.animator.compare import ComparePresenter, CompareState
from kiosque.ui.animator.correct_help import CorrectHelpPresenter, HelpState
from kiosque.ui.animator.correct_visit import Typed as VisitTyped
from kiosque.ui.animator.correct_visit import VisitState
from kiosque.ui.animator.correcting import CorrectVisitPresenter
from kiosque.ui.animator.dossier import DossierPresenter, DossierState
from kiosque.ui.animator.duplicates import DuplicatesPresenter, DuplicatesState
from kiosque.ui.animator.find import FindPresenter, FindState
from kiosque.ui.animator.group import GroupPresenter, GroupState
from kiosque.ui.animator.intervening import InterventionPresenter
from kiosque.ui.animator.intervention import InterventionState
from kiosque.ui.animator.latest import PAGE
from kiosque.ui.animator.noted import NotedPresenter, NotedState
from kiosque.ui.animator.telling import HistoryPresenter, HistoryState
from kiosque.ui.animator.wastebin import BinPresenter, BinState
from kiosque.ui.animator.write import Typed, WriteState
from kiosque.ui.animator.writing import WritePresenter
from tests.stores import Space, folded, rows
from tests.ui.backstages import Pictures, Stage, backstage


def written(space: Space, given_name: str, family_name: str = "", **more: object) -> int:
    answers = Answers(given_name, family_name, **more)  # type: ignore[arg-type]
    return people.write_down(space.store, answers, author=space.animator).record


def finding(space: Space, stage: Stage, typed: str = "") -> tuple[FindPresenter, Pictures[FindState]]:
    pictures = Pictures[FindState]()
    presenter = FindPresenter(backstage(space, stage), pictures, places.Find(typed))
    presenter.start()
    return presenter, pictures


def opened_dossier(space: Space, stage: Stage, visitor: int) -> tuple[DossierPresenter, Pictures[DossierState]]:
    pictures = Pictures[DossierState]()
    presenter = DossierPresenter(backstage(space, stage), pictures, visitor)
    presenter.start()
    return presenter, pictures


def writing(space: Space, stage: Stage, place: places.WriteDown) -> tuple[WritePresenter, Pictures[WriteState]]:
    pictures = Pictures[WriteState]()
    presenter = WritePresenter(backstage(space, stage), pictures, place)
    presenter.start()
    return presenter, pictures


def take_back(stage: Stage) -> None:
    assert stage.take_back is not None
    stage.take_back()


def test_somebody_is_found_letter_by_letter_and_their_arrival_noted(opened: Space, stage: Stage) -> None:
    zoe = written(opened, "Zoé", "Martin", birth_year=1950, commune="26220")
    presenter, pictures = finding(opened, stage)
    assert pictures.last == FindState()
    presenter.look("z")
    assert not pictures.last.asked
    presenter.look("zoe mar")
    assert [(line.visitor, line.here) for line in pictures.last.found] == [(zoe, False)]
    assert pictures.last.found[0].note == "naissance en 1950 · Nyons\u00a0(26)"
    presenter.choose(zoe)
    assert stage.gone[-1] == places.Dossier(zoe)
    known, _ = opened_dossier(opened, stage, zoe)
    known.go_on()
    assert [each.name for each in reception.present(opened.store)] == ["Zoé Martin"]
    presenter.resume(presenter.begun())
    assert pictures.last.found[0].here
    # Whoever is here is helped.
    known.start()
    known.go_on()
    assert stage.at(places.Intervene).visitor == zoe
    take_back(stage)
    assert reception.present(opened.store) == ()


def test_whoever_is_not_found_is_written_down_from_what_was_typed(nyons: Space, stage: Stage) -> None:
    presenter, pictures = finding(nyons, stage, "zoé martin")
    assert pictures.last.asked
    presenter.new()
    place = stage.at(places.WriteDown)
    writer, written_down = writing(nyons, stage, place)
    typed = next(state.typed for state in written_down.drawn if state.typed)
    assert (typed.given_name, typed.family_name) == ("Zoé", "Martin")
    writer.commune_typed("nyons")
    writer.commune_chosen(written_down.last.suggested[0])
    writer.send(Typed("Zoé", "Martin", "1950", "Nyons", "06 12 34 56 78", "zoe@example.fr"))
    row = rows(nyons.store)["visitor"][0]
    assert (row["given_name"], row["birth_year"], row["commune"], row["phone"]) == ("Zoé", 1950, "26220", "0612345678")
    assert stage.gone[-1] == places.Dossier(row["id"])  # type: ignore[arg-type]
    take_back(stage)
    assert rows(nyons.store)["visitor"][0]["deleted"]
    assert writing(nyons, stage, places.WriteDown(typed="06 12"))[1].drawn[0].typed == Typed(phone="06 12")


def test_what_cannot_be_kept_is_said_beside_its_line(nyons: Space, stage: Stage) -> None:
    writer, pictures = writing(nyons, stage, places.WriteDown())
    writer.send(Typed("Zoé", birth_year="50", commune="Paris"))
    assert set(pictures.last.wrong) == {"birth_year", "commune"}
    assert pictures.last.look_at == "birth_year"
    writer.edited("birth_year", Typed("Zoé"))
    assert not pictures.last.wrong["birth_year"]
    writer.send(Typed(" "))
    assert pictures.last.look_at == "given_name"
    writer.commune_typed("venterol")
    writer.send(Typed("Zoé", commune="venterol"))
    assert pictures.last.wrong["commune"].startswith("Touchez")
    assert rows(nyons.store)["visitor"] == []


def test_who_may_be_known_is_shown_while_typing_and_compared_once_written(nyons: Space, stage: Stage) -> None:
    known = written(nyons, "Zoé", "Martin", phone="0612345678")
    writer, pictures = writing(nyons, stage, places.WriteDown())
    writer.edited("given_name", Typed("Zoe"))
    assert not pictures.last.known
    writer.edited("family_name", Typed("Zoe", "Martain"))
    assert pictures.last.known is not None
    assert [(each.visitor, each.note) for each in pictures.last.known] == [(known, "même prénom, même nom")]
    writer.choose(known)
    assert stage.gone[-1] == places.Dossier(known)
    writer.send(Typed("Zoe", "Martain"))
    place = stage.at(places.Compare)
    assert place.other == known
    comparing = Pictures[CompareState]()
    presenter = ComparePresenter(backstage(nyons, stage), comparing, place)
    presenter.start()
    lines = {line.label: line for line in comparing.last.lines}
    assert lines["Prénom"].alike
    assert not lines["Téléphone"].alike
    # Somebody may stand behind.
    assert lines["Téléphone"].other == "06 •• •• •• 78"
    presenter.different()
    assert opened_dossier(nyons, stage, known)[1].last.possible == ()
    take_back(stage)
    assert [other.visitor for other in opened_dossier(nyons, stage, known)[1].last.possible] == [place.one]
    presenter.same()
    joined, dossiers = opened_dossier(nyons, stage, known)
    assert [other.visitor for other in dossiers.last.joined] == [place.one]
    joined.part()
    assert dossiers.last.joined == ()
    assert dossiers.last.possible == ()
    presenter.back()
    assert stage.gone[-1] == places.Dossier(place.one)
    assert rows(nyons.store) == folded(nyons.store)


def test_a_telephone_is_hidden_until_it_is_asked_for(nyons: Space, stage: Stage) -> None:
    visitor = written(nyons, "Zoé", phone="0612345678", email="zoe@example.fr")
    presenter, pictures = opened_dossier(nyons, stage, visitor)
    assert pictures.last.contacts == ("06 •• •• •• 78", "z…@example.fr")
    presenter.reveal()
    assert pictures.last.contacts == ("06\u00a012\u00a034\u00a056\u00a078", "zoe@example.fr")
    again, shown = opened_dossier(nyons, stage, visitor)
    again.resume(presenter.begun())
    assert not shown.last.hidden


def test_a_person_is_corrected_and_the_history_says_by_whom(nyons: Space, stage: Stage) -> None:
    visitor = written(nyons, "Zoé", "Martin", birth_year=1950, commune="26220", phone="0612345678")
    presenter, _ = opened_dossier(nyons, stage, visitor)
    presenter.correct()
    writer, pictures = writing(nyons, stage, stage.at(places.WriteDown))
    typed = next(state.typed for state in pictures.drawn if state.typed)
    assert (typed.birth_year, typed.commune) == ("1950", "Nyons\u00a0(26)")
    assert pictures.last.known is None
    writer.send(Typed("Zoé", "Martin-Roux", "1950", typed.commune, typed.phone))
    assert rows(nyons.store)["visitor"][0]["commune"] == "26220"
    presenter.start()
    presenter.history()
    told = Pictures[HistoryState]()
    reader = HistoryPresenter(backstage(nyons, stage), told, stage.at(places.History))
    reader.start()
    first = told.last.moments[0]
    assert (first.did, first.who) == ("A corrigé", "Élodie Brès")
    assert first.what == ("Nom\u00a0: Martin → Martin-Roux",)
    assert "06 •• •• •• 78" in " ".join(told.last.moments[-1].what)
    reader.back()
    assert stage.gone[-1] == places.Dossier(visitor)
    take_back(stage)
    assert rows(nyons.store)["visitor"][0]["family_name"] == "Martin"


def test_a_person_goes_to_the_bin_and_comes_back(nyons: Space, stage: Stage) -> None:
    visitor = written(nyons, "Zoé", "Martin")
    opened_dossier(nyons, stage, visitor)[0].throw()
    assert finding(nyons, stage, "zoe")[1].last.found == ()
    pictures = Pictures[BinState]()
    presenter = BinPresenter(backstage(nyons, stage), pictures)
    presenter.start()
    assert pictures.last.lines is not None
    assert [(line.what, line.record) for line in pictures.last.lines] == [("Zoé Martin", visitor)]
    assert "par Élodie Brès" in pictures.last.lines[0].note
    presenter.take(visitor)
    assert pictures.last.lines == ()
    assert len(finding(nyons, stage, "zoe")[1].last.found) == 1


def noted(space: Space, stage: Stage, place: places.Noted) -> tuple[NotedPresenter, Pictures[NotedState]]:
    pictures = Pictures[NotedState]()
    presenter = NotedPresenter(backstage(space, stage), pictures, place)
    presenter.start()
    return presenter, pictures


def test_an_act_of_help_of_another_day_is_corrected(opened: Space, stage: Stage) -> None:
    visit = reception.sign_in_unnamed(opened.store, "digital").visit
    record = interventions.log_intervention(
        opened.store, visits=(visit,), themes=("email",), duration=25, animator=opened.animator
    ).record
    opened.clock.pass_(days=10)
    presenter, pictures = noted(opened, stage, places.Noted())
    assert (pictures.last.helps, pictures.last.after) == ((), False)
    presenter.before()
    assert pictures.last.day == "lundi 2 mars"
    assert [(line.name, line.state) for line in pictures.last.helps] == [("Sans nom", "Élodie Brès")]
    assert pictures.last.after
    presenter.help(record)
    assert stage.at(places.CorrectHelp).intervention == record
    helps = Pictures[HelpState]()
    correcting = CorrectHelpPresenter(backstage(opened, stage), helps, record)
    correcting.start()
    assert "25" in {chip.code for chip in helps.last.durations}
    correcting.choose("themes", frozenset())
    correcting.send("")
    assert helps.last.wrong
    correcting.choose("themes", frozenset({"aide_aux_demarches_administratives", "email"}))
    correcting.choose("service", frozenset({"caf"}))
    correcting.choose("admin_themes", frozenset({"logement"}))
    correcting.resume(correcting.begun())
    correcting.send("à revoir jeudi")
    row = rows(opened.store)["intervention"][0]
    assert (row["themes"], row["service"]) == ("aide_aux_demarches_administratives email", "caf")
    assert (row["admin_themes"], row["note"], row["duration"]) == ("logement", "à revoir jeudi", 25)
    assert stage.at(places.Noted).day == "2026-03-02"
    take_back(stage)
    assert rows(opened.store)["intervention"][0]["service"] is None
    # A theme that is not administrative has neither body nor detail.
    correcting.start()
    correcting.choose("themes", frozenset({"aide_aux_demarches_administratives"}))
    correcting.choose("service", frozenset({"caf"}))
    correcting.choose("service", frozenset({"caf"}))
    assert helps.last.held["service"] == frozenset()
    correcting.choose("service", frozenset({"caf"}))
    correcting.choose("themes", frozenset({"email"}))
    assert helps.last.held["service"] == frozenset()
    correcting.send("x" * 501)
    assert helps.last.wrong
    correcting.throw()
    assert rows(opened.store)["intervention"][0]["deleted"]


def test_a_visit_is_corrected_or_thrown_away(opened: Space, stage: Stage) -> None:
    visit = reception.sign_in_unnamed(opened.store, "digital").visit
    opened.clock.pass_(minutes=90)
    presenter, pictures = noted(opened, stage, places.Noted(visits=True))
    assert [line.note for line in pictures.last.visits] == ["9\u202fh – départ inconnu · Aide numérique"]
    presenter.choose("helps")
    assert pictures.last.shown == "helps"
    presenter.visit(visit)
    visits = Pictures[VisitState]()
    correcting = CorrectVisitPresenter(backstage(opened, stage), visits, places.CorrectVisit(visit))
    correcting.start()
    assert next(state.hours for state in visits.drawn if state.hours) == ("09:00", "")
    correcting.choose(frozenset({"service"}))
    correcting.send(VisitTyped("midi", "25:00", ""))
    assert set(visits.last.wrong) == {"arrived_at", "left_at"}
    correcting.send(VisitTyped("09:05", "09:00", ""))
    assert set(visits.last.wrong) == {"left_at"}
    correcting.send(VisitTyped("09:05", "10:00", ""))
    row = rows(opened.store)["visit"][0]
    assert (row["reason"], row["started_at"]) == ("service", opened.clock.now - 85 * 60)
    assert (row["age_band"], row["commune"]) == (None, None)
    correcting.start()
    correcting.choose(frozenset({"service"}))
    assert visits.last.reason is None
    correcting.history()
    assert stage.at(places.History).record == visit
    correcting.throw()
    assert rows(opened.store)["visit"][0]["deleted"]
    take_back(stage)
    assert not rows(opened.store)["visit"][0]["deleted"]


def test_what_is_said_of_somebody_in_codes_is_said_where_they_are_written_about(opened: Space, stage: Stage) -> None:
    """On their record, on their visit, beside the help that they get: each time the same chips."""
    writing = WritePresenter(backstage(opened, stage), Pictures[WriteState](), places.WriteDown())
    writing.start()
    writing.profile("sector", "farm")
    writing.profile("gender", "feminin")
    writing.resume(writing.begun())
    writing.send(Typed("Odette"))
    [odette] = rows(opened.store)["visitor"]
    assert (odette["sector"], odette["gender"]) == ("farm", "feminin")
    [visitor] = [row.id for row in opened.store.all(tables.visitor.select())]
    again = Pictures[WriteState]()
    correcting = WritePresenter(backstage(opened, stage), again, places.WriteDown(visitor))
    correcting.start()
    assert again.last.profile == {"gender": "feminin", "status": None, "sector": "farm"}
    correcting.profile("gender", None)
    correcting.send(Typed("Odette"))
    _, dossiers = opened_dossier(opened, stage, visitor)
    assert dossiers.last.profile == ("Exploitation agricole",)
    visit = reception.sign_in_visitor(opened.store, visitor, "digital", author=opened.animator).visit
    visits = Pictures[VisitState]()
    correct_visit = CorrectVisitPresenter(backstage(opened, stage), visits, places.CorrectVisit(visit))
    correct_visit.start()
    assert visits.last.who.profile == {"gender": None, "status": None, "sector": "farm"}
    correct_visit.profile("status", "retraite")
    correct_visit.send(VisitTyped("09:00", ""))
    helping = Pictures[InterventionState]()
    place = places.Intervene((visit,), "Odette", visitor)
    giving = InterventionPresenter(backstage(opened, stage), helping, place)
    giving.start()
    assert helping.last.held == {"sector": frozenset({"farm"}), "status": frozenset({"retraite"})}
    giving.precise()
    giving.precised("status", frozenset({"en_emploi"}))
    giving.choose_theme("email")
    giving.choose_duration(15)
    [given] = rows(opened.store)["intervention"]
    assert (given["sectors"], given["statuses"], given["genders"]) == ("farm", "en_emploi", None)
    # It is said of her, not of that visit alone.
    assert [row["status"] for row in rows(opened.store)["visitor"]] == ["en_emploi"]
    helps = Pictures[HelpState]()
    correct_help = CorrectHelpPresenter(backstage(opened, stage), helps, int(str(given["id"])))
    correct_help.start()
    correct_help.choose("status", frozenset())
    correct_help.send("")
    assert rows(opened.store)["visit"][0]["status"] is None


def test_who_comes_often_and_gives_no_name_gets_a_card_without_one(opened: Space, stage: Stage) -> None:
    visit = reception.sign_in_unnamed(opened.store, "digital").visit
    interventions.log_intervention(opened.store, visits=(visit,), themes=("email",), duration=15)
    visits = Pictures[VisitState]()
    correcting = CorrectVisitPresenter(backstage(opened, stage), visits, places.CorrectVisit(visit))
    correcting.start()
    assert visits.last.who.unnamed
    correcting.card()
    [visitor] = rows(opened.store)["visitor"]
    assert (stage.at(places.CardOf).visitor, visitor["given_name"]) == (visitor["id"], None)
    # The help of that visit was given to them.
    assert rows(opened.store)["intervention"][0]["visitors"] == str(visitor["id"])
    correcting.start()
    assert [state.who.unnamed for state in visits.drawn][-1] is False
    take_back(stage)
    assert rows(opened.store)["visit"][0]["visitor"] is None


def test_a_group_is_corrected_as_one(opened: Space, stage: Stage) -> None:
    groups.sign_in_group(opened.store, 2, "college", "Roumanille", author=opened.animator)
    arriving = Pictures[GroupState]()
    coming = GroupPresenter(backstage(opened, stage), arriving)
    coming.start()
    assert arriving.last.schools == ("Roumanille",)
    coming.choose_school("Roumanille")
    assert arriving.last.school == "Roumanille"
    coming.type_school("Buis")
    coming.choose_size(2)
    coming.resume(coming.begun())
    coming.choose_level("lycee")
    assert [row["school"] for row in rows(opened.store)["group"]] == ["Roumanille", "Buis"]
    visit = opened.store.all(tables.visit.select())[0].id
    visits = Pictures[VisitState]()
    correcting = CorrectVisitPresenter(backstage(opened, stage), visits, places.CorrectVisit(visit))
    correcting.start()
    [first] = [state.group for state in visits.drawn if state.group and state.group.school is not None]
    assert (first.level, first.school) == ("college", "Roumanille")
    correcting.level(frozenset({"lycee"}))
    correcting.resume(correcting.begun())
    correcting.send(VisitTyped("09:00", "", school="x" * 81))
    assert visits.last.group is not None
    assert visits.last.group.wrong
    assert visits.last.group.level == "lycee"
    correcting.send(VisitTyped("09:00", "", school="Nyons"))
    group = rows(opened.store)["group"][0]
    assert (group["level"], group["school"]) == ("lycee", "Nyons")


def test_of_a_busy_day_and_a_full_bin_the_last_is_shown_first(opened: Space, stage: Stage) -> None:
    seen = [reception.sign_in_unnamed(opened.store, "digital").visit for _ in range(PAGE + 5)]
    presenter, pictures = noted(opened, stage, places.Noted(visits=True))
    assert [line.record for line in pictures.last.visits] == seen[-PAGE:]
    assert pictures.last.earlier == 5
    presenter.earlier()
    assert (len(pictures.last.visits), pictures.last.earlier) == (PAGE + 5, 0)
    presenter.choose("helps")
    presenter.choose("visits")
    assert pictures.last.earlier == 5
    # In one second, each by a gesture of its own.
    for visit in seen:
        bins.throw_away(opened.store, visit, author=opened.animator)
    thrown = Pictures[BinState]()
    bin_ = BinPresenter(backstage(opened, stage), thrown)
    bin_.start()
    assert thrown.last.lines is not None
    assert [line.record for line in thrown.last.lines] == seen[: -PAGE - 1 : -1]
    bin_.earlier()
    assert (len(thrown.last.lines or ()), thrown.last.earlier) == (PAGE + 5, False)


def test_a_group_is_one_line_and_goes_whole(opened: Space, stage: Stage) -> None:
    arriving = GroupPresenter(backstage(opened, stage), Pictures[GroupState]())
    arriving.start()
    arriving.choose_size(12)
    arriving.choose_level("college")
    _, pictures = noted(opened, stage, places.Noted(visits=True))
    [line] = pictures.last.visits
    assert line.name == "Groupe de 12\u00a0personnes"
    visits = Pictures[VisitState]()
    correcting = CorrectVisitPresenter(backstage(opened, stage), visits, places.CorrectVisit(line.record))
    correcting.start()
    assert visits.last.group
    correcting.throw()
    bin_ = Pictures[BinState]()
    BinPresenter(backstage(opened, stage), bin_).start()
    assert bin_.last.lines is not None
    assert bin_.last.lines[0].note.endswith("et 12\u00a0autres fiches")


def test_the_visit_of_somebody_leads_to_their_record(opened: Space, stage: Stage) -> None:
    visitor = written(opened, "Zoé")
    signed = reception.sign_in_visitor(opened.store, visitor, author=opened.animator)
    correcting = CorrectVisitPresenter(
        backstage(opened, stage), Pictures[VisitState](), places.CorrectVisit(signed.visit)
    )
    correcting.start()
    correcting.record()
    assert stage.gone[-1] == places.Dossier(visitor)


def test_records_that_are_alike_are_listed_compared_and_decided_otherwise_later(nyons: Space, stage: Stage) -> None:
    FindPresenter(backstage(nyons, stage), Pictures[FindState](), places.Find()).duplicates()
    pictures = Pictures[DuplicatesState]()
    presenter = DuplicatesPresenter(backstage(nyons, stage), pictures, stage.at(places.Duplicates))
    presenter.start()
    assert not pictures.last.pairs
    one, other = written(nyons, "Zoé", "Martin"), written(nyons, "Zoe", "Martain")
    presenter.refresh()
    presenter.choose((pictures.drawn[-1].pairs or ())[0])
    place = stage.at(places.Compare)
    assert {place.one, place.other} == {one, other}
    comparing = ComparePresenter(backstage(nyons, stage), Pictures[CompareState](), place)
    comparing.back()
    assert stage.gone[-1] == places.Duplicates()
    comparing.different()
    presenter.choose_part("seen")
    presenter.resume(presenter.begun())
    [decided] = pictures.drawn[-1].pairs or ()
    assert (decided.verdict, pictures.drawn[-1].seen) == ("different", True)
    presenter.choose(decided)
    again = stage.at(places.Compare)
    assert again.of == places.Duplicates(seen=True)
    ComparePresenter(backstage(nyons, stage), Pictures[CompareState](), again).same()
    presenter.refresh()
    assert [each.verdict for each in pictures.drawn[-1].pairs or ()] == ["same"]
    presenter.choose_part("open")
    assert not pictures.last.pairs
    presenter.back()
    stage.at(places.Find)
