"""Every screen with made-up states: long names, full lists, empty ones, what is wrong."""

from collections.abc import Callable
from datetime import date
from typing import Any

from kiosque.actions.coworking.desks import Place as Desk
from kiosque.actions.network.network import Animator
from kiosque.actions.visitors.households import Member as HomeMember
from kiosque.actions.visitors.reception import Present
from kiosque.actions.workshops.signing_up import Offer
from kiosque.domain.codes import (
    ADMINISTRATIVE,
    DURATIONS,
    GROUP_LEVELS,
    OTHER_DURATIONS,
    SERVICES,
    THEMES,
    VISIT_REASONS,
)
from kiosque.domain.picture_codes import PICTURES
from kiosque.sync.checks import Answer, Checks
from kiosque.ui.animator.attendance import AttendanceScreen, AttendanceState, Calling, Somebody
from kiosque.ui.animator.batch import DRAFTS, SEVERAL, BatchScreen, BatchState
from kiosque.ui.animator.batch import Line as DraftLine
from kiosque.ui.animator.choices import Choice, Choices
from kiosque.ui.animator.closing import CloseScreen, CloseState
from kiosque.ui.animator.desk import DeskScreen, DeskState
from kiosque.ui.animator.desks import DesksScreen, DesksState
from kiosque.ui.animator.group import GroupScreen, GroupState
from kiosque.ui.animator.held import Still
from kiosque.ui.animator.hours import HoursScreen, HoursState
from kiosque.ui.animator.hours import Line as Day
from kiosque.ui.animator.hours import Noted as Otherwise
from kiosque.ui.animator.intervention import InterventionScreen, InterventionState
from kiosque.ui.animator.joining import JoinScreen, JoinState
from kiosque.ui.animator.line import LineScreen, LineState
from kiosque.ui.animator.mend import MendScreen, MendState
from kiosque.ui.animator.more import MoreScreen, MoreState
from kiosque.ui.animator.note_hours import NoteHoursScreen, NoteState
from kiosque.ui.animator.note_task import NoteTaskScreen, TaskState
from kiosque.ui.animator.note_task import Typed as TaskTyped
from kiosque.ui.animator.opening import OpenScreen, OpenState
from kiosque.ui.animator.passphrase import PassphraseScreen, PassphraseState
from kiosque.ui.animator.plan_details import Chosen
from kiosque.ui.animator.planning import PlanScreen, PlanState, Typed
from kiosque.ui.animator.precise import Named
from kiosque.ui.animator.quitting import QuitScreen, QuitState
from kiosque.ui.animator.recover import RecoverScreen, RecoverState
from kiosque.ui.animator.settings import SettingsScreen, SettingsState
from kiosque.ui.animator.signing import SignScreen, SignState
from kiosque.ui.animator.staff import Line as StaffLine
from kiosque.ui.animator.staff import Mine, StaffScreen, StaffState
from kiosque.ui.animator.team import Member, TeamScreen, TeamState
from kiosque.ui.animator.thanks import ThanksScreen, ThanksState
from kiosque.ui.animator.tiles import Person
from kiosque.ui.animator.to_tell import Line as ToTell
from kiosque.ui.animator.to_tell import TellScreen, TellState
from kiosque.ui.animator.today import TodayScreen, TodayState
from kiosque.ui.animator.unlock import UnlockScreen, UnlockState
from kiosque.ui.animator.workshops import Line, WorkshopsScreen, WorkshopsState
from kiosque.ui.counter.arrivals import Arrival
from kiosque.ui.counter.birth_day import BirthDayScreen, BirthDayState
from kiosque.ui.counter.by_name import ByNameScreen, ByNameState
from kiosque.ui.counter.card import CardScreen, CardState
from kiosque.ui.counter.closed import ClosedScreen, ClosedState
from kiosque.ui.counter.confirm import is_it_you, not_found, recognised, with_adult
from kiosque.ui.counter.form import FormScreen, FormState
from kiosque.ui.counter.given import GivenScreen, GivenState
from kiosque.ui.counter.home import HomeScreen, HomeState
from kiosque.ui.counter.household import HouseholdScreen, HouseholdState
from kiosque.ui.counter.leave import LeaveScreen, LeaveState
from kiosque.ui.counter.member import MemberScreen, MemberState
from kiosque.ui.counter.message import Message, MessageScreen
from kiosque.ui.counter.notice import NoticeScreen, NoticeState
from kiosque.ui.counter.pictures import PicturesScreen, PicturesState
from kiosque.ui.counter.question import Question, QuestionScreen, already, remember
from kiosque.ui.counter.reason import ReasonScreen
from kiosque.ui.counter.sign_up import SignUpScreen, SignUpState
from kiosque.ui.counter.sign_up_name import SignUpNameScreen, SignUpNameState
from kiosque.ui.counter.tiles import TilesState
from kiosque.ui.counter.ways import WaysScreen, WaysState
from kiosque.ui.line import Said
from kiosque.ui.papers.badge import Badge
from kiosque.ui.papers.card import ToCut
from kiosque.ui.papers.choice import PapersScreen, PapersState
from kiosque.ui.papers.closing import DayCard
from kiosque.ui.papers.notice import Notice as PrintedNotice
from kiosque.ui.papers.paper import picture
from kiosque.ui.papers.preview import PreviewScreen, PreviewState
from kiosque.ui.papers.texts import words_of as papers_words
from kiosque.ui.places import NotFound
from kiosque.ui.screen import Screen
from kiosque.ui.services import UiSettings
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.welcome import stick as enrolment_stick
from kiosque.ui.welcome.code import CodeScreen, CodeState
from kiosque.ui.welcome.ready import ReadyScreen, ReadyState
from kiosque.ui.welcome.start import StartScreen, StartState
from kiosque.ui.welcome.who import WhoScreen, WhoState
from kiosque.ui.widgets.chips import Chip
from tests.ui.gear_screens import GEAR_SCREENS, WISH_SCREENS
from tests.ui.people_screens import PEOPLE_SCREENS
from tests.ui.repair_screens import REPAIR_SCREENS
from tests.ui.work_screens import WORK_SCREENS

