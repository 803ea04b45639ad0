"""What happens on the morning of which pictures are taken: who comes, what is done for them, what is planned."""

from dataclasses import replace
from datetime import timedelta

from kiosque.actions import bins, corrections
from kiosque.actions.coworking import bookings, desks, passes
from kiosque.actions.coworking.bookings import Asked
from kiosque.actions.equipping import equipment, loans
from kiosque.actions.helping import interventions
from kiosque.actions.network import tasks
from kiosque.actions.opening import hours, permanences, presence
from kiosque.actions.visitors import feedback, households, people, reception, recognition
from kiosque.actions.visitors.people import Answers
from kiosque.actions.visitors.visits import SignedIn
from kiosque.actions.workshops import agenda, attendance, registrations, wishes, workshop_changes, workshops
from kiosque.demo.album import bench
from kiosque.demo.album.morning import DAY, HOUR, MINUTE, MONDAY_9_H, PICTURES, Morning
from kiosque.demo.clock import Clock
from kiosque.domain.french import local
from kiosque.domain.opening_hours import CLOSED

PEOPLE = (
    ("Élisabeth", "Brès", 1948, "26220", "service", 4),
    ("Ahmed", "Benali", 1979, "26220", "digital", 9),
    ("Marie-Antoinette", "de La Rochefoucauld", 1951, "26367", "workshop", 15),
    ("Zoé", "Martin", 2011, "26220", "desk", 22),
    ("Jean-Baptiste", "Tardieu", 1962, "26220", "repair", 31),
)
"""Given name, family name, year of birth, commune, reason, minutes after nine."""
HOUSEHOLD = (("Marcel", None), ("Capucine", "douze_dix_huit"), ("Léo", "moins_de_douze"))
"""Who lives with the first of them: given name, age band."""
UNNAMED = (("digital", 12), ("service", 26), ("other", 44))
ACTS = (
    ("aide_aux_demarches_administratives", "caf", 30),
    ("email", None, 45),
    ("gere_ses_contenus_numeriques", None, 15),
)


def live(morning: Morning, wall: Clock, other: int) -> None:
    """Let the morning happen, until a hundred minutes after nine; ``other`` is an animator who comes to help."""
    store, animator = morning.store, morning.animator
    permanence = permanences.open_permanence(store, animator).record
    morning.names = [f"{given} {family}" for given, family, *_ in PEOPLE]
    for given, family, year, commune, reason, minutes in PEOPLE:
        wall.now = MONDAY_9_H + minutes * MINUTE
        signed = reception.sign_in_unnamed(store, reason)
        made = reception.remember(
            store, signed.visit, given_name=given, family_name=family, birth_year=year, commune=commune
        )
        morning.visits.append(signed.visit)
        if not morning.card:
            morning.card, morning.visitor = made.card, made.record
            morning.welcome = SignedIn(signed.record, (), signed.at, signed.visit, given, returning=True)
    recognition.choose_pictures(store, morning.visitor, PICTURES)
    for given, band in HOUSEHOLD:
        added = households.add_member(store, morning.visitor, given_name=given, age_band=band, here=False)
        morning.household, morning.child = added.household, added.record
    for reason, minutes in UNNAMED:
        wall.now = MONDAY_9_H + minutes * MINUTE
        morning.unnamed = reception.sign_in_unnamed(store, reason).visit
    wall.now = MONDAY_9_H + 70 * MINUTE
    for visit, (theme, service, minutes) in zip(morning.visits, ACTS, strict=False):
        done = interventions.log_intervention(
            store, visits=(visit,), themes=(theme,), duration=minutes, service=service, animator=animator
        )
        morning.act = morning.act or done.record
    presence.join(store, permanence, other)
    _correct(morning, wall)
    _plan(morning)
    _note_hours(morning)
    _lend(morning)
    _wish(morning)
    _sit_down(morning)
    morning.thing, morning.repair = bench.repair(store, wall, animator, morning.visits)
    bench.equip(store, animator)
    wall.now = MONDAY_9_H + 100 * MINUTE


def _correct(morning: Morning, wall: Clock) -> None:
    """Write somebody down twice, correct an act of help, and throw something away."""
    store, animator = morning.store, morning.animator
    _, _, year, commune, *_ = PEOPLE[0]
    twin = Answers("Elisabeth", "Brés", year, commune, "06 12 34 56 78", "elisabeth.bres@example.fr")
    morning.twin = people.write_down(store, twin, author=animator).record
    morning.visitor = next(each.visitor or 0 for each in reception.present(store) if each.visit == morning.visits[0])
    wall.now += 4 * MINUTE
    theme, service, minutes = ACTS[0]
    corrections.correct_help(
        store, morning.act, themes=(theme,), service=service, duration=minutes + 15, text="à suivre", author=animator
    )
    mistaken = reception.sign_in_unnamed(store, "other").visit
    wall.now += MINUTE
    bins.throw_away(store, mistaken, author=animator)


