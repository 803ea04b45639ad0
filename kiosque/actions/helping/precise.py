"""What may be said of an act of help beside what must, by the national codes."""

from dataclasses import dataclass

from kiosque.actions.inputs import BadInput, chosen
from kiosque.db.query import Found
from kiosque.domain import codes
from kiosque.journal.entry import Value


@dataclass(frozen=True, slots=True)
class Precise:
    """With which ``material``, how much they can do alone, where, to whom they were sent on, for which programme.

    ``mandate``: for how long a paper mandate was signed, of which only this trace is kept.
    """

    material: tuple[str, ...] = ()
    autonomy: str | None = None
    place: str = codes.HERE
    referral: str | None = None
    mandate: str | None = None
    programme: int | None = None


def kept(precise: Precise, themes: tuple[str, ...]) -> dict[str, Value]:
    """Return it as it is kept, by field. Raises ``BadInput``: a mandate goes only with an administrative theme."""
    if precise.mandate is not None and not codes.admin_themes_allowed(themes):
        raise BadInput("mandate", "Un mandat ne va qu’avec une démarche administrative.")
    one = (
        ("autonomy", precise.autonomy, codes.AUTONOMY),
        ("referral", precise.referral, codes.REFERRALS),
        ("mandate", precise.mandate, codes.MANDATES),
    )
    return {
        "material": tuple(chosen("material", each, codes.MATERIAL) for each in precise.material) or None,
        "place": chosen("place", precise.place, codes.PLACES),
        **{field: code and chosen(field, code, of) for field, code, of in one},
        "programme": precise.programme,
    }


def precise_of(row: Found) -> Precise:
    """Return what a row says."""
    material = tuple(str(row.material or "").split())
    return Precise(material, row.autonomy, row.place or codes.HERE, row.referral, row.mandate, row.programme)
