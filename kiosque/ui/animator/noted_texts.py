"""Words of what was noted: reading it back, correcting it, the bin."""

from collections.abc import Sequence
from datetime import date, time

from kiosque.actions.history import By, Change, Said
from kiosque.domain import codes, repair_codes
from kiosque.domain.codelist import CodeList
from kiosque.domain.french import local
from kiosque.domain.profile import PROFILE
from kiosque.domain.sectors import SECTORS
from kiosque.domain.staff import ACTIVITIES
from kiosque.journal.entry import Value
from kiosque.ui.animator.hours_texts import hours_words
from kiosque.ui.animator.people_texts import commune_words, masked, masked_email
from kiosque.ui.texts import texts
from kiosque.ui.told import label_of, short_of
from kiosque.ui.words import Plural, Words

_LISTS: dict[str, CodeList] = {
    "themes": codes.THEMES,
    "admin_themes": codes.ADMIN_THEMES,
    "service": codes.SERVICES,
    "reason": codes.VISIT_REASONS,
    "level": codes.GROUP_LEVELS,
    "theme": codes.THEMES,
    "material": codes.MATERIAL,
    "autonomy": codes.AUTONOMY,
    "place": codes.PLACES,
    "referral": codes.REFERRALS,
    "mandate": codes.MANDATES,
    "age_band": codes.AGE_BANDS,
    **PROFILE,
    "activity": ACTIVITIES,
    "genders": codes.GENDERS,
    "statuses": codes.STATUSES,
    "sectors": SECTORS,
    "problem": repair_codes.PROBLEMS,
    "outcome": repair_codes.OUTCOMES,
    "barrier": repair_codes.BARRIERS,
}


