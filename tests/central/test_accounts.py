"""Headquarters' accounts."""

import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.low_level import Type
from sqlalchemy import select

from kiosque.central.accounts import Account, Accounts, Role
from kiosque.central.passwords import RefusedAccount
from kiosque.db.account_tables import account
from kiosque.db.store import Store
from kiosque.domain.records import ANTENNA
from tests.central.house import QUICK

PASSWORD = "la lavande de Nyons"


def kept(store: Store) -> str:
    return str(store.one(select(account.c.password_hash)).password_hash)


def test_an_account_is_known_again_by_its_password_only(store: Store) -> None:
    accounts = Accounts(store)
    assert accounts.add("Élise ", PASSWORD, Role.ADMINISTRATOR) == Account("élise", Role.ADMINISTRATOR)
    assert accounts.verify("E\u0301lise", PASSWORD) == Account("élise", Role.ADMINISTRATOR)
    assert accounts.verify("élise", PASSWORD + " ") is None
    assert accounts.verify("élise", "") is None
    assert accounts.verify("elise", PASSWORD) is None


def test_the_password_is_stretched_by_argon2id_and_kept_nowhere(store: Store) -> None:
    Accounts(store).add("élise", PASSWORD)
    parameters = extract_parameters(kept(store))
    assert parameters.type is Type.ID
    assert parameters.memory_cost >= 64 * 1024
    assert parameters.time_cost >= 3
    assert PASSWORD not in kept(store)


def test_a_name_that_nobody_has_is_stretched_too(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    accounts = Accounts(store)
    stretched: list[str] = []
    verify = PasswordHasher.verify

    def counted(self: PasswordHasher, kept: str, password: str) -> bool:
        stretched.append(extract_parameters(kept).type.name)
        return verify(self, kept, password)

    monkeypatch.setattr(PasswordHasher, "verify", counted)
    accounts.add("élise", PASSWORD)
    for name in ("élise", "personne"):
        assert accounts.verify(name, "a wrong password") is None
    # Not even the password of the hash that stands for nobody opens anything.
    assert accounts.verify("personne", "the password of nobody") is None
    assert stretched == ["ID"] * 3


def test_a_hash_of_an_older_cost_is_made_again_at_the_next_login(store: Store) -> None:
    accounts = Accounts(store)
    accounts.add("élise", PASSWORD)
    weak = PasswordHasher(time_cost=1, memory_cost=8192).hash(PASSWORD)
    store.write_local(account.update().values(password_hash=weak))
    assert accounts.verify("élise", "a wrong password") is None
    assert kept(store) == weak
    assert accounts.verify("élise", PASSWORD)
    assert extract_parameters(kept(store)).memory_cost >= 64 * 1024


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("", PASSWORD),
        ("   ", PASSWORD),
        ("x" * 81, PASSWORD),
        ("luc", "x" * 11),
        ("luc", "x" * 257),
        ("ÉLISE", PASSWORD),
    ],
    ids=["no name", "blank", "long name", "short password", "long password", "taken"],
)
def test_an_account_that_will_not_do_is_refused_with_a_sentence(store: Store, name: str, password: str) -> None:
    accounts = Accounts(store)
    accounts.add("élise", PASSWORD)
    with pytest.raises(RefusedAccount) as refused:
        accounts.add(name, password)
    assert refused.value.sentence.endswith(".")
    assert [row.name for row in store.all(select(account.c.name))] == ["élise"]


def test_looking_is_the_role_of_whoever_was_given_no_other(store: Store) -> None:
    assert Accounts(store).add("élise", PASSWORD).role is Role.FIGURES


def test_a_password_is_never_cut(store: Store) -> None:
    accounts = Accounts(store, QUICK)
    longest = "lavande " * 32
    accounts.add("élise", longest)
    assert accounts.verify("élise", longest)
    assert accounts.verify("élise", longest + "x") is None
    assert accounts.verify("élise", longest[:-1]) is None


def test_an_account_of_an_association_sees_its_antennas_alone(store: Store) -> None:
    with store.writing() as writer:
        own = writer.record(ANTENNA, code="NYO", name="Nyons", association="asoft")
        writer.record(ANTENNA, code="REM", name="Rémuzat", association="aventic")
    accounts = Accounts(store)
    accounts.add("marion", PASSWORD, Role.ASSOCIATION, "asoft")
    for found in (accounts.find("marion"), accounts.verify("marion", PASSWORD)):
        assert found == Account("marion", Role.ASSOCIATION, "asoft", frozenset({own}))


@pytest.mark.parametrize(
    ("role", "association"), [(Role.ASSOCIATION, ""), (Role.ASSOCIATION, "x"), (Role.FIGURES, "asoft")]
)
def test_only_an_account_of_an_association_is_of_one(store: Store, role: Role, association: str) -> None:
    with pytest.raises(RefusedAccount):
        Accounts(store).add("marion", PASSWORD, role, association)
    assert Accounts(store).find("marion") is None
