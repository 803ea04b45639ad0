"""The rule by which choices come first."""

from hypothesis import given
from hypothesis import strategies as st

from kiosque.domain.habits import FIRST, HALF_LIFE_DAYS, WINDOW_DAYS, Use, offered, usual

ORDER = tuple("abcdefghij")
USES = st.lists(st.builds(Use, st.sampled_from((*ORDER, "gone")), st.integers(0, 200)), max_size=40)


def test_a_new_space_follows_the_order_of_the_list() -> None:
    assert offered(ORDER, []).first == ORDER[:FIRST]
    assert offered(ORDER, []).others == ORDER[FIRST:]


def test_what_is_done_often_comes_first_and_equals_keep_the_order_of_the_list() -> None:
    uses = [Use("j", 0), Use("h", 0), Use("h", 0), Use("b", 0)]
    assert offered(ORDER, uses).first == ("h", "b", "j", "a", "c", "d")
    assert offered(ORDER, uses).others == ("e", "f", "g", "i")


def test_a_month_halves_and_a_season_forgets() -> None:
    assert offered(ORDER, [Use("i", HALF_LIFE_DAYS), Use("i", HALF_LIFE_DAYS), Use("j", 0)]).first[:2] == ("i", "j")
    assert offered(ORDER, [Use("i", HALF_LIFE_DAYS + 1)] * 2 + [Use("j", 0)]).first[:2] == ("j", "i")
    assert offered(ORDER, [Use("j", WINDOW_DAYS)]).first[0] == "j"
    assert offered(ORDER, [Use("j", WINDOW_DAYS + 1)]).first[0] == "a"
    # A clock that was ahead said so: it cannot have been.
    assert offered(ORDER, [Use("j", -1)]).first[0] == "a"


def test_what_this_person_needed_comes_before_all() -> None:
    assert offered(ORDER, [Use("h", 0)], ahead=("j",)).first[:2] == ("j", "h")


def test_one_choice_is_not_hidden_alone() -> None:
    assert offered(ORDER[: FIRST + 1], []).others == ()
    assert len(offered(ORDER[: FIRST + 2], []).others) == 2


@given(USES)
def test_every_choice_is_offered_once(uses: list[Use]) -> None:
    shown = offered(ORDER, uses)
    assert sorted((*shown.first, *shown.others)) == sorted(ORDER)
    assert len(shown.first) == FIRST
    assert list(shown.others) == sorted(shown.others)


def test_a_scale_stays_a_scale() -> None:
    scale = (5, 10, 15, 20, 30, 45, 60, 90)
    assert usual(scale, [Use("90", 0), Use("20", 0), Use("gone", 0)]) == (5, 10, 15, 20, 30, 90)
