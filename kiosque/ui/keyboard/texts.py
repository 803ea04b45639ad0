"""Words of the keyboard on the screen: what its keys show, and what a screen reader says of them."""

import unicodedata

from kiosque.ui.words import Words

_MARKS = {
    "\u0301": "ACUTE",
    "\u0300": "GRAVE",
    "\u0302": "CIRCUMFLEX",
    "\u0308": "DIAERESIS",
    "\u0327": "CEDILLA",
    "\u0303": "TILDE",
}


class KeyboardWords(Words):
    """What the keyboard says."""

    ERASE = "Effacer"
    CAPITALS = "Majuscules"
    SPACE = "Espace"
    NEXT = "Suivant"
    SEND = "Valider"
    HIDE = "Cacher"
    HIDE_KEYBOARD = "Cacher le clavier"
    ACCENTS = "Accents"
    SIGNS = "Chiffres et signes"
    LETTERS = "Lettres"
    CAPITAL = "{letter} majuscule"
    ACUTE = "{letter} accent aigu"
    GRAVE = "{letter} accent grave"
    CIRCUMFLEX = "{letter} accent circonflexe"
    DIAERESIS = "{letter} tréma"
    CEDILLA = "{letter} cédille"
    TILDE = "{letter} tilde"
    OE = "o e liés"
    AE = "a e liés"
    APOSTROPHE = "Apostrophe"
    HYPHEN = "Trait d’union"

    def sign(self, text: str) -> str:
        """Return the name of what a key writes: ``e accent aigu``, ``a majuscule``, ``Apostrophe``."""
        named = {"'": self.APOSTROPHE, "-": self.HYPHEN, " ": self.SPACE, "œ": self.OE, "æ": self.AE}
        low = text.lower()
        letter, mark = unicodedata.normalize("NFD", low)[0], unicodedata.normalize("NFD", low)[1:]
        said = named.get(low) or (getattr(self, _MARKS[mark]).format(letter=letter) if mark in _MARKS else low)
        return self.CAPITAL.format(letter=said) if text.isupper() else str(said)


words_of = KeyboardWords()
