"""Words of repairs, of the objects that come back, and of the machines of a fablab."""

from datetime import date

from kiosque.actions.repairing.repairs import Attempt, Item
from kiosque.domain import footprints, repair_codes
from kiosque.ui.texts import texts
from kiosque.ui.told import label_of, short_of
from kiosque.ui.words import Plural, Words

KILO, TEN_KILOS = 1_000, 10_000


class RepairWords(Words):
    """What animators read of a repair café and of a fablab."""

    REPAIRS = "Réparations et machines"
    REPAIRS_NOTE = "Objets apportés, étiquettes, fablab"
    NOTE_ONE = "Noter une réparation"
    NONE = "Aucune réparation n’est encore notée ici."
    NONE_HOW = "Trois touches\u00a0: l’objet, la panne, le résultat."
    NO_SESSION = "Pas encore d’atelier de réparation"
    NO_SESSION_HOW = "Prévoyez-en un sur la maintenance de matériel\u00a0: qui y vient se compte tout seul."
    VOLUNTEERS = "Bénévoles qui ne sont pas de l’équipe"
    THIS_YEAR = "Cette année, ici"
    ESTIMATE = "Estimation par catégorie d’objet\u00a0: {source}."
    WHAT = "Quel objet\u202f?"
    WHAT_OTHERS = "Autres objets"
    PROBLEM = "Quelle panne\u202f?"
    PROBLEM_OTHERS = "Autres pannes"
    OTHERS = "Autres"
    OUTCOME = "Quel résultat\u202f?"
    OUTCOME_AFTER = "Choisissez d’abord l’objet et la panne."
    BARRIER = "Qu’est-ce qui empêche de le réparer\u202f?"
    BARRIER_UNSAID = "Rien de cela"
    PRECISE = "Préciser"
    BRAND, BRAND_HOW = "Marque", "Moulinex"
    YEAR, YEAR_HOW = "Année de fabrication", "2014"
    WEIGHT, WEIGHT_HOW = "Poids pesé, en kg", "1,5"
    NOTE, NOTE_HOW = "Note pour la suite", "Pièce à commander"
    WHO = "Qui l’a apporté\u202f?"
    NOBODY = "Sans le dire"
    SAVED = "La réparation est notée."
    SAVED_COUNT = "C’est noté."
    CORRECTED = "La correction est notée."
    CORRECT = "Corriger la réparation"
    UNKNOWN_OBJECT = "Cet objet n’est pas encore connu ici."
    UNKNOWN_OBJECT_HOW = "Son étiquette vient d’une autre antenne. Elle reste la sienne."
    NEW_OBJECT = "Un objet qui a déjà son étiquette"
    PRINT_LABEL = "Imprimer son étiquette"
    REPAIR_AGAIN = "Réparer encore"
    ANOTHER = "Un autre objet"
    CHANGE = "Corriger"
    BRING_AGAIN = "Étiquette d’objet"
    LABEL_HOW = "Collez-la sur l’objet. Elle retrouve son histoire à son retour."

    MACHINES = "Machines"
    MACHINES_HOW = "Touchez une machine, puis qui peut s’en servir."
    NO_MACHINE = "Aucune machine n’est notée ici."
    NO_MACHINE_HOW = "Ajoutez-la dans «\u00a0Places et ordinateurs\u00a0»."
    ALLOW = "Autoriser quelqu’un qui est là"
    ALLOW_WHO = "Qui\u202f?"
    ALLOW_UNTIL = "Jusqu’à quand\u202f?"
    ALLOW_NOBODY = "Seul quelqu’un qui a une fiche, et qui est là, peut être autorisé."
    TODAY, QUARTER, YEAR_LONG = "Ce soir", "Dans trois mois", "Dans un an"
    ALLOW_GO = "Autoriser"
    WITHDRAW = "Retirer"
    ALLOWED = "L’autorisation est notée."
    WITHDRAWN = "L’autorisation est retirée."

    POINT = ","
    _KILOS = "{kilos}\u00a0kg"
    _PARTICIPANTS = Plural("{n}\u00a0participant", "{n}\u00a0participants")
    _UNPAID = Plural("{n}\u00a0bénévole", "{n}\u00a0bénévoles")
    _TRIED = Plural("{n}\u00a0réparation tentée", "{n}\u00a0réparations tentées")
    _MENDED = Plural("{n}\u00a0réussie", "{n}\u00a0réussies")
    _KEPT_FROM_WASTE = "{weight} de déchets évités"
    _CO2 = "{weight} de CO₂ évités"
    _UNCOUNTED = Plural("{n}\u00a0objet réparé n’a pas de chiffre.", "{n}\u00a0objets réparés n’ont pas de chiffre.")
    _FOR = "Réparation\u00a0: {whom}"
    _MACHINE_PEOPLE = Plural("{n}\u00a0personne autorisée", "{n}\u00a0personnes autorisées")
    _ON = "{day} {year}"
    _UNTIL = "jusqu’au {day} {year}"
    _LABEL = "étiquette {code}"
    _TIMES = Plural("venu une fois", "venu {n}\u00a0fois")

    def title(self, whom: str) -> str:
        """``Réparation : Zoé Roux``."""
        return self._FOR.format(whom=whom) if whom else self.NOTE_ONE

    def kilos(self, grams: int) -> str:
        """``1,5 kg``; whole from ten on: these are estimates."""
        tenths = round(grams / 100)
        whole, part = divmod(tenths, 10) if grams < TEN_KILOS else (round(grams / KILO), 0)
        said = f"{texts.number(whole)}{self.POINT}{part}" if part else texts.number(whole)
        return self._KILOS.format(kilos=said)

    def who_came(self, participants: int, volunteers: int) -> str:
        """``12 participants · 3 bénévoles``."""
        return f"{self._PARTICIPANTS(participants)} · {self._UNPAID(volunteers)}"

    def tried(self, attempts: int, mended: int) -> str:
        """``18 réparations tentées · 11 réussies``."""
        return f"{self._TRIED(attempts)} · {self._MENDED(mended)}"

    def avoided(self, found: footprints.Avoided) -> tuple[str, ...]:
        """Return what was avoided, and what is not counted in it."""
        lines = (
            self._KEPT_FROM_WASTE.format(weight=self.kilos(found.weight)),
            self._CO2.format(weight=self.kilos(found.co2)),
        )
        return (*lines, self._UNCOUNTED(found.uncounted)) if found.uncounted else lines

    def estimate(self) -> str:
        """Say where the figures come from."""
        return self.ESTIMATE.format(source=footprints.SOURCE)

    def people(self, how_many: int) -> str:
        """``3 personnes autorisées``."""
        return self._MACHINE_PEOPLE(how_many)

    def until(self, day: date) -> str:
        """``jusqu’au mardi 2 mars 2027``."""
        return self._UNTIL.format(day=texts.day(day), year=day.year)

    def label(self, code: str) -> str:
        """``étiquette R000 1000 …``."""
        return self._LABEL.format(code=code)

    def on_day(self, day: date) -> str:
        """``lundi 2 mars 2026``."""
        return self._ON.format(day=texts.day(day), year=day.year)

    def times(self, how_many: int) -> str:
        """``venu 3 fois``."""
        return self._TIMES(how_many)


