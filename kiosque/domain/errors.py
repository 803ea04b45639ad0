"""Known errors: expected failures, each with one calm French sentence for the person."""


class KnownError(Exception):
    """An expected failure. Nothing was written, nothing was lost.

    ``sentence`` is what the person reads: French, no technical word.
    Everything that is not a ``KnownError`` is a bug and must be loud.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
