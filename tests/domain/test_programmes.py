"""What belongs to a programme follows from what was noted."""

from kiosque.domain.programmes import Codes, Rule


def done(*themes: str, service: str = "", age_bands: tuple[str, ...] = (), **more: frozenset[str]) -> Codes:
    return Codes(frozenset(themes), frozenset(filter(None, (service,))), frozenset(age_bands), **more)


def test_each_list_that_a_rule_has_must_have_one_of_its_own() -> None:
    young = Rule(age_bands=frozenset({"douze_dix_huit"}))
    assert young.takes(done("email", age_bands=("douze_dix_huit", "soixante_dix_plus")))
    assert not young.takes(done("email"))
    young_at_work = Rule(frozenset({"insertion_professionnelle"}), age_bands=frozenset({"douze_dix_huit"}))
    assert young_at_work.takes(done("insertion_professionnelle", "email", age_bands=("douze_dix_huit",)))
    assert not young_at_work.takes(done("email", age_bands=("douze_dix_huit",)))
    help_of_msa = Rule(services=frozenset({"msa"}))
    assert help_of_msa.takes(done(service="msa"))
    assert not help_of_msa.takes(done(service="caf"))
    farmers = Rule(sectors=frozenset({"farm"}))
    assert farmers.takes(done(sectors=frozenset({"farm", "tourism"})))
    assert not farmers.takes(done(sectors=frozenset({"tourism"})))
    assert not Rule(statuses=frozenset({"sans_emploi"})).takes(done(statuses=frozenset({"retraite"})))
    # Without a list nothing belongs by itself.
    assert not Rule().takes(done("email", service="msa", age_bands=("douze_dix_huit",)))
