"""Every component of the house, as it is made, and the states in which it is shown."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.ui.gallery.states import BUTTON, CHOICE, LINE, State
from kiosque.ui.line import Said
from kiosque.ui.palette import Look
from kiosque.ui.services import UiSettings
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.aids import Aids
from kiosque.ui.widgets.banner import TONES, Banner
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import badge, panel, row, words
from kiosque.ui.widgets.busy import busy
from kiosque.ui.widgets.buttons import Tile, button
from kiosque.ui.widgets.chips import Chip, Chips
from kiosque.ui.widgets.choices import Choices
from kiosque.ui.widgets.comparison import Comparison, Line
from kiosque.ui.widgets.confirmation import Confirmation, Question
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.hillside import Hillside
from kiosque.ui.widgets.language import language_button
from kiosque.ui.widgets.nothing import nothing_yet
from kiosque.ui.widgets.person import PersonRow, Shown
from kiosque.ui.widgets.progress import Progress
from kiosque.ui.widgets.qr import QrCode
from kiosque.ui.widgets.segments import Segment, Segments
from kiosque.ui.widgets.stepper import Stepper
from kiosque.ui.widgets.sync_pill import SyncPill
from kiosque.ui.widgets.toast import LONGEST, Toast

LONG_NAME = "Marie-Antoinette de La Rochefoucauld-Montbel d’Œuilly-sur-Ardèche"
LONG_ANSWER = "Je ne sais pas encore très bien, à voir ensemble"
THEMES = ("Démarche", "E-mail", "Emploi", "Banque, achats", "Santé", "Photos, fichiers", "Parents", "Créer")

Make = Callable[[Theme, State, QWidget], QWidget]
"""Makes a specimen for a state, in a host: what shows itself must not be a window of its own."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A component: its name, how one is made for a state, the states, and its size in pixels (0: as it likes)."""

    name: str
    make: Make
    states: tuple[State, ...]
    width: int = 260
    height: int = 0


def _button(kind: str, size: str = "animator", icon: str = "check") -> Make:
    def make(theme: Theme, state: State, host: QWidget) -> QWidget:
        del host
        said = LONG_ANSWER if state is State.LONG else "Enregistrer"
        made = button(theme, said, "specimen", icon=icon, kind=kind, size=size)
        if state is State.BUSY:
            busy(theme, made, "Un instant…")
        return made

    return make


def _chip(theme: Theme, state: State, host: QWidget) -> QWidget:
    del host
    return button(theme, LONG_ANSWER if state is State.LONG else "France Travail", "specimen", kind="chip")


def _chips(theme: Theme, state: State, host: QWidget) -> QWidget:
    del host
    made = Chips(theme, "specimen", "Thématiques", several=True)
    names = (*THEMES[:3], LONG_ANSWER) if state is State.LONG else THEMES
    chips = [Chip(str(place), name) for place, name in enumerate(names)]
    made.offer(chips, frozenset({"1", "4"}) if state is State.CHECKED else frozenset())
    return made


def _tile(theme: Theme, state: State, host: QWidget) -> QWidget:
    del host
    palette = theme.palette
    title = "Un ordinateur, une place pour travailler" if state is State.LONG else "J’ai une carte"
    picture = badge("id-card", palette.action, palette.action_soft, 92)
    return Tile(theme, "specimen", title, icon=picture, note="Je la montre au lecteur", height=230, lines=2)


def _across(theme: Theme, state: State, host: QWidget) -> QWidget:
    del host
    palette = theme.palette
    title = LONG_NAME if state is State.LONG else "Zoé Martin"
    picture = badge("laptop", palette.action, palette.action_soft, 52)
    return Tile(
        theme,
        "specimen",
        title,
        icon=picture,
        note="9 h 12 · Démarche",
        types=("a-label", "a-text"),
        across=True,
        height=92,
    )


def _bar(theme: Theme, state: State, host: QWidget) -> QWidget:
    del host
    said = ("Corriger", "Historique", "Corbeille")[: 3 if state is State.LONG else 2]
    often = [button(theme, each, f"specimen.{place}", icon="pencil") for place, each in enumerate(said)]
    return Bar(often, [button(theme, "Enregistrer", "specimen.save", icon="check", kind="primary")])


def _person(theme: Theme, state: State, host: QWidget) -> QWidget:
    del host
    name = LONG_NAME if state is State.LONG else "Zoé Martin"
    shown = Shown(name, "Arrivée à 9 h 12 · Démarche", state="Présente", state_icon="circle-check")
    return PersonRow(theme, "specimen", shown, choosable=True)


def _field(*, visitor: bool) -> Make:
    def make(theme: Theme, state: State, host: QWidget) -> QWidget:
        del host
        made = Field(theme, "specimen", "Prénom", hint="Comme on vous appelle", visitor=visitor)
        if state is not State.EMPTY:
            made.line.setText(LONG_NAME if state is State.LONG else "Églantine")
            made.line.setCursorPosition(0)
        if state is State.WRONG:
            made.wrong("Écrivez votre prénom.")
        return made

    return make


