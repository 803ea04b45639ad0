"""What is pictured: for each place of the window, how one comes there; here those behind the counter."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from kiosque.demo.album.counter_views import CARD, COUNTER
from kiosque.demo.album.morning import DAY, HOUR, MINUTE, MONDAY_9_H, Morning
from kiosque.demo.album.view import View, tap
from kiosque.domain.proof import Stay
from kiosque.ui import places
from kiosque.ui.animator.noted_texts import noted_words as noted
from kiosque.ui.papers.card import MemberCard
from kiosque.ui.papers.notice import Notice
from kiosque.ui.papers.proof import Proof
from kiosque.ui.papers.reminder import Reminder
from kiosque.ui.places import Place
from kiosque.ui.robot import Robot

TUESDAY = "2026-03-03"


def _card(_: Morning) -> Place:
    return places.Preview(MemberCard(CARD, "Asoft", "Nyons", "Églantine"))


def _notice(_: Morning) -> Place:
    return places.Preview(Notice("Nyons", "Asoft", date(2026, 3, 2)))


def _proof(_: Morning) -> Place:
    stay = Stay(MONDAY_9_H + 12 * MINUTE, MONDAY_9_H + 2 * HOUR)
    return places.Preview(Proof("Élisabeth Brès", (stay,), "Anaïs Chauvet", "Nyons", "Asoft", MONDAY_9_H + 2 * HOUR))


def _reminder(_: Morning) -> Place:
    start = MONDAY_9_H + 8 * DAY + 5 * HOUR
    what = "Généalogie\u202f: lire un acte ancien"
    return places.Preview(Reminder(what, start, start + 2 * HOUR, "Nyons", "Asoft", ("Anaïs Chauvet",)))


def _prove(robot: Robot) -> None:
    robot.tap(next(name for name in robot.names() if name.startswith("proof.visit.")))


def _several(robot: Robot) -> None:
    robot.tap("desk.several")
    for name in [name for name in robot.names() if name.startswith("visit.")][:2]:
        robot.tap(name)


def _tapped(name: str, robot: Robot) -> None:
    robot.tap(name)


def _accepted(robot: Robot) -> None:
    for name in [name for name in robot.names() if name.startswith("batch.visit.")][2:4]:
        robot.tap(name)


def _alike(robot: Robot) -> None:
    for name in ("batch.way.several", "batch.count.more", "batch.count.more", "batch.theme.email", "batch.minutes.20"):
        robot.tap(name)


def _precised(robot: Robot) -> None:
    _alike(robot)
    for name in ("batch.precise", "batch.sector.farm", "batch.material.telephone"):
        robot.tap(name)


def _free_place(robot: Robot) -> None:
    robot.tap([name for name in robot.names() if name.startswith("desks.place.")][-1])


def _printed(robot: Robot) -> None:
    robot.tap(next(name for name in robot.names() if name.startswith("printing.") and name[-1].isdigit()))
    robot.fill("printing.pages", "6")


def _draw(robot: Robot) -> None:
    robot.draw("sign.pad", [(0.16, 0.62), (0.24, 0.2), (0.3, 0.75), (0.4, 0.45), (0.52, 0.6), (0.6, 0.5), (0.8, 0.55)])


def _housemate(robot: Robot) -> None:
    # The child, who comes last.
    robot.tap([name for name in robot.names() if name.startswith("home.") and name[5:].isdigit()][-1])


def _booked(robot: Robot) -> None:
    robot.tap(next(name for name in robot.names() if name.startswith("booked.")))


def _booking(robot: Robot) -> None:
    robot.fill("book.called", "elis")
    robot.tap([name for name in robot.names() if name.startswith("book.desk.")][-1])
    for day in "13":
        robot.tap(f"book.week.{day}")


VIEWS: dict[type[Place], Sequence[View]] = {
    **COUNTER,
    places.Desk: (
        View("Les présents", lambda _: places.Desk()),
        View("Plusieurs personnes à la fois", lambda _: places.Desk(), _several, suffix="several"),
    ),
    places.Team: (View("Qui tient la permanence", lambda _: places.Team()),),
    places.Intervene: (
        View(
            "Noter une intervention",
            lambda of: places.Intervene((of.visits[0],), of.names[0]),
            partial(_tapped, "service.caf"),
        ),
        View(
            "En dire plus\u202f: matériel, autonomie, mandat, programme",
            lambda of: places.Intervene((of.visits[0],), of.names[0]),
            tap("service.caf", "intervention.precise"),
            suffix="precise",
        ),
    ),
    places.Group: (View("Une classe arrive", lambda _: places.Group(), partial(_tapped, "group.22")),),
    places.Find: (
        View("Chercher une personne", lambda _: places.Find("el bre")),
        View("Personne de ce nom", lambda _: places.Find("xavier"), suffix="nobody"),
    ),
    places.Dossier: (View("Ce que l’on sait d’une personne", lambda of: places.Dossier(of.visitor)),),
    places.CardOf: (View("La carte de quelqu’un", lambda of: places.CardOf(of.visitor)),),
    places.Housemates: (View("Le foyer de quelqu’un", lambda of: places.Housemates(of.child), _housemate),),
    places.WriteDown: (View("Écrire une fiche", lambda _: places.WriteDown(typed="Elisabeth Bres")),),
    places.Duplicates: (View("Les fiches qui se ressemblent", lambda _: places.Duplicates()),),
    places.Compare: (View("Une personne, ou deux", lambda of: places.Compare(of.visitor, of.twin)),),
    places.Noted: (
        View("Ce qui a été noté\u202f: les aides", lambda _: places.Noted()),
        View("Ce qui a été noté\u202f: les passages", lambda _: places.Noted(visits=True), suffix="visits"),
    ),
    places.CorrectHelp: (View("Corriger une aide", lambda of: places.CorrectHelp(of.act)),),
    places.CorrectVisit: (View("Corriger un passage", lambda of: places.CorrectVisit(of.visits[0])),),
    places.History: (
        View("Qui a écrit quoi", lambda of: places.History(of.act, noted.A_HELP, places.CorrectHelp(of.act))),
    ),
    places.Bin: (View("La corbeille", lambda _: places.Bin()),),
    places.Workshops: (View("Les ateliers", lambda _: places.Workshops()),),
    places.Plan: (
        View("Prévoir un atelier", lambda _: places.Plan()),
        View(
            "Une série, ailleurs, à plusieurs",
            lambda of: places.Plan(of.workshop),
            tap("plan.part.more", "plan.every.1", "plan.place.elsewhere"),
            suffix="more",
        ),
        View("Corriger un atelier", lambda of: places.Plan(correct=of.workshop), suffix="correct"),
    ),
    places.Tell: (View("Qui prévenir qu’un atelier est déplacé ou annulé", lambda _: places.Tell()),),
    places.Attendance: (View("Qui est venu à l’atelier", lambda of: places.Attendance(of.workshop)),),
    places.Sign: (View("Signer du doigt", lambda of: places.Sign(of.workshop, of.registration), _draw),),
    places.More: (View("Ce que l’on fait de temps en temps", lambda _: places.More()),),
    places.Desks: (View("Les places et les ordinateurs", lambda _: places.Desks(), _free_place),),
    places.Equipment: (View("Le matériel de l’antenne", lambda _: places.Equipment()),),
    places.Piece: (
        View("Un matériel, en bon état ou en panne", lambda of: places.Piece(of.piece), tap("piece.state.broken")),
        View("Un matériel prêté", lambda of: places.Piece(of.lent), suffix="lent"),
    ),
    places.Inventory: (View("L’inventaire, par les étiquettes", lambda _: places.Inventory()),),
    places.Repairs: (View("Les réparations", lambda _: places.Repairs()),),
    places.Repair: (
        View(
            "Noter une réparation",
            lambda of: places.Repair(of.visits[4], of.names[4]),
            tap("category.14", "problem.heat"),
        ),
        View(
            "Un objet en fin de vie",
            lambda of: places.Repair(of.visits[4], of.names[4]),
            tap("category.14", "problem.heat", "outcome.3"),
            suffix="barrier",
        ),
    ),
    places.Thing: (
        View("L’histoire d’un objet", lambda of: places.Thing(of.thing)),
        View("Un objet étiqueté ailleurs", lambda of: places.Thing(of.thing + 2**32), suffix="unknown"),
    ),
    places.CorrectRepair: (View("Corriger une réparation", lambda of: places.CorrectRepair(of.repair)),),
    places.Machines: (View("Les machines, et qui peut s’en servir", lambda _: places.Machines()),),
    places.Wishes: (View("Les envies d’ateliers, et les sourires", lambda _: places.Wishes()),),
    places.Bookings: (View("Qui a réservé quelle place", lambda _: places.Bookings(TUESDAY), _booked),),
    places.Book: (View("Réserver une place, chaque semaine", lambda _: places.Book(TUESDAY), _booking),),
    places.Printing: (View("Les pages imprimées, et par qui", lambda _: places.Printing(), _printed),),
    places.Passes: (View("Ce qui reste des abonnements", lambda _: places.Passes()),),
    places.Hours: (View("Les horaires de l’antenne", lambda _: places.Hours()),),
    places.NoteHours: (
        View("Noter une fermeture", lambda _: places.NoteHours(), partial(_tapped, "note_hours.reason.leave")),
    ),
    places.Staff: (View("L’équipe, ses formations, et mon temps hors permanence", lambda _: places.Staff()),),
    places.NoteTask: (
        View(
            "Noter du temps hors permanence",
            lambda _: places.NoteTask(),
            partial(_tapped, "task.activity.preparation"),
        ),
    ),
    places.Papers: (View("Les papiers à imprimer", lambda _: places.Papers()),),
    places.Preview: (
        View("Une carte de visiteur, avant de l’imprimer", _card),
        View(
            "La notice des données personnelles",
            lambda _: places.Preview(Notice("Nyons", "Asoft", date(2026, 3, 2))),
            suffix="notice",
        ),
        View("L’attestation, avant de l’imprimer", _proof, suffix="proof"),
        View("Le rappel d’un atelier, en grandes lettres", _reminder, suffix="reminder"),
    ),
    places.Proof: (View("Une attestation de présence", lambda _: places.Proof(), _prove),),
    places.Settings: (View("Les réglages de ce poste", lambda _: places.Settings()),),
    places.Passphrase: (View("Changer de phrase secrète", lambda _: places.Passphrase()),),
    places.Quit: (View("Quitter le programme", lambda _: places.Quit()),),
    places.Line: (View("L’envoi à la coordination", lambda _: places.Line()),),
    places.Close: (View("Fermer la permanence", lambda _: places.Close()),),
    places.Batch: (
        View("Noter des aides à la fermeture", lambda _: places.Batch(), _accepted),
        View("Plusieurs aides pareilles", lambda _: places.Batch(), _alike, suffix="several"),
        View("Ce que l’on peut préciser de plusieurs aides", lambda _: places.Batch(), _precised, suffix="precise"),
    ),
    places.Thanks: (View("Merci", lambda _: places.Thanks(14, 9, 12_600, 412)),),
}
"""In the order of the guide, which is that of a day. A place that is not here fails a test."""


def name_of(place: type[Place], view: View) -> str:
    """Return what the files of a view begin with."""
    return f"{place.name}-{view.suffix}" if view.suffix else place.name
