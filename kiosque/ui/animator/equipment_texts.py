"""Words of equipment: what is here, in which state, lent to whom, and the inventory."""

from kiosque.actions.equipping.equipment import Event, Piece
from kiosque.domain.equipment_codes import EQUIPMENT_FORMS, PROBLEMS, STATES
from kiosque.domain.french import capital, local
from kiosque.ui.texts import texts
from kiosque.ui.told import label_of, short_of
from kiosque.ui.words import Plural, Words


class EquipmentWords(Words):
    """What animators read of the equipment of their space."""

    EQUIPMENT = "Matériel"
    EQUIPMENT_NOTE = "Pannes, prêts, inventaire"
    HOW = "Touchez un matériel, ou scannez son étiquette."
    NONE = "Aucun matériel n’est noté ici."
    NONE_HOW = "La coordination note ce qu’elle place\u202f; la liste arrive avec un envoi."
    TO_COME_BACK = "Prêts en cours"
    NOTHING_LENT = "Rien n’est prêté en ce moment."
    INVENTORY = "Inventaire"
    LABELS = "Imprimer les étiquettes"
    NEVER_SEEN = "Pas encore vu ici"
    SOMEBODY = "quelqu’un"

    STATE = "Dans quel état\u202f?"
    PROBLEM = "Qu’est-ce qui ne va pas\u202f?"
    NOTED = "C’est noté."
    NOT_SO = "Retirer ce constat"
    TAKEN_BACK = "Le constat est retiré."
    STORY = "Ce qui s’est passé"
    NO_STORY = "Rien encore."
    LEND = "Prêter"
    LEND_HOW = "Touchez pour combien de temps, puis qui l’emporte. Une carte scannée suffit."
    HOW_LONG = "Pour combien de temps\u202f?"
    TONIGHT = "Jusqu’à ce soir"
    A_MONTH = "1 mois"
    THREE_MONTHS = "3 mois"
    TO_WHOM = "À qui\u202f?"
    FIND = "Chercher quelqu’un"
    LENT = "Le prêt est noté."
    BACK = "C’est rendu"
    BACK_NOTED = "Le retour est noté."
    LONGER = "Prolonger de 2 semaines"
    LONGER_NOTED = "Le prêt est prolongé."
    NO_LOAN = "Ce prêt n’a pas eu lieu"
    NO_LOAN_NOTED = "Le prêt est retiré."
    CANNOT = "Ce matériel n’est pas là\u202f: il ne se prête pas."
    GONE = "Ce matériel est retiré\u00a0: il ne se prête plus."
    LABEL = "Imprimer son étiquette"

    INVENTORY_HOW = "Scannez chaque étiquette. Sans lecteur, touchez ce que vous voyez."
    MISSING = "À trouver"
    OUT = "Sortis"
    SEEN = "Vus aujourd’hui"
    ELSEWHERE = "Ici, mais d’une autre antenne"
    ALL_SEEN = "Tout a été vu."
    ALL_SEEN_MORE = "L’inventaire d’aujourd’hui est complet."
    MISSING_NOTED = "Noté comme introuvable."

    _WEEKS = Plural("{n}\u00a0semaine", "{n}\u00a0semaines")
    _LENT_TO = "Prêté à {who}, retour {day}"
    _LATE = "Prêté à {who}, à rendre depuis {day}"
    _DUE = "Retour prévu {day}"
    _DUE_SINCE = "À rendre depuis {day}"
    _LENT_SINCE = "Prêté à {who} {day}"
    _STATE_SEEN = "{state}, noté {day}"
    _SERIAL = "n° {serial}"
    _PROBLEM = "{state}\u00a0: {problem}"
    _EVENT = "{day}\u00a0: {what}"
    _EVENT_BY = "{what}, par {by}"
    _EVENT_LENT = "prêté à {who}"
    _EVENT_BACK = "rendu par {who}"
    _LATE_ONES = Plural("{n}\u00a0retour attendu", "{n}\u00a0retours attendus")
    _SO_FAR = Plural("{done} vu sur {n}", "{done} vus sur {n}")
    _NOTE_MISSING = Plural("Finir\u202f: {n} introuvable", "Finir\u202f: {n} introuvables")
    _SEEN_NOW = "{name}\u00a0: vu."
    _SEEN_ELSEWHERE = "{name} est d’une autre antenne\u00a0: {antenna}."
    _OF = "de {antenna}"

    def weeks(self, how_many: int) -> str:
        """``2 semaines``."""
        return self._WEEKS(how_many)

    def state(self, state: str | None, problem: str | None) -> str:
        """``En panne : l’écran``."""
        if state is None:
            return self.NEVER_SEEN
        said, what = label_of(STATES.find(state)), short_of(PROBLEMS.find(problem or ""))
        return self._PROBLEM.format(state=said, problem=what[:1].lower() + what[1:]) if problem else said

    def seen(self, piece: Piece, now: int) -> str:
        """``En panne : l’écran, noté lundi``."""
        said = self.state(piece.state, piece.problem)
        if piece.seen_at is None:
            return said
        return self._STATE_SEEN.format(state=said, day=texts.day_word(piece.seen_at, now))

    def note(self, piece: Piece, now: int) -> str:
        """Say the most important thing about a piece: that it is lent, late, or its state."""
        if piece.lent is None:
            return self.state(piece.state, piece.problem)
        template = self._LATE if piece.lent.late(now) else self._LENT_TO
        return template.format(who=piece.lent.who or self.SOMEBODY, day=self._last_day(piece.lent.due))

    def lent(self, who: str, since: int, now: int) -> str:
        """``Prêté à Zoé Roux hier``."""
        return self._LENT_SINCE.format(who=who or self.SOMEBODY, day=texts.day_word(since, now))

    def due(self, due: int, now: int) -> str:
        """``Retour prévu lundi 9 mars``, ``À rendre depuis lundi 2 mars``."""
        template = self._DUE_SINCE if now >= due else self._DUE
        return template.format(day=self._last_day(due))

    def about(self, piece: Piece) -> str:
        """``Ordinateur portable · n° 5CG1234``."""
        serial = self._SERIAL.format(serial=piece.serial) if piece.serial else ""
        return " · ".join(filter(None, (label_of(EQUIPMENT_FORMS.find(piece.form)), serial)))

    def event(self, event: Event, now: int) -> str:
        """``Lundi : en panne : l’écran, par Élodie Brès``."""
        who = event.who or self.SOMEBODY
        if event.state is not None:
            what = self.state(event.state, event.problem)
        else:
            what = (self._EVENT_BACK if event.back else self._EVENT_LENT).format(who=who)
        what = self._EVENT_BY.format(what=what, by=event.by) if event.by else what
        said = self._EVENT.format(day=texts.day_word(event.at, now), what=what)
        return capital(said)

    def late(self, how_many: int) -> str:
        """``2 retours attendus``."""
        return self._LATE_ONES(how_many)

    def so_far(self, seen: int, of: int) -> str:
        """``7 vus sur 9``."""
        return self._SO_FAR(of, done=texts.number(seen))

    def note_missing(self, how_many: int) -> str:
        """``Finir : 2 introuvables``."""
        return self._NOTE_MISSING(how_many)

    def seen_now(self, name: str) -> str:
        """``Portable 1 : vu.``."""
        return self._SEEN_NOW.format(name=name)

    def seen_elsewhere(self, name: str, antenna: str) -> str:
        """``Vidéoprojecteur est d’une autre antenne : Rémuzat.``."""
        return self._SEEN_ELSEWHERE.format(name=name, antenna=antenna)

    def of(self, antenna: str) -> str:
        """``de Rémuzat``."""
        return self._OF.format(antenna=antenna)

    def _last_day(self, due: int) -> str:
        return texts.day(local(due - 1).date())


equipment_words = EquipmentWords()