def _stepper(*, visitor: bool) -> Make:
    def make(theme: Theme, state: State, host: QWidget) -> QWidget:
        del host
        value = {State.EMPTY: 0, State.LONG: 99}.get(state, 12)
        return Stepper(theme, "specimen", "Combien d’enfants ?", value=value, visitor=visitor)

    return make


def _segments(theme: Theme, state: State, host: QWidget) -> QWidget:
    del host
    names = ("À corriger", "Historique", "Corbeille")
    if state is State.LONG:
        names = ("Ce qui est à corriger", "L’historique", "La corbeille")
    segments = [Segment(str(place), name) for place, name in enumerate(names)]
    return Segments(theme, "specimen", "Parties de l’écran", segments, "1")


def _progress(theme: Theme, state: State, host: QWidget) -> QWidget:
    del host
    made = Progress(theme, "specimen")
    if state is State.EMPTY:
        made.say("Envoi : rien n’est encore parti.", 0, 0)
    elif state is State.BUSY:
        made.say("Envoi en cours : 8 sur 12.", 8, 12)
    else:
        made.say("Envoi terminé : 12 sur 12.", 12, 12)
    return made


def _banner(tone: str) -> Make:
    icons = {"action": "circle-check", "waiting": "hourglass", "attention": "triangle-alert", "refusal": "circle-slash"}

    def make(theme: Theme, state: State, host: QWidget) -> QWidget:
        made = Banner(theme, "specimen", does="Regarder")
        made.setParent(host)
        long = "Deux permanences ont été laissées ouvertes la semaine dernière, à Rémuzat et à Nyons."
        made.say(
            long if state is State.LONG else "La permanence d’hier est restée ouverte.", icons[tone], tone, "Lundi"
        )
        return made

    return make


def _nothing(theme: Theme, state: State, host: QWidget) -> QWidget:
    del host
    del state
    begin = button(theme, "Prévoir un atelier", "begin", icon="calendar-plus", kind="primary")
    return nothing_yet(
        theme, "calendar-days", "Aucun atelier n’est prévu.", "Les prochains s’affichent ici.", begin=begin
    )


def _confirmation(*, grave: bool) -> Make:
    def make(theme: Theme, state: State, host: QWidget) -> QWidget:
        under = QWidget(host)
        under.resize(760, 420)
        leads_to = "Elle reste trente jours dans la corbeille, puis elle est effacée."
        if state is State.LONG:
            leads_to = f"{LONG_NAME} n’aura plus de carte. {leads_to}"
        if grave:
            asked = Question("Effacer cette intervention ?", leads_to, "Oui, effacer", "Non", "trash-2", grave=True)
        else:
            asked = Question("Fermer sans enregistrer ?", "Ce qui est écrit ici sera perdu.", "Oui, fermer", "Non")
        Confirmation(under, theme, asked)
        return under

    return make


def _comparison(theme: Theme, state: State, host: QWidget) -> QWidget:
    del host
    other = LONG_NAME if state is State.LONG else "Élisabeth"
    lines = (
        Line("Prénom", "Elisabeth", other, alike=state is not State.LONG),
        Line("Nom", "Brès", "Brest", alike=False),
        Line("Téléphone", "06 12 34 56 78", "06 12 34 56 78", alike=True),
        Line("E-mail", "", "elisabeth@example.org", alike=False),
    )
    return Comparison(theme, "specimen", ("Fiche du 3 mars", "Fiche du 12 mai"), ("pareil", "différent"), lines)


def _aids(theme: Theme, state: State, host: QWidget) -> QWidget:
    del host
    made = Aids(theme)
    changed = UiSettings(look=Look.CONTRAST, text_scale=2.0) if state is State.CHECKED else UiSettings()
    made.draw(changed, aloud=state is not State.EMPTY)
    return made


def _choices(theme: Theme, state: State, host: QWidget) -> QWidget:
    del host
    made = Choices(theme, "specimen", "Imprimante", 200)
    names = ("Celle du poste", LONG_NAME) if state is State.LONG else ("Celle du poste", "Salle du conseil", "Cyber")
    made.draw({name: ("printer", name) for name in names}, "Salle du conseil")
    return made


def _pill(theme: Theme, state: State, host: QWidget) -> QWidget:
    said = {
        State.REST: Said("Tout est bien reçu, à 14 h 32.", "cloud-check", "action"),
        State.BUSY: Said("Envoi en cours : 8 sur 12.", "cloud-upload", "waiting"),
        State.WRONG: Said("Rien n’est parti depuis lundi. Clé USB, ou appel ?", "usb", "attention"),
        State.EMPTY: Said("Tout est gardé ici, jusqu’au retour de la ligne.", "archive", "waiting"),
    }[state]
    holder = QWidget(host)
    made = SyncPill(theme, pressable=True)
    holder.setLayout(row(made, 1))
    made.draw(said)
    return holder


