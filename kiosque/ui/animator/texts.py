"""Words of the animators' screens."""

from kiosque.domain.french import local
from kiosque.ui.texts import texts
from kiosque.ui.words import Plural, Words

MINUTE, DAY = 60, 86_400


class AnimatorWords(Words):
    """What animators read."""

    TO_COUNTER = "Comptoir"

    UNLOCK = "Bonjour"
    UNLOCK_HOW = "Montrez votre badge au lecteur, ou tapez votre phrase secrète."
    UNLOCK_LABEL = "Phrase secrète"
    SHOW = "Montrer"
    HIDE = "Cacher"
    CAPS_LOCK = "Les majuscules sont verrouillées."
    UNLOCK_SEND = "Entrer"
    UNLOCKING = "Ouverture en cours, quelques secondes…"
    UNLOCK_MISSING = "Tapez votre phrase secrète."
    UNLOCK_NO_BADGE = "Ce n’est pas un badge. Montrez le vôtre, ou tapez votre phrase secrète."

    RECOVER = "Qui êtes-vous ?"
    RECOVER_HOW = "Le code de secours a servi. Touchez votre nom, et choisissez une phrase secrète."
    RECOVER_PHRASE = "Votre nouvelle phrase secrète"
    RECOVER_PHRASE_HOW = "Quatre mots ou plus, que vous retiendrez. Elle ouvrira ce poste à la place de l’ancienne."
    RECOVER_SEND = "Enregistrer"
    RECOVER_WHO = "Touchez d’abord votre nom."
    RECOVER_NOBODY = "Aucun nom n’est encore connu ici."
    RECOVER_NOBODY_HOW = "Ils arrivent avec le retour de la ligne. Sinon, appelez la coordination."

    DESK = "Présents"
    DESK_EMPTY = "Personne n’est là pour l’instant."
    DESK_EMPTY_HOW = "Les arrivées au comptoir s’affichent ici."
    DESK_SOMEONE = "Quelqu’un d’autre"
    DESK_SEVERAL = "Plusieurs"
    DESK_HELP = "Noter l’aide"
    DESK_HINT = "Touchez une personne pour noter l’aide donnée."
    DESK_HINT_SEVERAL = "Touchez les personnes aidées ensemble."
    UNNAMED = "Sans nom"
    CARD_ONLY = "Carte sans nom"
    WORKSHOPS = "Ateliers"
    CLOSE = "Fermer"
    NO_REASON = "Passage"

    THEME = "Quelle aide ?"
    SERVICE = "Pour quel organisme ?"
    SERVICE_FREE = "Facultatif"
    DURATION = "Combien de temps ?"
    DURATION_AFTER = "Choisissez d’abord l’aide."
    AGAIN = "Encore une"

    PLAN = "Prévoir un atelier"
    PLAN_TITLE = "Titre"
    PLAN_THEME = "Thématique"
    PLAN_DAY = "Jour"
    PLAN_HOUR = "Heure"
    PLAN_DURATION = "Durée"
    PLAN_PLACES = "Places"
    PLAN_SEND = "Enregistrer l’atelier"
    PLANNED = "L’atelier est prévu."
    PLAN_DAY_WRONG = "Écrivez le jour comme ceci : 24/11/2026."
    PLAN_HOUR_WRONG = "Écrivez l’heure comme ceci : 14:30."
    PLAN_NUMBER_WRONG = "Écrivez un nombre."
    PLAN_THEME_MISSING = "Choisissez une thématique."
    NO_WORKSHOP = "Aucun atelier n’est prévu."
    NO_WORKSHOP_HOW = "Prévoyez le premier, il s’affichera ici."

    ALL_PRESENT = "Tous présents"
    ADD = "Ajouter"
    ADD_HERE = "Qui est là"
    ADD_NAME = "Prénom et nom"
    ADD_SEND = "Inscrire"
    ATTENDEE_UNNAMED = "Sans nom"
    WAITING = "Liste d’attente"
    NOBODY_REGISTERED = "Personne n’est encore inscrit."
    NOBODY_REGISTERED_HOW = "Ajoutez une personne présente, ou un nom."
    MARKED = "Les présences sont notées."
    REGISTERED = "L’inscription est notée."

    SETTINGS = "Réglages"
    SETTINGS_NOTE = "Langue, texte, couleurs, son, et quitter"
    SETTINGS_LANGUAGE = "Langue habituelle"
    SETTINGS_SIZE = "Taille du texte"
    SETTINGS_LOOK = "Couleurs"
    SETTINGS_KEYBOARD = "Clavier à l’écran"
    KEYBOARD_TOUCH = "Au toucher"
    KEYBOARD_ALWAYS = "Toujours"
    SETTINGS_SOUND = "Son à l’arrivée d’un visiteur"
    SETTINGS_PRINTER = "Imprimante"
    LOOK_LIGHT = "Claires"
    LOOK_DARK = "Sombres"
    LOOK_CONTRAST = "Contraste fort"
    SOUND_ON = "Avec"
    SOUND_OFF = "Sans"
    PRINTER_USUAL = "Celle du poste"
    PHRASE_CHANGE = "Changer ma phrase secrète"
    PHRASE_NOW = "Votre phrase secrète actuelle"
    PHRASE_OTHER = "Cette phrase secrète est celle de quelqu’un d’autre."
    PHRASE_CHANGED = "Votre phrase secrète est changée."
    QUIT = "Quitter Kiosque"
    QUIT_SURE = "Quitter Kiosque ?"
    QUIT_HOW = "Tout est gardé ici. Les visiteurs ne pourront plus s’inscrire."
    QUIT_STAY = "Rester"
    _PERCENT = "{n} %"
    _STILL_OPEN = "La permanence est ouverte depuis {hour}, et le restera."

    LINE = "L’envoi à la coordination"
    LINE_KEPT = "Tout est gardé ici, avec ou sans Internet."
    LINE_TRY = "Essayer"
    LINE_TRYING = "On essaie…"
    LINE_WAIT = "Quelques secondes, le temps de regarder."

    CHECK_ROOM = "Câble ou Wi-Fi"
    CHECK_ROOM_HOW = "Vérifiez le câble, ou le Wi-Fi de la salle."
    CHECK_INTERNET = "Internet"
    CHECK_INTERNET_HOW = "Éteignez la box, attendez une minute, puis rallumez-la."
    CHECK_SERVICE = "Notre service"
    CHECK_SERVICE_HOW = "Notre service ne répond pas. Tout est gardé, on réessaiera."
    CHECKED = "Tout marche, il n’y a rien à faire."
    CHECK_WAITING = "ensuite"
    CHECK_LOOKING = "en cours…"
    CHECK_YES = "oui"
    CHECK_NO = "non"

    TODAY = "Est-ce bien aujourd’hui\u202f?"
    TODAY_WHY = "L’heure de ce poste paraît étrange."
    TODAY_YES = "Oui, c’est ça"
    TODAY_NO = "Corriger"
    TODAY_SEND = "Enregistrer"
    TODAY_DAY_WRONG = "Écrivez le jour comme ceci\u202f: 24/11/2026."

    MEND = "L’heure de ce poste était fausse"
    MEND_KEPT = "Rien ne s’efface\u202f: ce qui était noté reste dans l’historique."
    MEND_ACCEPT = "Corriger ces heures"
    MEND_LEAVE = "Laisser ainsi"
    MEND_NOTHING = "Aucune heure notée n’est à changer."

    STICK_HERE = "Une clé USB est branchée."
    STICK_SEND = "Envoyer par la clé"
    STICK_AGAIN = "Réessayer"
    STICK_WRITING = "On écrit sur la clé. Ne la retirez pas."
    STICK_READING = "On regarde la clé. Ne la retirez pas."
    STICK_OUT = "Vous pouvez la retirer."
    STICK_KEPT = "Tout est gardé ici."
    STICK_SEVERAL = "Plusieurs clés USB sont branchées."
    STICK_SEVERAL_HOW = "Gardez-en une seule."

    _UNLOCK_WAIT = "Trop d’essais. Attendez {seconds}\u202fs, puis réessayez."
    _PROGRESS = "{done} sur {total}"
    _SINCE = "depuis {hour}"
    _HERE = Plural("{n}\u00a0personne présente", "{n}\u00a0personnes présentes")
    _SEVERAL = Plural("{n}\u00a0personne", "{n}\u00a0personnes")
    _VISITS = Plural("{n}\u00a0passage", "{n}\u00a0passages")
    _INTERVENTIONS = Plural("{n}\u00a0intervention", "{n}\u00a0interventions")
    _DONE_SO_FAR = "{visits}, {interventions}"
    _SAVED = "L’aide est notée : {theme}, {duration}."
    _PLACES = Plural("{n}\u00a0inscrit sur {capacity}", "{n}\u00a0inscrits sur {capacity}")
    _WAITING = "{people} en attente"
    _HELP_FOR = "Aide : {whom}"
    _MOMENT = "{day} {year}, {hour}"
    _DAYS = Plural("{n}\u00a0jour", "{n}\u00a0jours")
    _WAS_LATE = "Ce poste retardait de {how_much}."
    _WAS_EARLY = "Ce poste avançait de {how_much}."
    _MOVED = "Permanence\u202f: {wrong} devient {right}"
    _MENDED = Plural("C’est à l’heure. {n}\u00a0heure corrigée.", "C’est à l’heure. {n}\u00a0heures corrigées.")

    def unlock_wait(self, seconds: int) -> str:
        """``Trop d’essais. Attendez 10 s, puis réessayez.``."""
        return self._UNLOCK_WAIT.format(seconds=texts.number(seconds))

    def stick_progress(self, progress: tuple[int, int] | None) -> str:
        """``1 024 sur 4 000``; nothing before that is known."""
        if not progress:
            return ""
        return self._PROGRESS.format(done=texts.number(progress[0]), total=texts.number(progress[1]))

    def since(self, moment: int) -> str:
        """``depuis 9 h``."""
        return self._SINCE.format(hour=texts.hour(moment))

    def here(self, people: int) -> str:
        """``3 personnes présentes``."""
        return self._HERE(people)

    def several(self, people: int) -> str:
        """``3 personnes``."""
        return self._SEVERAL(people)

    def done_so_far(self, visits: int, interventions: int) -> str:
        """``12 passages, 7 interventions``."""
        return self._DONE_SO_FAR.format(
            visits=self.visits_words(visits), interventions=self.interventions_words(interventions)
        )

    def visits_words(self, visits: int) -> str:
        """``12 passages``."""
        return self._VISITS(visits)

    def interventions_words(self, interventions: int) -> str:
        """``7 interventions``."""
        return self._INTERVENTIONS(interventions)

    def saved(self, theme: str, minutes: int) -> str:
        """``L’aide est notée : E-mail, 30 min.``."""
        return self._SAVED.format(theme=theme, duration=texts.duration(minutes))

    def places(self, registered: int, capacity: int) -> str:
        """``5 inscrits sur 8``."""
        return self._PLACES(registered, capacity=texts.number(capacity))

    def waiting(self, people: int) -> str:
        """``2 en attente``."""
        return self._WAITING.format(people=texts.number(people))

    def intervention_for(self, whom: str) -> str:
        """``Aide : Marie D.``."""
        return self._HELP_FOR.format(whom=whom)

    def moment(self, now: int) -> str:
        """``lundi 23 novembre 2026, 10 h 32``."""
        return self._MOMENT.format(day=texts.day(local(now)), year=local(now).year, hour=texts.hour(now))

    def percent(self, size: float) -> str:
        """``150 %``."""
        return self._PERCENT.format(n=texts.number(round(size * 100)))

    def still_open(self, moment: int) -> str:
        """``La permanence est ouverte depuis 9 h, et le restera.``."""
        return self._STILL_OPEN.format(hour=texts.hour(moment))

    def day_typed(self, now: int) -> str:
        """``23/11/2026``: what a field holds before it is changed."""
        return f"{local(now):%d/%m/%Y}"

    def late(self, seconds: int) -> str:
        """Say by how much this PC was late (or, below zero, early): ``Ce poste retardait de 2 h.``."""
        days, minutes = abs(seconds) // DAY, abs(seconds) // MINUTE
        how_much = self._DAYS(days) if days else texts.duration(minutes)
        return (self._WAS_LATE if seconds > 0 else self._WAS_EARLY).format(how_much=how_much)

    def permanence_moved(self, wrong: object, right: object) -> str:
        """``Permanence : 7 h – 11 h devient 9 h – 13 h``, with the day when it is another."""
        return self._MOVED.format(wrong=self._hours(wrong, right), right=self._hours(right, wrong))

    def _hours(self, times: object, other: object) -> str:
        """``7 h – 11 h``, after its day when it is not that of ``other``."""
        start, end = times if isinstance(times, tuple) else (0, None)
        other_start = other[0] if isinstance(other, tuple) else 0
        moved = local(start).date() != local(other_start).date()
        when = f"{self.day_typed(start)} " if moved else ""
        if not isinstance(end, int):
            return when + texts.hour(start)
        return when + texts.span(start, end)

    def mended(self, corrected: int) -> str:
        """Say that the clock is right, and how many times were corrected."""
        return self._MENDED(corrected)


words_of = AnimatorWords()
