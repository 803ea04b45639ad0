"""Words of the papers, and of the screens that print them."""

from datetime import date

from kiosque.domain.apart import FIELDS as FLAG_FIELDS
from kiosque.domain.french import capital, local
from kiosque.ui.texts import texts
from kiosque.ui.words import Plural, Words


class PaperWords(Words):
    """What papers say, and who prints them."""

    # the member card

    CARD = "Ma carte"
    CARD_HOW = "À montrer en arrivant, puis en repartant."
    CARD_CODE = "Code de la carte"
    CARD_TITLE = "Carte de visiteur"
    CARDS_TITLE = "Cartes à découper"

    # the animator's badge

    BADGE = "Badge"
    BADGE_TITLE = "Badge"
    BADGE_LATER = "Entrez d’abord avec votre phrase ou votre badge."
    BADGE_HOW = "Il ouvre les postes. Perdu ? Prévenez la coordination."

    # the privacy notice

    NOTICE_TITLE = "Vos données, ici"
    NOTICE_LEAD = "Ici, nous comptons les passages. Votre nom n’est pas nécessaire."
    NOTICE_FREE = (
        "Vous laissez un nom seulement si vous voulez être reconnu la prochaine fois. C’est vous qui choisissez."
    )
    NOTICE_WHO = "Qui en répond"
    NOTICE_CONTACT = "Pour écrire ou appeler :"
    NOTICE_WHAT = "Ce qui est gardé, pourquoi, et combien de temps"
    NOTICE_BASIS = "Sur quelle base"
    NOTICE_KEPT = "Durée"
    NOTICE_DATA = "Ce qui est gardé"
    NOTICE_PURPOSE = "Pourquoi"
    NOTICE_FIGURES = "Un passage garde toujours l’âge en tranches et la commune, jamais un nom : ce sont des chiffres."
    NOTICE_RECIPIENTS = "Qui les voit"
    NOTICE_RECIPIENTS_WHO = (
        "Les animatrices et les animateurs de cet espace, et la coordination du réseau. Personne d’autre. "
        "Rien n’est vendu. Les financeurs reçoivent des chiffres, jamais des noms."
    )
    NOTICE_SAFE = "Où c’est gardé"
    NOTICE_SAFE_HOW = "Sur le poste de cet espace et à la coordination, chiffré. Ce qui circule entre eux l’est aussi."
    NOTICE_RIGHTS = "Vos droits"
    NOTICE_RIGHTS_WHAT = (
        "Voir ce qui est gardé de vous, le faire corriger, le faire effacer, le faire geler, en recevoir une copie, "
        "vous opposer, ou revenir sur votre accord, à tout moment. Demandez à l’accueil, ou écrivez à l’association. "
        "Si la réponse ne vient pas : CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, cnil.fr."
    )
    NOTICE_SHORT_RECIPIENTS = "Vu par les animateurs et la coordination, personne d’autre."
    NOTICE_SHORT_RIGHTS = "Voir, corriger, effacer, copier, vous opposer : à l’accueil. Sinon : cnil.fr."
    NOTICE_QR = "À lire sur votre téléphone"

    KEPT_ANIMATORS = "prénom et nom des animateurs"
    KEPT_CARD = "code de la carte"
    KEPT_GIVEN_NAME = "prénom"
    KEPT_FAMILY_NAME = "nom"
    KEPT_BIRTH = "naissance"
    KEPT_PICTURES = "trois images"
    KEPT_GENDER = "genre"
    KEPT_STATUS = "situation"
    KEPT_SECTOR = "activité"
    KEPT_SET_APART = "votre opposition, ou le gel demandé"
    KEPT_HOUSEHOLD = "votre foyer"
    KEPT_ADULT = "adulte qui répond d’un mineur"
    KEPT_HOUSEHOLD_CARD = "carte du foyer"
    KEPT_PHONE = "téléphone"
    KEPT_EMAIL = "e-mail"
    KEPT_VISITS = "vos passages"
    KEPT_HELP = "l’aide reçue"
    KEPT_NOTE = "note sur l’aide donnée"
    KEPT_REGISTRATION = "votre inscription"
    KEPT_REGISTERED_NAME = "nom donné à l’inscription"
    KEPT_BOOKING = "votre réservation"
    KEPT_BOOKED_NAME = "nom donné à la réservation"
    KEPT_SUBSCRIPTION = "votre abonnement"
    KEPT_SIGNATURE = "signature"
    KEPT_LOAN = "ce que vous empruntez"
    KEPT_WISH = "votre envie d’atelier"
    KEPT_CALLED = "nom donné pour être rappelé"
    KEPT_LINK = "lien entre deux fiches"
    KEPT_REQUEST = "ce que vous demandez de vos données, et notre réponse"
    KEPT_REPAIR_NOTE = "note sur un objet réparé"
    KEPT_MACHINES = "machines que vous pouvez utiliser"

    # the card of a day

    DAY_TITLE = "Carte de la journée"
    DAY_THANKS = "Merci à vous tous"

    # the screens

    MORE = "Autres gestes"
    MORE_OPEN = "Autres gestes"
    MORE_PAPERS = "Papiers"
    MORE_PAPERS_NOTE = "Affiche, cartes, badge, attestation, rappel"
    PAPERS = "Papiers"
    PAPERS_HOW = "Chaque papier se regarde avant d’être imprimé."
    PAPER_NOTICE = "Vos données, ici"
    PAPER_NOTICE_NOTE = "L’affiche à mettre à l’accueil"
    PAPER_CARDS = "Dix cartes neuves"
    PAPER_CARDS_NOTE = "Sans nom, à découper et à donner"
    PAPER_BADGE = "Mon badge"
    PAPER_BADGE_NOTE = "Il vous ouvre les postes, à la place de la phrase"
    PAPER_DAY = "Carte de la journée"
    PAPER_DAY_NOTE = "Les chiffres de la dernière permanence"

    REMINDER = "Rappel d’atelier"
    REMINDER_NOTE = "Le prochain, en grandes lettres"

    PREVIEW_DRAWING = "On prépare le papier…"
    PREVIEW_PRINTER = "Imprimante"
    PREVIEW_PRINT = "Imprimer"
    PREVIEW_PRINTING = "Envoi à l’imprimante…"
    PREVIEW_PRINTED = "C’est parti à l’imprimante."
    PREVIEW_NO_PRINTER = "Aucune imprimante n’est installée sur ce poste."
    PREVIEW_KEEP = "Garder le fichier"
    PREVIEW_KEEP_HOW = "Sur la clé USB, ou dans les documents de ce poste."
    PREVIEW_KEEP_BADGE_HOW = "Sur une clé USB seulement : ce badge ouvre les postes."
    PREVIEW_KEEP_NO_STICK = "Branchez une clé USB, une seule, puis réessayez."
    PREVIEW_BADGE_ONCE = "Ce badge n’est montré qu’une fois. Imprimez-le maintenant."

    PRINT_CARD = "Imprimer ma carte"

    PRINTER_GONE = "Cette imprimante n’est plus là. Choisissez-en une autre."
    PRINTER_REFUSES = "L’imprimante n’a pas répondu. Vérifiez-la, puis réessayez."
    NOT_KEPT = "Le fichier ne s’écrit pas ici. Essayez avec une clé USB."

    _VISITS = Plural("passage", "passages")
    _INTERVENTIONS = Plural("intervention", "interventions")
    _HELD = "de permanence"
    _ON_STICK = "« {name} » est sur la clé USB."
    _IN_DOCUMENTS = "« {name} » est dans les documents."
    _CONTROLLER = "L’association {association}, pour l’espace de {antenna}."
    _CONTROLLER_UNKNOWN_ANTENNA = "L’association {association}."
    _CONTROLLER_UNKNOWN = "L’association qui tient cet espace."
    _SHORT_PURPOSES = "Pour {purposes} ({basis} ; {retention})."
    _DAY = "{title}, {day}"
    _BADGE_OF = "{title} {name}"
    _DAY_SAID = "{day} {year}"
    _DAY_HOURS = "{antenna}, {day}, de {start} à {end}"
    _NOTICE_DAY = "Affiché le {day} {year}"

    def kept_at(self, name: str, *, stick: bool) -> str:
        """Say where a file was kept."""
        return (self._ON_STICK if stick else self._IN_DOCUMENTS).format(name=name)

    def controller(self, association: str, antenna: str) -> str:
        """Say who answers for the data: ``L’association Asoft, pour l’espace de Nyons.``."""
        if not association:
            return self._CONTROLLER_UNKNOWN
        template = self._CONTROLLER if antenna else self._CONTROLLER_UNKNOWN_ANTENNA
        return template.format(association=association, antenna=antenna)

    def short_purposes(self, purposes: list[str], basis: str, retention: str) -> str:
        """``Pour reconnaître la personne à son prochain passage (consentement ; 12 mois…).``."""
        return self._SHORT_PURPOSES.format(purposes=texts.listed(purposes), basis=basis, retention=retention)

    def kept(self, fields: list[tuple[str, str]]) -> str:
        """``Prénom, nom et naissance``: what is kept in fields, each by its kind and name. Raises ``KeyError``."""
        words = self.kept_words()
        return capital(texts.listed(list(dict.fromkeys(words[field] for field in fields))))

    def kept_words(self) -> dict[tuple[str, str], str]:
        """Return what each personal field of the register is called, by its kind and name."""
        return {
            ("animator", "given_name"): self.KEPT_ANIMATORS,
            ("animator", "family_name"): self.KEPT_ANIMATORS,
            ("visitor", "card"): self.KEPT_CARD,
            ("visitor", "given_name"): self.KEPT_GIVEN_NAME,
            ("visitor", "family_name"): self.KEPT_FAMILY_NAME,
            ("visitor", "birth_year"): self.KEPT_BIRTH,
            ("visitor", "birth_day"): self.KEPT_BIRTH,
            ("visitor", "pictures"): self.KEPT_PICTURES,
            ("visitor", "gender"): self.KEPT_GENDER,
            ("visitor", "status"): self.KEPT_STATUS,
            ("visitor", "sector"): self.KEPT_SECTOR,
            **dict.fromkeys((("visitor", name) for name in FLAG_FIELDS), self.KEPT_SET_APART),
            ("visitor", "household"): self.KEPT_HOUSEHOLD,
            ("visitor", "answered_by"): self.KEPT_ADULT,
            ("household", "card"): self.KEPT_HOUSEHOLD_CARD,
            ("visitor", "phone"): self.KEPT_PHONE,
            ("visitor", "email"): self.KEPT_EMAIL,
            ("visit", "visitor"): self.KEPT_VISITS,
            ("intervention", "visitors"): self.KEPT_HELP,
            ("intervention", "note"): self.KEPT_NOTE,
            ("registration", "visitor"): self.KEPT_REGISTRATION,
            ("registration", "name"): self.KEPT_REGISTERED_NAME,
            ("registration", "phone"): self.KEPT_PHONE,
            ("booking", "visitor"): self.KEPT_BOOKING,
            ("booking", "name"): self.KEPT_BOOKED_NAME,
            ("booking", "phone"): self.KEPT_PHONE,
            ("pass", "visitor"): self.KEPT_SUBSCRIPTION,
            ("attendance", "signature"): self.KEPT_SIGNATURE,
            ("repair", "note"): self.KEPT_REPAIR_NOTE,
            ("authorisation", "visitor"): self.KEPT_MACHINES,
            ("loan", "visitor"): self.KEPT_LOAN,
            ("wish", "visitor"): self.KEPT_WISH,
            ("wish", "name"): self.KEPT_CALLED,
            ("wish", "phone"): self.KEPT_PHONE,
            ("link", "one"): self.KEPT_LINK,
            ("link", "other"): self.KEPT_LINK,
            **{("request", name): self.KEPT_REQUEST for name in ("name", "contact", "wording", "visitor", "answer")},
        }

    def day_figures(self, visits: int, interventions: int, minutes: int) -> tuple[tuple[str, str], ...]:
        """Return the figures of a day and their words, which agree with them."""
        return (
            (texts.number(visits), self._VISITS(visits)),
            (texts.number(interventions), self._INTERVENTIONS(interventions)),
            (texts.duration(minutes), self._HELD),
        )

    def day_title(self, moment: int) -> str:
        """``Carte de la journée, lundi 2 mars 2026``, for UTC seconds."""
        return self._DAY.format(title=self.DAY_TITLE, day=self.day_said(moment))

    def badge_of(self, name: str) -> str:
        """``Badge Élodie Brès``."""
        return self._BADGE_OF.format(title=self.BADGE_TITLE, name=name).strip()

    def day_said(self, moment: int) -> str:
        """``lundi 2 mars 2026``, for UTC seconds."""
        return self._DAY_SAID.format(day=texts.day(local(moment).date()), year=local(moment).year)

    def day_hours(self, antenna: str, opened_at: int, closed_at: int) -> str:
        """``Nyons, lundi 2 mars 2026, de 9 h à 12 h 30``."""
        told = self._DAY_HOURS.format(
            antenna=antenna, day=self.day_said(opened_at), start=texts.hour(opened_at), end=texts.hour(closed_at)
        )
        return told if antenna else capital(told.removeprefix(", "))

    def notice_day(self, when: date) -> str:
        """``Affiché le lundi 2 mars 2026``."""
        return self._NOTICE_DAY.format(day=texts.day(when), year=when.year)


words_of = PaperWords()