def _toast(theme: Theme, state: State, host: QWidget) -> QWidget:
    under = QWidget(host)
    made = Toast(under, 10_000_000, 0)
    long = "L’aide est notée : Démarche, 30 min, pour trois personnes et un atelier."
    said = long if state is State.LONG else "Votre passage est compté."
    made.say(theme, said, visitor=False, take_back=None if state is State.EMPTY else _nothing_to_take_back)
    made.setGeometry(12, 12, LONGEST, max(made.heightForWidth(LONGEST), made.sizeHint().height()))
    return under


def _nothing_to_take_back() -> None:
    pass


def _hillside(theme: Theme, state: State, host: QWidget) -> QWidget:
    del host
    made = Hillside(theme, 180)
    made.fill({State.EMPTY: 0, State.LONG: 240}.get(state, 24))
    return made


def _qr(theme: Theme, state: State, host: QWidget) -> QWidget:
    del theme, state, host
    made = QrCode("specimen", "Un code à lire", 200)
    made.say("https://example.org/notice")
    return made


def _words(theme: Theme, state: State, host: QWidget) -> QWidget:
    del host
    del state
    holder = panel("card")
    lines = QVBoxLayout(holder)
    for kind in ("hero", "question", "label", "text", "strong", "a-title", "a-label", "a-text", "a-strong"):
        lines.addWidget(words(f"Bonjour 1 412 · {kind}", kind, wrap=False))
    for tone in ("quiet", *TONES):
        lines.addLayout(row(words(f"Bonjour · {tone}", "a-strong", tone, wrap=False), 1))
    del theme
    return holder


_SHOWN = (State.REST,)

EXHIBITS = (
    Exhibit("words", _words, _SHOWN, 900),
    Exhibit("plain", _button("plain"), (*BUTTON[:-1], State.CHECKED, State.BUSY, State.LONG)),
    Exhibit("primary", _button("primary"), (*BUTTON[:-1], State.BUSY, State.LONG)),
    Exhibit("grave", _button("grave", icon="trash-2"), BUTTON),
    Exhibit("bare", _button("bare", icon="arrow-left"), BUTTON),
    Exhibit("big", _button("primary", "animator-big"), BUTTON),
    Exhibit("visitor", _button("plain", "visitor"), BUTTON, 360),
    Exhibit("language", lambda theme, _state, _host: language_button(theme), BUTTON[:-2]),
    Exhibit("chip", _chip, CHOICE),
    Exhibit("chips", _chips, (State.REST, State.CHECKED, State.LONG), 560),
    Exhibit("choices", _choices, (State.REST, State.LONG), 760),
    Exhibit("aids", _aids, (State.REST, State.CHECKED, State.EMPTY), 620),
    Exhibit("segments", _segments, (State.REST, State.FOCUS, State.HOVER, State.LONG), 560),
    Exhibit("tile", _tile, BUTTON, 320),
    Exhibit("tile across", _across, CHOICE, 320),
    Exhibit("person row", _person, CHOICE, 420),
    Exhibit("field", _field(visitor=False), LINE, 320),
    Exhibit("visitor field", _field(visitor=True), LINE, 420),
    Exhibit("bar", _bar, (State.REST, State.LONG), 640),
    Exhibit("stepper", _stepper(visitor=False), (State.REST, State.FOCUS, State.EMPTY, State.LONG), 300),
    Exhibit("visitor stepper", _stepper(visitor=True), (State.REST, State.FOCUS, State.EMPTY, State.LONG), 420),
    Exhibit("progress", _progress, (State.EMPTY, State.BUSY, State.REST), 380),
    *(Exhibit(f"banner {tone}", _banner(tone), (State.REST, State.LONG), 720) for tone in TONES),
    Exhibit("pill", _pill, (State.REST, State.BUSY, State.WRONG, State.EMPTY), 520),
    Exhibit("toast", _toast, (State.REST, State.EMPTY, State.LONG), 744, 90),
    Exhibit("nothing yet", _nothing, (State.EMPTY,), 560, 340),
    Exhibit("confirmation", _confirmation(grave=False), (State.REST, State.FOCUS), 760, 420),
    Exhibit("grave confirmation", _confirmation(grave=True), (State.REST, State.LONG), 760, 420),
    Exhibit("comparison", _comparison, (State.REST, State.LONG), 760),
    Exhibit("qr", _qr, _SHOWN, 200),
    Exhibit("hillside", _hillside, (State.EMPTY, State.REST, State.LONG), 560, 200),
)
"""All of them; a component that is not here is not looked at by anybody."""