def _sit_down(morning: Morning) -> None:
    """Add a small room to the places of the space, and let people work there."""
    desks.add_desk(morning.store, label="Petite salle", form="room", author=morning.animator)
    places = {each.name: each.id for each in desks.places(morning.store)}
    desks.take(morning.store, places["Table 1"], visit=morning.visits[3], author=morning.animator)
    desks.take(morning.store, places["Ordinateur 1"], author=morning.animator)
    first = local(MONDAY_9_H).date()
    tuesday = first + timedelta(days=1)
    asked = (
        (Asked(places["Table 1"], "Tu,Th 09:00-12:30", tuesday, None), "", morning.visitor),
        (Asked(places["Table 2"], "Mo-Su,PH 14:00-18:00", tuesday, tuesday), "Paul Girard", None),
        (Asked(places["Table 2"], "Mo-Su,PH 14:00-17:00", first, first), "Lucienne Roux", None),
    )
    for each, called, visitor in asked:
        bookings.book(morning.store, each, author=morning.animator, visitor=visitor, called=called, phone="0475260000")
    for visit, form in ((0, "ten"), (3, "month")):
        visitor = next(each.visitor for each in reception.present(morning.store) if each.visit == morning.visits[visit])
        passes.give(morning.store, visitor or morning.visitor, form, author=morning.animator)


def _lend(morning: Morning) -> None:
    """Find the equipment in the states it may be in; lend two pieces, one of which should be back."""
    store, animator = morning.store, morning.animator
    pieces = {each.name: each.id for each in equipment.pieces(store)}
    for name, state, problem in (
        ("Imprimante", "broken", "paper"),
        ("Portable 1", "works", None),
        ("Portable 2", "works", None),
    ):
        equipment.inspect(store, pieces[name], state, problem=problem, author=animator)
    last = loans.due_after(store, loans.USUAL_DAYS)
    loans.lend(store, pieces["Portable 2"], morning.visitor, last, author=animator)
    morning.piece, morning.lent = pieces["Portable 1"], pieces["Portable 2"]


def _wish(morning: Morning) -> None:
    """Let visitors wish for workshops, one of which is planned, and say by a face how it was."""
    store, animator = morning.store, morning.animator
    for subject, how_many in (("photo", 7), ("scams", 4), ("astronomy", 2)):
        wished = [wishes.wish(store, subject).record for _ in range(how_many)]
        if subject != "scams":
            wishes.ask_to_be_called(store, wished[0], called="Simone Arnaud", phone="04 75 26 00 00")
    wishes.answer(store, "astronomy", agenda.upcoming(store)[-1].id, author=animator)
    for face, how_many in (("great", 12), ("good", 5), ("fair", 1)):
        for _ in range(how_many):
            feedback.smile(store, face)


def _note_hours(morning: Morning) -> None:
    """Close for a training in the week after, and open on a Sunday; an hour of getting ready came before."""
    store, animator = morning.store, morning.animator
    tasks.note_task(store, animator, activity="preparation", started_at=MONDAY_9_H - HOUR, ended_at=MONDAY_9_H)
    first = local(MONDAY_9_H).date()
    for after, said, reason in ((9, CLOSED, "training"), (13, "Mo-Su,PH 14:00-18:00", "event")):
        day = first + timedelta(days=after)
        hours.note(store, hours=said, first=day, last=day, reason=reason, author=animator)


def _plan(morning: Morning) -> None:
    store, animator = morning.store, morning.animator
    planned = (
        ("Classer ses photos", "gere_ses_contenus_numeriques", DAY + 5 * HOUR),
        ("Premiers pas sur la tablette", "navigation_sur_internet", 3 * DAY),
        ("Généalogie : lire un acte ancien", "culture_numerique", 8 * DAY + 5 * HOUR),
    )
    last = 0
    for title, theme, after in planned:
        done = workshops.plan(
            store,
            title=title,
            theme=theme,
            starts_at=MONDAY_9_H + after,
            minutes=120,
            capacity=6,
            animator=animator,
        )
        morning.workshop = morning.workshop or done.record
        last = done.record
    # One of them is moved to the afternoon: who registered for it is to be told.
    registrations.register(store, last, author=animator, called="Simone Arnaud", phone="04 75 26 00 00")
    registrations.register(store, last, author=animator, visit=morning.visits[1])
    before = workshops.plan_of(store, last)
    workshop_changes.correct(store, last, replace(before, starts_at=before.starts_at + 2 * HOUR), author=animator)
    for visit in morning.visits[:4]:
        registrations.register(store, morning.workshop, author=animator, visit=visit)
    for called in ("Simone Arnaud", "Paul Girard", "Lucienne Roux"):
        registrations.register(store, morning.workshop, author=animator, called=called, phone="04 75 26 00 00")
    first, second, third, *_ = registrations.attendees(store, morning.workshop)
    morning.registration = third.registration
    attendance.mark(store, first.registration, "seen", author=animator)
    attendance.mark(store, second.registration, "noshow", author=animator)


def go_astray(morning: Morning, wall: Clock) -> None:
    """Let the PC believe that it is the day before, write, and learn what day it is."""
    wall.offset = -DAY - 3 * HOUR
    morning.clock.start(morning.store)
    permanences.open_permanence(morning.store, morning.animator)
    for reason, _ in UNNAMED:
        reception.sign_in_unnamed(morning.store, reason)
    morning.clock.told(MONDAY_9_H + 20 * MINUTE)
