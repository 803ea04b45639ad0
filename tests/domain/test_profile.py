"""What is said of somebody in codes has one name wherever it is carried, and goes with them from what is theirs."""

from kiosque.domain.codes import GROUP_LEVELS, STATUSES
from kiosque.domain.profile import COUNTED, PROFILE, SEVERAL, STATUS_OF_LEVEL
from kiosque.domain.records import INTERVENTION, REGISTRATION, VISIT, VISITOR


def test_what_counts_somebody_has_the_same_name_wherever_it_is_carried() -> None:
    for kind in (VISITOR, VISIT, REGISTRATION):
        assert {kind.field(name).name for name in COUNTED} == set(COUNTED)
    assert {INTERVENTION.field(SEVERAL[name]).personal for name in PROFILE} == {None}


def test_it_is_personal_on_somebody_and_nowhere_else() -> None:
    assert all(VISITOR.field(name).personal for name in PROFILE)
    assert not any(kind.field(name).personal for kind in (VISIT, REGISTRATION) for name in PROFILE)


def test_pupils_are_at_school() -> None:
    assert {level for level in STATUS_OF_LEVEL if level not in GROUP_LEVELS} == set()
    assert set(STATUS_OF_LEVEL.values()) <= {code.code for code in STATUSES}
