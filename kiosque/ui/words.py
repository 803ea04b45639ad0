"""What the words of a package of screens are: French where they are written, read in the language in force."""

from kiosque.ui.language import find, manner


class Words:
    """The words of one package of screens.

    A subclass writes each sentence as a constant; reading the constant gives it in the language in force, so nothing
    may keep what was read. A sentence with values is a template, ``"Merci, {name}"``, filled in by a method.
    The name of the subclass is the context of its words in the catalogues.
    """

    def __init_subclass__(cls) -> None:
        """Put a sentence that translates itself in the place of each constant."""
        super().__init_subclass__()
        for name, value in list(vars(cls).items()):
            if name.isupper() and isinstance(value, str):
                setattr(cls, name, Sentence(cls.__name__, value))


class Sentence:
    """One constant of the words: its French, and where its translation is looked for."""

    def __init__(self, context: str, source: str) -> None:
        self.context, self.source = context, source

    def __get__(self, words: object, _: type | None = None) -> str:
        """Read it in the language in force."""
        return find(self.context, self.source)


class Plural:
    """A sentence that agrees with a number: ``Plural("{n} visite", "{n} visites")(412)``."""

    def __init__(self, one: str, many: str) -> None:
        self.one, self.many = one, many
        self.context = ""

    def __set_name__(self, owner: type, _: str) -> None:
        """Belong to the words that it stands among."""
        self.context = owner.__name__

    def __call__(self, how_many: int, **values: object) -> str:
        """Return the words for ``how_many``, which stands where they say ``{n}``, as people write it."""
        said = find(self.context, self.many, self.one, how_many)
        return said.format(n=manner().number(how_many), **values)
