"""Known errors: expected failures, each with one calm French sentence for the person."""


class KnownError(Exception):
    """An expected failure. Nothing was written, nothing was lost.

    ``sentence`` is what the person reads: French, no technical word. Given with ``values``, it is a template in which
    they stand by their names in braces; screens that speak another language look for the ``template``.
    Everything that is not a ``KnownError`` is a bug and must be loud.
    """

    def __init__(self, sentence: str, **values: object) -> None:
        self.template, self.values = sentence, values
        self.sentence = sentence.format(**values) if values else sentence
        super().__init__(self.sentence)
