"""Words of the first start and of the exercise."""

from kiosque.ui.words import Words


class WelcomeWords(Words):
    """What whoever installs a PC reads."""

    START = "Bienvenue"
    START_HOW = "Ce poste est neuf. Trois minutes suffisent pour l’inscrire."
    START_CODE = "J’ai un code"
    START_CODE_NOTE = "Douze lettres et chiffres, donnés par la coordination"
    START_STICK = "J’ai une clé USB"
    START_STICK_NOTE = "Avec un fichier d’inscription, sans Internet"
    START_PRACTICE = "S’exercer"
    START_PRACTICE_NOTE = "Avec des personnes inventées, rien n’est compté"

    CODE = "Le code d’inscription"
    CODE_HOW = "La coordination vous a donné une adresse et un code."
    CODE_ADDRESS = "Adresse"
    CODE_ADDRESS_HINT = "central.exemple.fr"
    CODE_CODE = "Code"
    CODE_CODE_HINT = "7K2M 9XQP 4D0J"
    CODE_SEND = "Continuer"
    CODE_ASKING = "On demande à la coordination…"

    STICK = "La clé d’inscription"
    STICK_PLUG = "Branchez la clé USB."
    STICK_PLUG_HOW = "Le fichier d’inscription est reconnu tout seul."
    STICK_READING = "On lit la clé…"
    STICK_SEVERAL = "Plusieurs clés sont branchées. Gardez-en une seule."
    STICK_ANOTHER = "Essayez avec une autre clé, ou demandez un nouveau fichier."

    WHO = "Qui ouvrira ce poste\u202f?"
    WHO_PHRASE = "Votre phrase secrète"
    WHO_PHRASE_HOW = "La vôtre si vous en avez une. Sinon, quatre mots que vous retiendrez."
    WHO_BADGE = "Ou montrez votre badge au lecteur."
    WHO_SEND = "Terminer l’inscription"
    WHO_MAKING = "On prépare ce poste, quelques secondes…"
    WHO_MISSING = "Tapez une phrase secrète, ou montrez un badge."
    WHO_UNKNOWN = "La personne que la coordination a choisie"
    WHO_NO_BADGE = "Ce n’est pas un badge. Montrez le vôtre, ou tapez une phrase secrète."

    READY = "C’est prêt."
    READY_ASKING = "On reçoit ce que la coordination a préparé…"
    READY_RECEIVED = "Tout est reçu."
    READY_LATER = "La ligne ne passe pas encore. Tout arrivera avec elle."
    READY_CODE = "Le code ne sert plus."
    READY_STICK = "Le fichier de la clé ne sert plus. Effacez-le."
    READY_GO = "Ouvrir la permanence"

    PRACTICE = "Exercice\u00a0: rien n’est compté."
    PRACTICE_LEAVE = "Quitter l’exercice"
    PRACTICE_MAKING = "On prépare l’exercice…"
    PRACTICE_OPENS = "Pendant l’exercice, n’importe quelle phrase ouvre."
    PRACTICE_LEFT = "L’exercice est terminé. Tout est effacé."

    _PLACE = "Ce poste est celui de l’espace de {place}."
    _READY_NAMED = "C’est prêt, {name}."

    def place(self, name: str) -> str:
        """``Ce poste est celui de l’espace de Nyons.``; nothing when it is not known."""
        return self._PLACE.format(place=name) if name else ""

    def ready(self, name: str) -> str:
        """``C’est prêt, Élodie Brès.``."""
        return self._READY_NAMED.format(name=name) if name else self.READY


words_of = WelcomeWords()
