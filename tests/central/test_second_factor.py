"""Coming in by two proofs: a password, and a code of a telephone or of a paper."""

import re
from collections.abc import Iterator

import httpx
import pyotp
import pytest
from sqlalchemy import select

from kiosque.central.accounts import Role
from kiosque.central.central import Central
from kiosque.central.second_factor import RECOVERY_CODES, SecondFactor, pending
from kiosque.db.account_tables import account, recovery_code, session
from tests.central.house import PASSWORD, Clock, asking, form_token, led, log_in
from tests.central.said import words

NAME = "élise"
STEP = 30
"""Seconds of a code."""

WRONG = "12345"
"""Never a code: no draw may make it one."""


@pytest.fixture
def client(central: Central) -> Iterator[httpx.Client]:
    """A browser, and an administrator who never came in yet."""
    central.accounts.add(NAME, PASSWORD, Role.ADMINISTRATOR)
    with asking(central) as client:
        yield client


def send(client: httpx.Client, path: str, **form: str) -> httpx.Response:
    """Send the form of a page of the login."""
    return client.post(path, data={"_csrf_token": form_token(client.get(path).text), **form})


def shown_key(page: str) -> str:
    """Return the key that a page offers, as somebody types it into a telephone."""
    return "".join(re.findall(r"<span>([A-Z2-7]{4})</span>", page))


def protected(client: httpx.Client, clock: Clock) -> tuple[pyotp.TOTP, list[str]]:
    """Protect the account by the pages, and go out; return its telephone and its recovery codes."""
    log_in(client, NAME)
    telephone = pyotp.TOTP(shown_key(client.get("/entrer/proteger").text))
    done = led(client, send(client, "/entrer/proteger", code=telephone.at(clock.now)))
    assert done.status_code == 200
    client.cookies.delete("session")
    clock.now += STEP
    return telephone, re.findall(r"<code>([\w ]+)</code>", done.text)


def test_an_administrator_protects_the_account_before_coming_in(client: httpx.Client, clock: Clock) -> None:
    sent = log_in(client, NAME, suite="/postes")
    assert sent.headers["location"] == "/entrer/proteger?suite=/postes"
    # The password alone opens nothing.
    assert client.get("/").status_code == 303
    page = client.get(sent.headers["location"]).text
    key = shown_key(page)
    assert len(key) == 32
    assert shown_key(client.get("/entrer/proteger").text) == key
    assert "<svg" in page
    wrong = send(client, "/entrer/proteger", code=WRONG, suite="/postes")
    assert (wrong.status_code, client.get("/").status_code) == (403, 303)
    done = led(client, send(client, "/entrer/proteger", code=pyotp.TOTP(key).at(clock.now), suite="/postes"))
    assert len(re.findall("<code>", done.text)) == RECOVERY_CODES
    assert 'href="/postes"' in done.text
    assert client.get("/").status_code == 200
    # The session that was only half is over: its secret does not lead to the key any more.
    assert pending(client.cookies["session"]) != key


def test_afterwards_a_code_of_the_telephone_is_asked_for(client: httpx.Client, clock: Clock) -> None:
    telephone, _ = protected(client, clock)
    sent = log_in(client, NAME, suite="/postes")
    assert sent.headers["location"] == "/entrer/code?suite=/postes"
    assert client.get("/").status_code == 303
    halfway = client.cookies["session"]
    done = send(client, "/entrer/code", code=telephone.at(clock.now), suite="/postes")
    assert (done.status_code, done.headers["location"]) == (303, "/postes")
    assert client.cookies["session"] != halfway
    assert client.get("/").status_code == 200


def test_a_code_is_accepted_once(client: httpx.Client, central: Central, clock: Clock) -> None:
    telephone, _ = protected(client, clock)
    second = SecondFactor(central.store)
    code, earlier = telephone.at(clock.now), telephone.at(clock.now - STEP)
    assert second.check(NAME, code)
    assert not second.check(NAME, code)
    # Nor is one that came before it, which somebody may have read over a shoulder.
    assert earlier == telephone.at(clock.now + STEP) or not second.check(NAME, earlier)
    log_in(client, NAME)
    assert send(client, "/entrer/code", code=code).status_code == 403
    clock.now += STEP
    assert send(client, "/entrer/code", code=telephone.at(clock.now)).status_code == 303