DENSITY = 96 / 25.4
ENGAGED = "Mis à disposition par le Département, jusqu’au 31/08/2028"
FOLLOWED = "28 h suivies : Accompagner vers le numérique 14 h, Protéger les données et les personnes 7 h"
LONG_NAME = "Marie-Antoinette de La Rochefoucauld-Montbel d’Œuilly-sur-Ardèche"
USUAL = (1366, 768)

Made = Callable[[Theme], tuple[Screen[Any], Any]]


def choices(codes: Any) -> Choices:  # noqa: ANN401 - any code list
    made = tuple(Choice(code.code, code.short, code.icon) for code in codes)
    return Choices(made[:6], made[6:])


DAY = DayCard("Nyons", 1_772_438_400, 1_772_469_000, 37, 21)
BADGE = ToCut((Badge("KB", LONG_NAME),))
REASONS = TilesState(tuple((code.code, code.label, code.icon) for code in VISIT_REASONS))
ARRIVALS = LeaveState(tuple(Arrival(n, "9 h 12", "Aide numérique", "laptop") for n in range(8)))
WRONG_FORM = FormState(
    {"given_name": "Écrivez votre prénom.", "birth_year": "Écrivez l’année avec quatre chiffres."},
    ("Saint-Auban-sur-l’Ouvèze\u00a0(26)", "Venterol\u00a0(26)", "Venterol\u00a0(04)", "Ventavon\u00a0(05)"),
)
WHICH_COMMUNE = FormState(
    {"commune": "Touchez votre commune dans la liste."},
    (
        *(
            "Saint-Auban-sur-l’Ouvèze\u00a0(26)",
            "Château-Arnoux-Saint-Auban\u00a0(04)",
            "Ponet-et-Saint-Auban\u00a0(26)",
        ),
        *("Montauban-sur-l’Ouvèze\u00a0(26)", "Saint-Auban-d’Oze\u00a0(05)"),
    ),
    which=True,
)
PEOPLE = tuple(Person(n, LONG_NAME if n % 3 else "Zoé", "9 h 12 · Démarche", "laptop", named=True) for n in range(15))

BATCH_THEMES = tuple(Chip(code.code, code.short, code.icon) for code in THEMES)
BATCH_TIMES = tuple(Chip(str(minutes), texts.duration(minutes)) for minutes in sorted((*DURATIONS, 10, 20)))
BATCH_LINES = tuple(
    DraftLine(n, LONG_NAME, "9 h 12 · Démarche", "file-text", "Banque, achats, 1 h 30" if n % 2 else "", chosen=n < 4)
    for n in range(12)
)


