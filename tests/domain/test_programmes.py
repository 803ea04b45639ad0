"""What belongs to a programme follows from what was noted."""

from kiosque.domain.programmes import Rule


def test_each_list_that_a_rule_has_must_have_one_of_its_own() -> None:
    young = Rule(age_bands=frozenset({"douze_dix_huit"}))
    assert young.takes(("email",), None, ("douze_dix_huit", "soixante_dix_plus"))
    assert not young.takes(("email",), None, ())
    young_at_work = Rule(frozenset({"insertion_professionnelle"}), age_bands=frozenset({"douze_dix_huit"}))
    assert young_at_work.takes(("insertion_professionnelle", "email"), None, ("douze_dix_huit",))
    assert not young_at_work.takes(("email",), None, ("douze_dix_huit",))
    farms = Rule(services=frozenset({"msa"}))
    assert farms.takes((), "msa", ())
    assert not farms.takes((), "caf", ())
    # Without a list nothing belongs by itself.
    assert not Rule().takes(("email",), "msa", ("douze_dix_huit",))