class NotedWords(Words):
    """What animators read when they correct."""

    NOTED = "Ce qui a été noté"
    NOTED_NOTE = "Corriger une aide ou un passage, d’aujourd’hui ou d’avant"
    NOTED_DONE = "Aides"
    NOTED_CAME = "Passages"
    NOTED_SHOWN = "Aides ou passages"
    BEFORE = "Avant"
    AFTER = "Après"
    NOTHING = "Rien n’est noté ce jour-là."
    NOTHING_HOW = "Les jours voisins sont à un geste."
    NO_REASON = "Passage"
    UNNAMED = "Sans nom"
    DEPARTURE_UNKNOWN = "départ inconnu"

    HELP = "Corriger l’aide"
    VISIT = "Corriger le passage"
    RECORD = "Sa fiche"
    HELP_WHAT = "Quelle aide\u202f?"
    HELP_WHICH = "Précision"
    HELP_WHOM = "Pour quel organisme\u202f?"
    HELP_MATERIAL = "Avec quel matériel\u202f?"
    HELP_AUTONOMY = "Autonomie"
    HELP_PLACE = "Où\u202f?"
    HELP_REFERRAL = "Orientation vers"
    HELP_MANDATE = "Mandat papier signé"
    HELP_PROGRAMME = "Programme"
    HELP_SECTOR = "Pour une exploitation, une entreprise\u202f?"
    HELP_LONG = "Combien de temps\u202f?"
    HELP_NOTE = "Note"
    HELP_NOTE_HOW = "Courte\u202f: ni santé, ni famille, ni mot de passe"
    VISIT_WHY = "Pourquoi\u202f?"
    VISIT_WHO = "Qui\u202f?"
    VISIT_AGE = "De quel âge\u202f?"
    WHO_OTHER = "C’est quelqu’un d’autre"
    WHO_NOBODY = "Sans nom"
    WHO_CARD = "Une carte sans nom"
    WHO_CARD_MADE = "La carte est prête."
    ARRIVED = "Arrivée"
    LEFT = "Départ"
    LEFT_HOW = "Vide si le départ est inconnu"
    SAVE = "Enregistrer"
    SAVED = "La correction est enregistrée."
    THROW = "Mettre à la corbeille"
    THROWN = "C’est à la corbeille."
    THROW_VISIT = "Mettre ce passage à la corbeille\u202f?"
    THROW_VISIT_LEADS = "L’aide notée pour ce passage seul y va aussi. Tout se reprend."
    THROW_GROUP = "Mettre tout le groupe à la corbeille\u202f?"
    KEEP = "Garder"
    HOUR_WRONG = "Écrivez l’heure comme ceci\u00a0: 14:30."
    THEME_MISSING = "Choisissez au moins une aide."
    HISTORY = "Historique"
    HISTORY_HOW = "Qui a écrit quoi, et quand. Rien ne s’efface."

    BIN = "Corbeille"
    BIN_EMPTY = "La corbeille est vide."
    BIN_EMPTY_HOW = "Ce que l’on supprime passe d’abord par ici."
    BIN_EARLIER = "Ce qui a été jeté avant"
    BIN_BACK = "Reprendre"
    BACK = "C’est repris, comme avant."

    A_PERSON = "Fiche d’une personne"
    A_GROUP = "Groupe"
    A_VISIT = "Passage"
    A_HELP = "Aide"
    A_TASK = "Temps hors permanence"
    A_WORKSHOP = "Atelier"
    A_DESK = "Place"
    A_BOOKING = "Réservation"
    A_SUBSCRIPTION = "Abonnement"
    A_REPAIR = "Réparation"
    A_LOAN = "Prêt de matériel"
    AN_INSPECTION = "Constat sur un matériel"
    A_WISH = "Envie d’atelier"

    AT_COUNTER = "À l’accueil"
    AT_HEADQUARTERS = "La coordination"
    SOMEBODY = "Quelqu’un de l’équipe"
    CREATED = "A noté"
    CHANGED = "A corrigé"
    TO_BIN = "A mis à la corbeille"
    FROM_BIN = "A repris de la corbeille"
    ERASED = "A effacé pour toujours"
    NONE = "rien"

    F_PAGES = "Pages imprimées"
    F_DURATION, F_THEMES, F_ADMIN_THEMES, F_SERVICE, F_NOTE = "Durée", "Aide", "Précision", "Organisme", "Note"
    F_MATERIAL, F_AUTONOMY, F_PLACE, F_REFERRAL, F_MANDATE = "Matériel", "Autonomie", "Lieu", "Orientation", "Mandat"
    F_ACTIVITY = "Tâche"
    F_TIMES, F_REASON, F_LEVEL, F_AGE = "Heures", "Raison", "Niveau", "Âge"
    F_GENDER, F_STATUS, F_SECTOR, F_SCHOOL = "Genre", "Situation", "Activité", "École, lieu"
    F_TITLE, F_THEME, F_CAPACITY, F_WHERE = "Titre", "Thématique", "Places", "Où"
    F_GIVEN_NAME, F_FAMILY_NAME, F_BIRTH_YEAR, F_COMMUNE = "Prénom", "Nom", "Année de naissance", "Commune"
    F_PHONE, F_EMAIL = "Téléphone", "E-mail"
    F_PROBLEM, F_OUTCOME, F_BARRIER = "Panne", "Résultat", "Obstacle"

    _CHANGE = "{field}\u00a0: {before} → {after}"
    _FIRST = "{field}\u00a0: {after}"
    _ON = "{day}, {hours}"
    _LEFT_AT = "{arrived} – {left}"
    _EARLIER = Plural("{n}\u00a0autre plus tôt", "{n}\u00a0autres plus tôt")
    _ALONG = Plural("et {n}\u00a0autre fiche", "et {n}\u00a0autres fiches")
    _GONE = "jeté {when}"
    _GONE_BY = "jeté {when} par {who}"
    _BELONGS = "Fait partie de\u00a0: {names}"
    _PEOPLE = Plural("{n}\u00a0personne", "{n}\u00a0personnes")

    def belongs(self, programmes: Sequence[str]) -> str:
        """``Fait partie de : Fermes et Jeunes``; empty when it belongs to none."""
        return self._BELONGS.format(names=texts.listed(list(programmes))) if programmes else ""

    def people(self, how_many: int) -> str:
        """``3 personnes``."""
        return self._PEOPLE(how_many)

    def earlier(self, how_many: int) -> str:
        """``12 autres plus tôt``."""
        return self._EARLIER(how_many)

    def along(self, how_many: int) -> str:
        """``et 3 autres fiches``."""
        return self._ALONG(how_many)

    def gone(self, when: str, who: str) -> str:
        """``jeté hier, 9 h par Élodie Brès``."""
        return self._GONE_BY.format(when=when, who=who) if who else self._GONE.format(when=when)

    def stayed(self, arrived: int, left: int | None) -> str:
        """``9 h 12 – 10 h``, or that the departure is unknown."""
        return self._LEFT_AT.format(
            arrived=texts.hour(arrived), left=texts.hour(left) if left else self.DEPARTURE_UNKNOWN
        )

    def who(self, change: Change) -> str:
        """``Élodie Brès``, ``À l’accueil``, ``La coordination``."""
        if change.by is By.COUNTER:
            return self.AT_COUNTER
        if change.by is By.HEADQUARTERS:
            return self.AT_HEADQUARTERS
        return change.author or self.SOMEBODY

    def did(self, change: Change) -> str:
        """``A corrigé``."""
        if change.erased:
            return self.ERASED
        if change.binned is not None:
            return self.TO_BIN if change.binned else self.FROM_BIN
        return self.CREATED if change.created else self.CHANGED

    def what(self, change: Change) -> tuple[str, ...]:
        """Say each field that a person reads: ``Durée : 15 min → 30 min``."""
        fields = self._fields()
        return tuple(
            self._said(fields[said.field], said, first=change.created) for said in change.said if said.field in fields
        )

    def _said(self, field: str, said: Said, *, first: bool) -> str:
        after = self.value(said.field, said.after)
        if first:
            return self._FIRST.format(field=field, after=after)
        before = self.value(said.field, said.before)
        days = (_day(said.before), _day(said.after))
        if said.field == "times" and None not in days and days[0] != days[1]:
            # What is moved to another day says which.
            before, after = (
                self._ON.format(day=texts.day(day), hours=hours)
                for day, hours in zip(days, (before, after), strict=True)
                if day
            )
        return self._CHANGE.format(field=field, before=before, after=after)

    def value(self, field: str, value: Value) -> str:
        """Return the value of a field as people read it."""
        if value is None or value == ():
            return self.NONE
        if field in _LISTS:
            several = value if isinstance(value, tuple) else (value,)
            # A group and a workshop have each a level, by a list of its own.
            listed = codes.WORKSHOP_LEVELS if field == "level" and value in codes.WORKSHOP_LEVELS else _LISTS[field]
            return ", ".join(label_of(listed.find(str(code))) for code in several)
        if field == "duration" and isinstance(value, int):
            return texts.duration(value)
        if field == "times" and isinstance(value, tuple) and isinstance(value[0], int):
            dates = _dates(value)
            stayed = self.stayed(value[0], value[1] if isinstance(value[1], int) else None)
            return hours_words.between(*dates) if dates else stayed
        # Others may stand behind whoever reads the history.
        hides = {"phone": masked, "email": masked_email, "commune": commune_words}
        return hides[field](str(value)) if field in hides else str(value)

    def _fields(self) -> dict[str, str]:
        return {
            "duration": self.F_DURATION,
            "themes": self.F_THEMES,
            "admin_themes": self.F_ADMIN_THEMES,
            "service": self.F_SERVICE,
            "note": self.F_NOTE,
            "material": self.F_MATERIAL,
            "autonomy": self.F_AUTONOMY,
            "place": self.F_PLACE,
            "referral": self.F_REFERRAL,
            "mandate": self.F_MANDATE,
            "times": self.F_TIMES,
            "title": self.F_TITLE,
            "theme": self.F_THEME,
            "capacity": self.F_CAPACITY,
            "where": self.F_WHERE,
            "activity": self.F_ACTIVITY,
            "reason": self.F_REASON,
            "pages": self.F_PAGES,
            "level": self.F_LEVEL,
            "age_band": self.F_AGE,
            "gender": self.F_GENDER,
            "genders": self.F_GENDER,
            "status": self.F_STATUS,
            "statuses": self.F_STATUS,
            "sector": self.F_SECTOR,
            "sectors": self.F_SECTOR,
            "school": self.F_SCHOOL,
            "given_name": self.F_GIVEN_NAME,
            "family_name": self.F_FAMILY_NAME,
            "birth_year": self.F_BIRTH_YEAR,
            "commune": self.F_COMMUNE,
            "phone": self.F_PHONE,
            "email": self.F_EMAIL,
            "problem": self.F_PROBLEM,
            "outcome": self.F_OUTCOME,
            "barrier": self.F_BARRIER,
        }


noted_words = NotedWords()


def _dates(value: Value) -> tuple[date, date | None] | None:
    """Return from which day to which a value is; None for hours of a day."""
    if not isinstance(value, tuple) or not isinstance(value[0], int) or local(value[0]).time() != time():
        return None
    first, end = local(value[0]).date(), value[1]
    return first, local(end - 1).date() if isinstance(end, int) else None


def _day(value: Value) -> date | None:
    """Return the day of what has hours on one; None for dates, and for nothing."""
    hours = isinstance(value, tuple) and isinstance(value[0], int) and not _dates(value)
    return local(value[0]).date() if hours and isinstance(value, tuple) and isinstance(value[0], int) else None


def helped_with(themes: tuple[str, ...], service: str | None) -> str:
    """``Démarche, CAF``."""
    said = [short_of(codes.THEMES.find(theme)) for theme in themes]
    if service:
        said.append(short_of(codes.SERVICES.find(service)))
    return ", ".join(said)