repair_words = RepairWords()


def name_of(item: Item) -> str:
    """``Grille-pain · Moulinex``."""
    category = short_of(repair_codes.CATEGORIES.find(item.category))
    return f"{category} · {item.brand}" if item.brand else category


def about(item: Item) -> str:
    """``Moulinex · 2014 · 1,1 kg``: what is known of an object beside its category."""
    year = str(item.year) if item.year else ""
    weight = repair_words.kilos(item.weight) if item.weight else ""
    return " · ".join(filter(None, (item.brand, year, weight)))


def said_of(attempt: Attempt) -> str:
    """``Ne chauffe plus · Pièces trop chères``."""
    problem = short_of(repair_codes.PROBLEMS.find(attempt.problem))
    barrier = label_of(repair_codes.BARRIERS.find(attempt.barrier)) if attempt.barrier else ""
    return " · ".join(filter(None, (problem, barrier)))


def grams_of(text: str) -> int | None:
    """Return what is typed in kilograms, in grams. Raises ``ValueError``."""
    typed = text.strip().lower().removesuffix("kg").strip().replace(",", ".")
    return round(float(typed) * KILO) if typed else None


def year_of(text: str) -> int | None:
    """Return the year that is typed; None when none is. Raises ``ValueError``."""
    return int(text) if text.strip() else None
