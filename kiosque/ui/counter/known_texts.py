"""Words for who is recognised: by pictures, by a name, as a household; and what is kept of them."""

from kiosque.domain.picture_codes import PICTURES
from kiosque.ui.words import Words


class KnownWords(Words):
    """What visitors read who are known here, or would like to be."""

    BY_PICTURES = "J’ai mes trois images"
    BY_PICTURES_NOTE = "Je les touche"
    BY_NAME = "Je donne mon nom"
    BY_NAME_NOTE = "Et mon jour de naissance"

    LEAVE_PICTURES = "Mes trois images"
    LEAVE_NAME = "Mon nom"

    PICTURE_1 = "Quel est votre animal ?"
    PICTURE_2 = "Quelle est votre gourmandise ?"
    PICTURE_3 = "Quel est votre objet ?"
    CHOOSE_1 = "Choisissez un animal"
    CHOOSE_2 = "Choisissez une gourmandise"
    CHOOSE_3 = "Choisissez un objet"
    _STEP = "Image {place} sur {all}"

    NAME = "Qui êtes-vous ?"
    NAME_SEND = "Me retrouver"
    FAMILY_NAME = "Nom"
    BIRTH_DAY = "Jour et mois de naissance"
    BIRTH_DAY_HINT = "Exemple : 14 mars"
    FAMILY_NAME_MISSING = "Écrivez votre nom."
    BIRTH_DAY_WRONG = "Écrivez le jour et le mois, comme 14 mars."

    _IS_IT_YOU = "C’est bien vous, {name} ?"
    IS_IT_YOU_NAMELESS = "C’est bien vous\u202f?"
    IS_IT_YOU_FOUND = "Nous avons trouvé quelqu’un."
    IS_IT_YOU_YES = "Oui, c’est moi"
    IS_IT_YOU_NO = "Non"

    NOT_FOUND = "Nous ne vous retrouvons pas."
    NOT_FOUND_FINE = "Ce n’est pas grave."
    NOT_FOUND_PATIENCE = "Attendez une minute, ou demandez à l’animateur."
    NOT_FOUND_AGAIN = "Revenir à l’accueil"
    NOT_FOUND_UNNAMED = "Entrer sans donner mon nom"
    NOT_FOUND_LEAVING = "Partir sans le dire"

    HOUSEHOLD_COMING = "Qui arrive ?"
    HOUSEHOLD_LEAVING = "Qui repart ?"
    HOUSEHOLD_HOW = "Touchez chaque personne, puis validez."
    HOUSEHOLD_SEND = "C’est tout"
    HOUSEHOLD_SOMEBODY_COMES = "Quelqu’un arrive"
    HOUSEHOLD_SOMEBODY_LEAVES = "Quelqu’un repart"
    HOUSEHOLD_MORE = "Les autres"
    HOUSEHOLD_NOBODY = "Touchez d’abord une personne."
    HOUSEHOLD_MINOR = "Enfant, adolescent"
    HOUSEHOLD_CHOSEN = "Choisi"
    HOUSEHOLD_COUNTED = "Vos passages sont comptés."
    HOUSEHOLD_LEFT = "Vos départs sont notés."

    WITH_ADULT = "Un adulte est avec vous ?"
    WITH_ADULT_BEFORE = "Vous êtes mineur."
    WITH_ADULT_YES = "Oui, un adulte"
    WITH_ADULT_NO = "Non, sans adulte"

    WAYS = "Et sans votre carte ?"
    WAYS_HOW = "C’est vous qui choisissez. La carte suffit toujours."
    WAYS_OPEN = "Et sans ma carte ?"
    WAYS_PICTURES = "Trois images"
    WAYS_PICTURES_NOTE = "Faciles à retenir"
    WAYS_NAME = "Mon nom"
    WAYS_NAME_NOTE = "Avec mon jour de naissance"
    WAYS_HOUSEHOLD = "Mon foyer"
    WAYS_HOUSEHOLD_NOTE = "Une carte pour nous tous"
    WAYS_DONE = "C’est fait"

    PICTURES_KEPT = "Vos trois images sont notées."
    NAME_KEPT = "Votre nom suffira, avec ce jour."
    BIRTH_DAY_ASK = "Quel est votre jour de naissance ?"
    BIRTH_DAY_WHY = "Il sert seulement à vous retrouver par votre nom."
    BIRTH_DAY_SEND = "Être retrouvé par mon nom"

    MEMBER = "Qui vit avec vous ?"
    MEMBER_FAMILY_NAME = "Nom (si différent)"
    MEMBER_AGE = "Son âge"
    ADULT = "Adulte"
    TEENAGER = "12 à 17 ans"
    CHILD = "Moins de 12 ans"
    MEMBER_ANSWERS = "Vous répondez des mineurs de votre foyer."
    MEMBER_HERE = "Ici aujourd’hui"
    MEMBER_AWAY = "Pas ici aujourd’hui"
    MEMBER_ADDED = "Cette personne est dans votre foyer."
    HOUSEHOLD_CARD = "Voici la carte de votre foyer."

    NOTICE = "Vos données, ici"
    NOTICE_OPEN = "Vos données, ici"
    NOTICE_WHO = "Qui en répond"
    NOTICE_WHY = "Pourquoi"
    NOTICE_WHY_SAID = "Pour vous reconnaître la prochaine fois, et pour compter."
    NOTICE_BASIS = "Sur quelle base"
    NOTICE_BASIS_SAID = "Votre accord. Vous pouvez changer d’avis."
    NOTICE_SEEN = "Qui les voit"
    NOTICE_SEEN_SAID = "Les animateurs et la coordination, personne d’autre."
    NOTICE_KEPT = "Combien de temps"
    NOTICE_KEPT_SAID = "Douze mois après votre dernier passage."
    NOTICE_RIGHTS = "Vos droits"
    NOTICE_RIGHTS_SAID = "Voir, corriger, effacer, copier, refuser : demandez à l’accueil."
    NOTICE_PHONE = "À lire sur votre téléphone"

    CARD_TOO_EARLY = "Ouvrez d’abord la permanence, puis montrez la carte."
    CARD_LATER = "Terminez d’abord ici, puis montrez la carte."

    def question(self, place: int, *, choosing: bool) -> str:
        """Ask for the picture at ``place``, from 0 on."""
        asked = (self.PICTURE_1, self.PICTURE_2, self.PICTURE_3)
        offered = (self.CHOOSE_1, self.CHOOSE_2, self.CHOOSE_3)
        return (offered if choosing else asked)[place]

    def step(self, place: int) -> str:
        """``Image 2 sur 3``, for ``place`` from 0 on."""
        return self._STEP.format(place=place + 1, all=len(PICTURES))

    def is_it_you(self, masked: str) -> str:
        """``C’est bien vous, Marie D. ?``; of who has no name, without one."""
        return self._IS_IT_YOU.format(name=masked) if masked else self.IS_IT_YOU_NAMELESS


known_words = KnownWords()
