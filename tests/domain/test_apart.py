"""Of who is set apart, nothing that says who they are is shown."""

from kiosque.domain.apart import shown
from kiosque.domain.records import VISITOR


def said(**values: object) -> dict[int, object]:
    return {VISITOR.field(name).number: value for name, value in values.items()}


def test_somebody_is_shown_whole_until_they_object() -> None:
    known = said(given_name="Marie", card="C1")

    assert shown(known) == known


def test_who_objects_or_is_frozen_has_a_card_and_a_household_and_no_name() -> None:
    for flag in ("objected_at", "restricted_at"):
        known = said(given_name="Marie", family_name="Blanc", card="C1", household=7)

        assert shown(known | said(**{flag: 5})) == said(card="C1", household=7, **{flag: 5})


def test_lifting_an_asking_shows_them_again_and_a_later_asking_holds() -> None:
    known = said(given_name="Marie")
    lifted = said(objection_lifted=5)

    assert shown(known | lifted | said(objected_at=5)) == known | lifted
    assert shown(known | lifted | said(objected_at=6)) == lifted | said(objected_at=6)
