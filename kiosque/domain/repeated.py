"""What somebody typed, as a sentence that refuses it repeats it: enough to know it again, not a page of it."""

LONGEST = 80
"""Letters: usual hours said in full have some seventy; of a text that was pasted by mistake the beginning will do."""


def repeated(typed: str) -> str:
    """Return a text as it is; of a long one its first words, up to ``LONGEST`` letters, and *…*."""
    said = typed if len(typed) <= LONGEST else " ".join(typed.split())
    if len(said) <= LONGEST:
        return said
    begun = said[:LONGEST]
    words = begun.rpartition(" ")[0]
    # One word that fills half of it is cut in its middle.
    return f"{words if len(words) > LONGEST // 2 else begun}…"