HOME = tuple(
    HomeMember(n, name, minor=minor)
    for n, (name, minor) in enumerate(
        (
            ("Odette C.", False),
            ("Marie-Antoinette-Joséphine L.", False),
            ("Léo C.", True),
            ("Zoé C.", True),
            ("Marcel C.", False),
            ("Jean-Baptiste M.", True),
        )
    )
)


def pictured(place: int) -> PicturesState:
    return PicturesState(place, tuple((code.code, code.label, code.icon) for code in PICTURES[place]))


def asked(theme: Theme, question: Question) -> tuple[Screen[Any], Any]:
    return QuestionScreen(theme, question), question


OFFERS = tuple(
    Offer(n, f"Généalogie {n} : lire un acte ancien", "email", 0, 3600, "École de Sahune", n, waits=n == 1)
    for n in range(5)
)
COUNTER: dict[str, Made] = {
    "closed": lambda theme: (ClosedScreen(theme), ClosedState()),
    "home": lambda theme: (HomeScreen(theme), HomeState("Bonjour", "Saint-Auban-sur-l’Ouvèze", 300, 12_412)),
    "reason": lambda theme: (ReasonScreen(theme), REASONS),
    "card": lambda theme: (CardScreen(theme, leaving=False), CardState()),
    "card wrong": lambda theme: (CardScreen(theme, leaving=True), CardState("Cette carte ne se lit pas. Réessayez.")),
    "remember": lambda theme: (QuestionScreen(theme, remember()), remember()),
    "already": lambda theme: (QuestionScreen(theme, already()), already()),
    "form": lambda theme: (FormScreen(theme), FormState()),
    "form wrong": lambda theme: (FormScreen(theme), WRONG_FORM),
    "form, which commune": lambda theme: (FormScreen(theme), WHICH_COMMUNE),
    "given": lambda theme: (GivenScreen(theme), GivenState("Voici votre carte, Zoé.", "WWWW WWWW WWWW WWWW W")),
    "given, to print": lambda theme: (
        GivenScreen(theme),
        GivenState("Voici votre carte, Zoé.", "WWWW WWWW WWWW WWWW W", printer=True),
    ),
    "welcome": lambda theme: (
        MessageScreen(theme, "counter.welcome", 10_000_000),
        Message(
            "Bonjour Marie-Antoinette !", ("Votre passage est compté.", "Merci"), "hand", 12, workshops=True, wish=True
        ),
    ),
    **WISH_SCREENS,
    "given, other ways": lambda theme: (
        GivenScreen(theme),
        GivenState("Voici la carte de votre foyer.", "7K2M 9XQP 3V5R TBN8 H", printer=True, others=True),
    ),
    "pictures": lambda theme: (PicturesScreen(theme, 0, choosing=False), pictured(0)),
    "pictures to choose": lambda theme: (PicturesScreen(theme, 2, choosing=True), pictured(2)),
    "by name": lambda theme: (ByNameScreen(theme), ByNameState()),
    "by name wrong": lambda theme: (
        ByNameScreen(theme),
        ByNameState(
            {
                "given_name": "Écrivez votre prénom.",
                "family_name": "Écrivez votre nom.",
                "birth_day": "Écrivez le jour et le mois, comme 14 mars.",
            }
        ),
    ),
    "is it you": lambda theme: asked(theme, is_it_you("Marie-Antoinette-Joséphine L.")),
    "recognised": lambda theme: asked(theme, recognised("Marie D.")),
    "not found": lambda theme: asked(theme, not_found(NotFound())),
    "not found, patience": lambda theme: asked(theme, not_found(NotFound(leaving=True, patience=True))),
    "with an adult": lambda theme: asked(theme, with_adult()),
    "household": lambda theme: (
        HouseholdScreen(theme),
        HouseholdState(leaving=False, people=HOME, touched=frozenset({1, 2}), more=True, other_way=True),
    ),
    "household leaving": lambda theme: (
        HouseholdScreen(theme),
        HouseholdState(leaving=True, people=HOME[:2], touched=frozenset({1})),
    ),
    "ways": lambda theme: (WaysScreen(theme), WaysState(frozenset({"pictures"}))),
    "birth day": lambda theme: (BirthDayScreen(theme), BirthDayState()),
    "birth day wrong": lambda theme: (
        BirthDayScreen(theme),
        BirthDayState(ask_name=True, wrong_day="Écrivez le jour et le mois, comme 14 mars.", wrong_name="Il manque."),
    ),
    "member": lambda theme: (MemberScreen(theme), MemberState()),
    "member wrong": lambda theme: (
        MemberScreen(theme),
        MemberState("moins_de_douze", "Écrivez votre prénom.", "C’est trop long : 80 lettres au plus."),
    ),
    "notice": lambda theme: (
        NoticeScreen(theme),
        NoticeState(
            "L’association Aventic, pour l’espace de Saint-Auban-sur-l’Ouvèze.",
            PrintedNotice("Saint-Auban-sur-l’Ouvèze", "Aventic", date(2026, 3, 2)).short(),
        ),
    ),
    "sign up": lambda theme: (SignUpScreen(theme), SignUpState(OFFERS[:4], more=True)),
    "sign up few": lambda theme: (SignUpScreen(theme), SignUpState(OFFERS[:1])),
    "sign up nothing": lambda theme: (SignUpScreen(theme), SignUpState(())),
    "sign up name": lambda theme: (SignUpNameScreen(theme), SignUpNameState()),
    "sign up name wrong": lambda theme: (
        SignUpNameScreen(theme),
        SignUpNameState({"called": "Il manque un nom ici.", "phone": "Ce numéro n’est pas complet."}),
    ),
    "signed up": lambda theme: (
        MessageScreen(theme, "counter.signed_up", 10_000_000),
        Message("Vous êtes en liste d’attente", ("Il n’y a plus de place. Vous êtes numéro 2.", "Merci."), "users", 4),
    ),
    "leave": lambda theme: (LeaveScreen(theme), ARRIVALS),
    "leave nobody": lambda theme: (LeaveScreen(theme), LeaveState(())),
}
ANIMATOR: dict[str, Made] = {
    "unlock": lambda theme: (UnlockScreen(theme), UnlockState()),
    "unlock wrong": lambda theme: (UnlockScreen(theme), UnlockState(wrong="Cette phrase n’est pas la bonne.")),
    "unlock waiting": lambda theme: (UnlockScreen(theme), UnlockState(waiting=True)),
    "recover": lambda theme: (
        RecoverScreen(theme),
        RecoverState(tuple(Animator(n, LONG_NAME, "") for n in range(9)), 1, "Choisissez au moins quatre mots."),
    ),
    "recover nobody": lambda theme: (RecoverScreen(theme), RecoverState(())),
    "open": lambda theme: (
        OpenScreen(theme),
        OpenState("door-open", "Ouvrir", ("Prévu", "9 h – 12 h 30 et 13 h 30 – 18 h", "Tard.", LONG_NAME), "Ouvrir"),
    ),
    "forgotten": lambda theme: (
        OpenScreen(theme),
        OpenState(
            *("clock", "Restée ouverte", (f"Celle de {LONG_NAME}.", "", "À confirmer"), "Fermer", "", "Non."),
            unknown=True,
        ),
    ),
    "join": lambda theme: (
        JoinScreen(theme),
        JoinState(f"Bonjour {LONG_NAME}", f"{LONG_NAME} et {LONG_NAME}.", f"{LONG_NAME} reste.", "Zoé part."),
    ),
    "team": lambda theme: (
        TeamScreen(theme),
        TeamState(tuple(Member(n, LONG_NAME, "depuis 9 h", there=n < 4) for n in range(6))),
    ),
    "staff": lambda theme: (
        StaffScreen(theme),
        StaffState(
            tuple(
                (part, tuple(StaffLine(LONG_NAME, ENGAGED, FOLLOWED, trained=n % 2 > 0) for n in range(3)))
                for part in ("De cette antenne", "Sur les routes")
            ),
            tuple(Mine(n, "Préparation, 1 h 30", "lundi 2 mars, 9 h – 10 h 30", "notebook-pen") for n in range(5)),
            "Ce mois-ci : 12 h 30",
        ),
    ),
    "staff of nobody": lambda theme: (StaffScreen(theme), StaffState(())),
    "task": lambda theme: (
        NoteTaskScreen(theme),
        TaskState(
            *(TaskTyped("02/03/2026", "25:00"), "upkeep", 75),
            known=True,
            wrong={"begins": "Écrivez l’heure comme ceci : 14:30.", "ends": "Ce temps n’est pas encore passé."},
        ),
    ),
    "task begun": lambda theme: (NoteTaskScreen(theme), TaskState(TaskTyped("02/03/2026", "09:00"))),
    "desk": lambda theme: (
        DeskScreen(theme),
        DeskState(PEOPLE, "depuis 9 h", again="Démarche, 1 h 30", team=LONG_NAME, late=12),
    ),
    "desk several": lambda theme: (DeskScreen(theme), DeskState(PEOPLE, "depuis 9 h", frozenset({1, 2}))),
    "desk nobody": lambda theme: (DeskScreen(theme), DeskState((), "depuis 9 h")),
    "intervention": lambda theme: (InterventionScreen(theme), InterventionState("Aide", choices(THEMES))),
    "intervention service": lambda theme: (
        InterventionScreen(theme),
        InterventionState(
            f"Aide : {LONG_NAME}",
            choices(THEMES),
            choices(SERVICES),
            DURATIONS,
            OTHER_DURATIONS,
            "sante",
            "grdf",
            "Le groupe repart",
            "Ce passage",
        ),
    ),
    "intervention precise": lambda theme: (
        InterventionScreen(theme),
        InterventionState(
            *("Aide", choices(THEMES), choices(SERVICES), DURATIONS, (), ADMINISTRATIVE),
            precising=True,
            held={"sector": frozenset({"farm"}), "gender": frozenset({"feminin"})},
            programmes=(Named(1, LONG_NAME),),
        ),
    ),
    "group": lambda theme: (
        GroupScreen(theme),
        GroupState(choices(GROUP_LEVELS).first, schools=(LONG_NAME, "Collège Roumanille", "École de Buis")),
    ),
    "group of more": lambda theme: (GroupScreen(theme), GroupState(choices(GROUP_LEVELS).first, 45, counting=True)),
    **PEOPLE_SCREENS,
    **GEAR_SCREENS,
    **REPAIR_SCREENS,
    "workshops": lambda theme: (
        WorkshopsScreen(theme),
        WorkshopsState(tuple(Line(n, LONG_NAME, "lundi 2 mars, 14 h – 16 h · 5 inscrits", "laptop") for n in range(8))),
    ),
    "past workshops": lambda theme: (
        WorkshopsScreen(theme),
        WorkshopsState(tuple(Line(n, LONG_NAME, "lundi", "laptop") for n in range(3)), "past", 12),
    ),
    "tell": lambda theme: (
        TellScreen(theme),
        TellState(tuple(ToTell(n, LONG_NAME, f"06 12 34 56 78 · {LONG_NAME} : annulé", "phone") for n in range(9))),
    ),
    "tell nobody": lambda theme: (TellScreen(theme), TellState(())),
    "no workshop": lambda theme: (WorkshopsScreen(theme), WorkshopsState(())),
    "plan": lambda theme: (
        PlanScreen(theme),
        PlanState(Typed("", "02/03/2026", "14:00", "8"), wrong={"day": "Écrivez le jour.", "theme": "Choisissez."}),
    ),
    "attendance": lambda theme: (
        AttendanceScreen(theme),
        AttendanceState(
            LONG_NAME,
            "lundi",
            tuple(Somebody(n, LONG_NAME, "À renseigner", "check", (True, False, None)[n % 3]) for n in range(12)),
            tuple(Present(n, None, LONG_NAME, "digital", 0) for n in range(6)),
            (Somebody(99, "Groupe de 22 personnes", "Élémentaire", "school", look=True),),
            (Person(1, "Groupe de 12 personnes", "9 h", "school", named=True, group=98),),
            halves=2,
            calling=Calling(3, LONG_NAME, "06 12 34 56 78"),
            over=2,
            series=True,
            wrong=("Il manque un nom ici.", "Ce numéro n’est pas complet."),
        ),
    ),
    "desks": lambda theme: (
        DesksScreen(theme),
        DesksState(
            tuple(Desk(n, LONG_NAME, "coworking", (None, 0)[n % 2], LONG_NAME) for n in range(9)),
            tuple(Present(n, None, LONG_NAME, "desk", 0) for n in range(6)),
            taking=2,
        ),
    ),
    **WORK_SCREENS,
    "no desks": lambda theme: (DesksScreen(theme), DesksState(wrong="Une place porte déjà ce nom.")),
    "sign": lambda theme: (SignScreen(theme), SignState(LONG_NAME, "Signez d’abord dans le cadre.")),
    "plan details": lambda theme: (
        PlanScreen(theme),
        PlanState(
            Typed("", "02/03/2026", "14:00", "8", LONG_NAME, "6"),
            part="more",
            chosen=Chosen(elsewhere=True, every=2, others=frozenset({3})),
            colleagues=tuple(Named(n, LONG_NAME) for n in range(9)),
            doubts=("Une séance tombe un jour férié.", "Un autre atelier a lieu à cette antenne à ce moment."),
        ),
    ),
    "plan corrected": lambda theme: (
        PlanScreen(theme),
        PlanState(
            Typed(LONG_NAME, "02/03/2026", "14:00", "8", LONG_NAME, "6"),
            minutes=420,
            theme="email",
            part="more",
            chosen=Chosen(elsewhere=True, others=frozenset({3}), programme=1),
            colleagues=tuple(Named(n, LONG_NAME) for n in range(4)),
            doubts=("Il y a plus d’inscrits que de places.",),
            wrong={"holders": "Il faut quelqu’un pour l’animer."},
            programmes=tuple(Named(n, LONG_NAME) for n in range(3)),
            correcting=True,
            scope="rest",
            fill=True,
        ),
    ),
    "attendance nobody": lambda theme: (AttendanceScreen(theme), AttendanceState("Photo", "lundi", (), ())),
    "hours": lambda theme: (
        HoursScreen(theme),
        HoursState(
            "Cette semaine : 24 h",
            tuple(
                Day(
                    "mercredi 30 septembre",
                    "9 h – 12 h 30 et 13 h 30 – 18 h" if n % 2 else "Fermée",
                    open=n % 2 > 0,
                    why=LONG_NAME if n % 3 else "",
                    icon="triangle-alert",
                    begins_week=n == 4,
                )
                for n in range(8)
            ),
            noted=tuple(Otherwise(n, LONG_NAME, "du 2 au 14 mars 2026, toute la journée", "snail") for n in range(3)),
            behind=((LONG_NAME, "Prête la salle"),),
        ),
    ),
    "hours unknown": lambda theme: (HoursScreen(theme), HoursState(known=False)),
    "note hours": lambda theme: (
        NoteHoursScreen(theme),
        NoteState("02/03/2026", wrong={"reason": "Choisissez pourquoi.", "last": "Écrivez le jour.", "closes": "Non."}),
    ),
    "close": lambda theme: (
        CloseScreen(theme),
        CloseState(
            (("1 412", "passages"), ("0", "intervention"), ("60", "personnes reconnues"), ("9", "passages sans nom")),
            tuple(Still((n,), LONG_NAME, "depuis 9 h 12") for n in range(12)),
            "Prévu : 9 h – 12 h 30 et 13 h 30 – 18 h",
            "Ouverte à 9 h 12",
            "8 h 30, soit 30 min de plus que prévu.",
            "18:00",
            "12 passages sans aide notée",
            "Écrivez l’heure comme ceci : 14:30.",
        ),
    ),
    "close nobody": lambda theme: (
        CloseScreen(theme),
        CloseState((("0", "passage"),), (), "Rien n’était prévu à ces heures.", "Ouverte à 9 h", "2 h.", "11:00"),
    ),
    "batch": lambda theme: (BatchScreen(theme), BatchState(DRAFTS, BATCH_LINES, BATCH_THEMES, BATCH_TIMES, acts=4)),
    "batch several": lambda theme: (
        BatchScreen(theme),
        BatchState(SEVERAL, (), BATCH_THEMES, BATCH_TIMES, "email", 30, 3, 3),
    ),
    "batch precise": lambda theme: (
        BatchScreen(theme),
        BatchState(
            *(DRAFTS, BATCH_LINES, BATCH_THEMES, BATCH_TIMES, ADMINISTRATIVE),
            acts=4,
            precising=True,
            formal=True,
            bodies=tuple(Chip(code.code, code.short) for code in SERVICES),
            held={"sector": frozenset({"farm"}), "service": frozenset({"caf"})},
        ),
    ),
    "batch nobody": lambda theme: (BatchScreen(theme), BatchState(DRAFTS, (), BATCH_THEMES, BATCH_TIMES)),
    "thanks": lambda theme: (ThanksScreen(theme), ThanksState(("12 passages", "Tout est gardé ici."), 12)),
    "more": lambda theme: (MoreScreen(theme), MoreState(practice=True)),
    "start": lambda theme: (StartScreen(theme), StartState()),
    "code": lambda theme: (CodeScreen(theme), CodeState()),
    "code wrong": lambda theme: (CodeScreen(theme), CodeState(wrong_address=LONG_NAME, wrong=LONG_NAME)),
    "enrolment stick": lambda theme: (
        enrolment_stick.StickScreen(theme),
        enrolment_stick.StickState(LONG_NAME, LONG_NAME, "triangle-alert", "attention"),
    ),
    "who": lambda theme: (
        WhoScreen(theme),
        WhoState("Nyons", tuple((n, LONG_NAME if n % 3 else "Zoé") for n in range(9)), 1, wrong=LONG_NAME),
    ),
    "ready": lambda theme: (ReadyScreen(theme), ReadyState(LONG_NAME, LONG_NAME, LONG_NAME, received=True)),
    "papers": lambda theme: (PapersScreen(theme), PapersState(day=True, workshop=True)),
    "papers no day": lambda theme: (PapersScreen(theme), PapersState()),
    "preview": lambda theme: (
        PreviewScreen(theme, DAY),
        PreviewState(DAY.title, picture=picture(DAY, 2), printers=("HP",), chosen="HP"),
    ),
    "preview badge": lambda theme: (
        PreviewScreen(theme, BADGE),
        PreviewState(LONG_NAME, once=True, picture=picture(BADGE.face, 8), printers=(), wrong=papers_words.NOT_KEPT),
    ),
    "preview printers": lambda theme: (
        PreviewScreen(theme, DAY),
        PreviewState(
            DAY.title, printers=tuple(f"Imprimante {n}" for n in range(9)), chosen="Imprimante 1", said=LONG_NAME
        ),
    ),
    "line": lambda theme: (LineScreen(theme), LineState(Said("Rien n’est parti depuis lundi.", "usb", "attention"))),
    "line trying": lambda theme: (
        LineScreen(theme),
        LineState(Said("Envoi en cours : 8 sur 12.", "cloud-upload", "waiting"), Checks(Answer.YES, Answer.LOOKING)),
    ),
    "line tried": lambda theme: (
        LineScreen(theme),
        LineState(
            Said("Rien n’est parti depuis lundi. Clé USB, ou appel ?", "usb", "attention"),
            Checks(Answer.YES, Answer.YES, Answer.NO, "Ce n’est pas notre service qui répond. " * 2),
        ),
    ),
    "settings": lambda theme: (
        SettingsScreen(theme),
        SettingsState(UiSettings(printer="HP"), ("HP", "Brother HL-1110 de la salle du conseil municipal")),
    ),
    "settings, nothing that sounds or prints": lambda theme: (
        SettingsScreen(theme),
        SettingsState(UiSettings(), (), sounds=False),
    ),
    "passphrase": lambda theme: (
        PassphraseScreen(theme),
        PassphraseState("Cette phrase n’est pas la bonne.", "Choisissez au moins quatre mots différents."),
    ),
    "quit": lambda theme: (QuitScreen(theme), QuitState(None)),
    "quit open": lambda theme: (QuitScreen(theme), QuitState(1_772_438_400)),
    "today": lambda theme: (TodayScreen(theme), TodayState("mercredi 23 septembre 2026, 10 h 32")),
    "today typing": lambda theme: (
        TodayScreen(theme),
        TodayState("jeudi 1er janvier", typing=True, day="01/01/1970", wrong_day="Le jour.", wrong_hour="L’heure."),
    ),
    "mend": lambda theme: (
        MendScreen(theme),
        MendState(
            "Ce poste retardait de 20 780 jours.",
            (
                *("Permanence : 01/01/1970 10 h 12 – 12 h 30 devient 23/11/2026 9 h 32 – 11 h 50",) * 2,
                "1 412 passages, 412 interventions",
                "12 présences, 10 places prises, 7 réparations, 3 autorisations, 8 prêts, 2 constats et 4 envies",
            ),
        ),
    ),
}
ALL = {**COUNTER, **ANIMATOR}
