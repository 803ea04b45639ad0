"""The banner: to each account what it may open, and where it is."""

import pytest

from kiosque.central.accounts import Account, Role
from kiosque.central.pages.parts import PARTS, navigation
from kiosque.central.rights import RIGHTS, Right, may, needs, scope

ADMINISTRATOR = Account("coordination", Role.ADMINISTRATOR)


@pytest.mark.parametrize("role", Role)
def test_what_the_banner_offers_may_be_opened(role: Role) -> None:
    account = Account("quelqu’un", role)
    addresses = {page.address: page.right for part in PARTS for page in part.pages}
    for part in PARTS:
        for link in navigation(account, part.pages[0].address if part.pages else "/").pages:
            assert may(account, addresses[link.address])
    assert all(link.address in addresses for link in navigation(account, "/").parts)


def test_an_administrator_is_offered_every_page() -> None:
    for part in PARTS:
        for page in part.pages:
            shown = navigation(ADMINISTRATOR, page.address)
            assert [link.title for link in shown.pages if link.here] == [page.title]
            assert shown.title == part.title


def test_what_is_below_a_page_is_of_its_part() -> None:
    assert navigation(ADMINISTRATOR, "/postes/12/retirer").title == "Réseau"
    assert navigation(ADMINISTRATOR, "/cle").title == "Réseau"
    assert navigation(ADMINISTRATOR, "/postes-perdus").title == ""
    assert navigation(ADMINISTRATOR, "/compte").pages == ()


def test_no_two_pages_have_one_address() -> None:
    addresses = [address for part in PARTS for page in part.pages for address in (page.address, *page.below)]
    assert len(addresses) == len({*addresses})


def test_an_administrator_has_every_right_and_everybody_looks_after_their_own_account() -> None:
    assert RIGHTS[Role.ADMINISTRATOR] == {*Right}
    assert all(Right.OWN in RIGHTS[role] for role in Role)
    assert needs(Right.NAMES, Right.CORRECT).rights == {Right.NAMES, Right.CORRECT}


def test_an_account_sees_the_antennas_of_its_association_alone() -> None:
    assert scope(ADMINISTRATOR) is None
    own = frozenset({1, 2})
    assert scope(Account("asoft", Role.ASSOCIATION, "asoft", own)) == own