@pytest.mark.parametrize(("off", "accepted"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_telephone_may_be_half_a_minute_off(
    client: httpx.Client, central: Central, clock: Clock, off: int, *, accepted: bool
) -> None:
    telephone, _ = protected(client, clock)
    clock.now += 10 * STEP
    code, good = telephone.at(clock.now + off * STEP), {telephone.at(clock.now + each * STEP) for each in (-1, 0, 1)}
    # Two codes of a million are the same once in a million.
    assert SecondFactor(central.store).check(NAME, code) is (accepted or code in good)


def test_without_the_telephone_a_code_of_the_paper_serves_once(client: httpx.Client, clock: Clock) -> None:
    _, [paper, other, *_] = protected(client, clock)
    log_in(client, NAME)
    assert send(client, "/entrer/code", code=paper.lower().replace(" ", "-")).status_code == 303
    client.cookies.delete("session")
    log_in(client, NAME)
    assert send(client, "/entrer/code", code=paper).status_code == 403
    assert send(client, "/entrer/code", code=other).status_code == 303


def test_codes_of_the_paper_are_of_one_account_and_are_kept_nowhere(
    client: httpx.Client, central: Central, clock: Clock
) -> None:
    _, papers = protected(client, clock)
    second = SecondFactor(central.store)
    second.take("financeur", pyotp.random_base32(), WRONG)
    assert not second.check("financeur", papers[0])
    assert not second.check("personne", papers[0])
    assert second.left(NAME) == RECOVERY_CODES
    kept = [bytes(row.lookup) for row in central.store.all(select(recovery_code.c.lookup))]
    assert all(paper.replace(" ", "").encode() not in b"".join(kept) for paper in papers)
    second.renew(NAME)
    assert not second.check(NAME, papers[0])


def test_ten_wrong_codes_close_the_door_to_the_right_one_too(client: httpx.Client, clock: Clock) -> None:
    telephone, _ = protected(client, clock)
    log_in(client, NAME)
    for _ in range(10):
        assert send(client, "/entrer/code", code=WRONG).status_code == 403
    closed = send(client, "/entrer/code", code=telephone.at(clock.now))
    assert closed.status_code == 429
    assert "Trop d’essais" in words(closed.text)
    # It is of this account alone.
    client.cookies.delete("session")
    assert log_in(client, "financeur").headers["location"] == "/"


def test_ten_wrong_codes_close_the_protection_too(client: httpx.Client) -> None:
    log_in(client, NAME)
    for _ in range(10):
        assert send(client, "/entrer/proteger", code=WRONG).status_code == 403
    assert send(client, "/entrer/proteger", code=WRONG).status_code == 429


def test_halfway_in_is_over_after_a_quarter_of_an_hour(client: httpx.Client, clock: Clock) -> None:
    telephone, _ = protected(client, clock)
    log_in(client, NAME)
    assert client.get("/entrer/code").status_code == 200
    token = form_token(client.get("/entrer/code").text)
    clock.now += 15 * 60
    for path in ("/entrer/code", "/entrer/proteger"):
        assert client.get(path).headers["location"] == "/entrer"
        sent = client.post(path, data={"_csrf_token": token, "code": telephone.at(clock.now)})
        assert sent.headers["location"] == "/entrer"
    assert client.get("/").status_code == 303


def test_the_pages_of_one_stage_are_closed_to_the_other(client: httpx.Client, clock: Clock) -> None:
    log_in(client, NAME)
    assert client.get("/entrer/code").headers["location"] == "/entrer"
    client.cookies.delete("session")
    protected(client, clock)
    log_in(client, NAME)
    # Whoever has the password alone may not put another telephone in the place of the owner's.
    assert client.get("/entrer/proteger").headers["location"] == "/entrer"


@pytest.mark.parametrize("role", Role)
def test_a_password_alone_opens_no_account_whatever_it_is_for(
    client: httpx.Client, central: Central, role: Role
) -> None:
    central.accounts.add("marion", PASSWORD, role, "asoft" if role is Role.ASSOCIATION else "")
    assert log_in(client, "marion").headers["location"] == "/entrer/proteger"
    assert client.get("/").status_code == 303


def test_an_account_of_before_is_asked_from_its_day_on(client: httpx.Client, central: Central, clock: Clock) -> None:
    central.store.write_local(account.update().where(account.c.name == NAME).values(code_due=clock.now + 1))
    assert log_in(client, NAME).headers["location"] == "/"
    clock.now += 1
    client.cookies.delete("session")
    assert log_in(client, NAME).headers["location"] == "/entrer/proteger"


def test_what_opens_a_session_is_kept_nowhere(client: httpx.Client, central: Central) -> None:
    log_in(client, "financeur")
    secret = client.cookies["session"]
    [row] = central.store.all(select(session))
    assert all(secret not in str(value) and secret.encode() not in bytes(str(value), "utf-8") for value in row)


def test_whoever_may_still_come_in_by_a_password_alone_is_told_until_when(
    client: httpx.Client, central: Central, clock: Clock
) -> None:
    central.store.write_local(account.update().where(account.c.name == NAME).values(code_due=clock.now + 86_400))
    log_in(client, NAME)
    assert "Protégez votre compte avant le 24 novembre 2026" in words(client.get("/comptes").text)
    assert "avant le" not in words(client.get("/compte").text)
    client.cookies.clear()
    log_in(client)
    assert "Protégez votre compte" not in client.get("/comptes").text
