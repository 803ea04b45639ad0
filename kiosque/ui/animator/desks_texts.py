"""Words of coworking places and self-service computers: who sits where, who has booked, who has a pass."""

from datetime import date

from kiosque.ui.texts import texts
from kiosque.ui.words import Plural, Words


class DesksWords(Words):
    """What animators read of the places of their space."""

    PLACES = "Places et ordinateurs"
    PLACES_NOTE = "Qui travaille où, ce qui est libre ou réservé"
    FREE = "Libre"
    NONE = "Aucune place n’est notée ici."
    NONE_HOW = "Ajoutez les tables et les ordinateurs de votre espace."
    WHO = "Qui s’installe\u202f?"
    WHO_HOW = "Touchez une place libre, puis qui s’y installe. Une place prise se libère."
    EDIT_HOW = "Touchez une place pour changer son nom, ou la retirer."
    ANYBODY = "Quelqu’un d’autre"
    TAKEN = "La place est prise."
    FREED = "La place est libre."
    ADD = "Ajouter une place"
    NAME = "Son nom"
    NAME_HOW = "Table 1"
    FORM = "Ce que c’est"
    SAVE = "Ajouter"
    ADDED = "La place est ajoutée."
    USE, EDIT = "Occuper", "Modifier"
    SHOWN = "Ce que fait un geste"
    EDIT_ONE = "Modifier la place"
    KEEP = "Enregistrer"
    CORRECTED = "La place est corrigée."
    REMOVE = "Retirer la place"
    REMOVED = "La place est retirée."
    PAGES = "Pages imprimées"
    PAGES_SEND = "Noter"
    PAGES_NOTED = "Les pages sont notées."
    BOOKINGS = "Réservations"
    PASSES = "Abonnements"

    _SINCE = "{who}, depuis {hour}"
    _SINCE_NOBODY = "depuis {hour}"
    _UNTIL = "Libre jusqu’à {hour}"
    _BOOKED = "Réservée\u00a0: {who}, {span}"
    _LEFT = Plural("La place est prise. Il reste {n}\u00a0journée.", "La place est prise. Il reste {n}\u00a0journées.")
    _OVER = "La place est prise. Le carnet est fini."

    def since(self, who: str, moment: int) -> str:
        """``Zoé Roux, depuis 9 h 12``."""
        template = self._SINCE if who else self._SINCE_NOBODY
        return template.format(who=who, hour=texts.hour(moment))

    def until(self, moment: int) -> str:
        """``Libre jusqu’à 14 h``."""
        return self._UNTIL.format(hour=texts.hour(moment))

    def booked(self, who: str, start: int, end: int) -> str:
        """``Réservée : Zoé Roux, 9 h – 12 h``."""
        return self._BOOKED.format(who=who, span=texts.span(start, end))

    def taken(self, left: int | None) -> str:
        """``La place est prise. Il reste 9 journées.``; ``left``: None, no pass counts days."""
        if left is None:
            return self.TAKEN
        return self._LEFT(left) if left >= 0 else self._OVER


class BookingWords(Words):
    """What animators read of bookings."""

    BEFORE, AFTER = "Veille", "Lendemain"
    NONE = "Rien n’est réservé ce jour-là."
    NONE_HOW = "Qui vient chaque semaine y est aussi."
    BOOK = "Réserver"
    BOOK_TITLE = "Réserver une place"
    REBOOK_TITLE = "Corriger la réservation"
    REBOOK_FROM = "À partir du jour écrit ici, chaque semaine."
    REBOOK = "Enregistrer"
    REBOOKED = "La réservation est corrigée."
    TWICE = "En double"
    REGULAR = "Chaque semaine"
    MOVE = "Déplacer vers"
    MOVED = "La réservation est déplacée."
    NO_OTHER = "Aucune autre place n’est libre."
    CANCEL = "Ne vient pas ce jour-là"
    CANCEL_ONE = "Annuler la réservation"
    CANCEL_ALL = "Ne viendra plus"
    CANCELLED = "La réservation est annulée."
    BOOKED = "La place est réservée."
    WHO = "Prénom et nom"
    PHONE = "Téléphone"
    WHERE = "Quelle place"
    DAY = "Jour"
    WHEN = "Quand"
    MORNING, AFTERNOON, WHOLE, HOURS = "Le matin", "L’après-midi", "La journée", "Des heures"
    OPENS, CLOSES = "De", "À"
    WEEKLY = "Revient chaque semaine le"
    DAY_WRONG = "Écrivez le jour comme ceci\u00a0: 24/11/2026."
    HOUR_WRONG = "Écrivez l’heure comme ceci\u00a0: 14:30."
    HOURS_ORDER = "L’heure de fin vient après celle du début."
    DESK_MISSING = "Choisissez une place."
    MON, TUE, WED, THU, FRI, SAT, SUN = "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"

    def weekdays(self) -> tuple[str, ...]:
        """Return the days of a week."""
        return self.MON, self.TUE, self.WED, self.THU, self.FRI, self.SAT, self.SUN


class SubscriptionWords(Words):
    """What animators read of passes."""

    HOW = "Ce qui reste suit les jours où une place a été prise."
    NONE = "Personne n’a d’abonnement."
    NONE_HOW = "Cherchez une personne pour lui en donner un."
    GIVE = "Donner un abonnement"
    GIVE_TO = "Quel abonnement\u202f?"
    GIVEN = "L’abonnement est noté."
    THROW = "Mettre à la corbeille"
    THROWN = "L’abonnement est à la corbeille."
    ALL_DAYS = "Tous les jours"
    OVER = "Fini"

    _LEFT = Plural("Reste {n}\u00a0journée", "Reste {n}\u00a0journées")
    _UNTIL = "{form}, jusqu’au {day} {year}"

    def left(self, days: int | None) -> str:
        """``Reste 9 journées``."""
        if days is None:
            return self.ALL_DAYS
        return self._LEFT(days) if days > 0 else self.OVER

    def until(self, form: str, last: date) -> str:
        """``Carnet de 10 journées, jusqu’au lundi 1er mars 2027``."""
        return self._UNTIL.format(form=form, day=texts.day(last), year=last.year)


desks_words = DesksWords()
booking_words = BookingWords()
subscription_words = SubscriptionWords()
