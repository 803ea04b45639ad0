"""Looking after accounts, on their pages and beneath."""

import html
import re
from collections.abc import Iterator

import httpx
import pytest

from kiosque.central import directory
from kiosque.central.accounts import Accounts, Role
from kiosque.central.central import Central
from kiosque.central.directory import INVITED_FOR, LastAdministrator, UnknownAccount
from kiosque.central.passwords import RefusedAccount
from kiosque.central.second_factor import SecondFactor
from kiosque.central.sessions import Sessions, Stage
from kiosque.db.account_tables import account
from tests.central.house import PASSWORD, QUICK, Clock, asking, form_token, led, log_in
from tests.central.said import words

OTHER = "le tilleul de Buis"


@pytest.fixture
def client(central: Central) -> Iterator[httpx.Client]:
    """A browser of an administrator."""
    with asking(central) as client:
        log_in(client)
        yield client


def send(client: httpx.Client, path: str, **form: str) -> httpx.Response:
    """Send a form of a page."""
    return led(client, client.post(path, data={"_csrf_token": form_token(client.get("/compte").text), **form}))


def link_of(page: httpx.Response) -> str:
    """Return the path of the link that a page shows."""
    [link] = re.findall(r"<code>http://kiosque\.local(/invitation/[\w-]+)</code>", html.unescape(page.text))
    return str(link)


def test_an_account_is_made_and_its_owner_chooses_a_password(client: httpx.Client, central: Central) -> None:
    made = send(client, "/nouveau-compte", name="Marion", role="association", association="asoft")
    assert made.status_code == 200
    link = link_of(made)
    # Nothing opens it before.
    assert central.accounts.verify("marion", "") is None
    assert "attend son mot de passe" in words(client.get("/comptes").text)
    client.cookies.clear()
    page = client.get(link)
    assert "votre compte, marion" in words(page.text)
    # A form that is too old is given anew.
    assert client.post(link, data={"_csrf_token": "0" * 128}).headers["location"] == link
    page = client.get(link)
    token = form_token(page.text)
    for wrong in ({"password": OTHER, "again": OTHER + "!"}, {"password": "court", "again": "court"}):
        assert client.post(link, data={"_csrf_token": token, **wrong}).status_code == 409
    done = client.post(link, data={"_csrf_token": token, "password": OTHER, "again": OTHER})
    # A code of the telephone is asked for at once.
    assert (done.status_code, done.headers["location"]) == (303, "/entrer/proteger")
    assert client.get("/").status_code == 303
    # The link has served.
    assert client.get(link).status_code == 404
    assert client.post(link, data={"_csrf_token": token, "password": OTHER, "again": OTHER}).status_code == 404
    assert central.accounts.verify("marion", OTHER)


def test_a_link_serves_for_three_days_and_a_new_one_replaces_it(central: Central, clock: Clock) -> None:
    store, accounts = central.store, central.accounts
    _, first = directory.create(store, accounts, "marion", Role.FIGURES, "")
    second = directory.let_in_again(store, accounts, "marion")
    assert directory.accept(store, accounts, first, OTHER) is None
    clock.now += INVITED_FOR
    assert directory.accept(store, accounts, second, OTHER) is None
    assert directory.invited(store, "x") is None
    third = directory.let_in_again(store, accounts, "marion")
    assert directory.accept(store, accounts, third, OTHER) == central.accounts.find("marion")


def test_guessing_links_is_slowed_down(central: Central) -> None:
    with asking(central) as client:
        statuses = [client.get(f"/invitation/{number}").status_code for number in range(31)]
    assert statuses == [404] * 30 + [429]


@pytest.mark.parametrize(
    "form",
    [
        {"name": "", "role": "figures"},
        {"name": "a/b", "role": "figures"},
        {"name": "..", "role": "figures"},
        {"name": "Coordination", "role": "figures"},
        {"name": "marion", "role": "association"},
        {"name": "marion", "role": "emperor"},
        {"name": "marion"},
    ],
    ids=str,
)
def test_what_is_no_account_is_refused_and_what_was_typed_stays(client: httpx.Client, form: dict[str, str]) -> None:
    refused = send(client, "/nouveau-compte", **form)
    assert refused.status_code == 409
    assert f'value="{form["name"]}"' in refused.text
    assert "marion" not in client.get("/comptes").text


def test_a_forgotten_password_lets_nobody_in_until_another_is_chosen(client: httpx.Client, central: Central) -> None:
    secret = Sessions(central.store).begin("financeur", Stage.IN, "Firefox, Windows")
    link = link_of(send(client, "/comptes/financeur", act="invite"))
    assert central.accounts.verify("financeur", PASSWORD) is None
    assert Sessions(central.store).find(secret) is None
    assert client.get(link).status_code == 200


def test_a_lost_telephone_is_forgotten(client: httpx.Client, central: Central) -> None:
    store = central.store
    assert "Téléphone perdu" not in client.get("/comptes/protection").text
    store.write_local(account.update().values(secret="A" * 32).where(account.c.name == "protection"))
    SecondFactor(store).renew("protection")
    assert "Téléphone perdu" in client.get("/comptes/protection").text
    assert "C’est fait" in words(send(client, "/comptes/protection", act="code").text)
    assert SecondFactor(store).left("protection") == 0
    client.cookies.clear()
    assert log_in(client, "protection").headers["location"] == "/entrer/proteger"


def test_a_role_changes_from_the_next_page_on(client: httpx.Client, central: Central) -> None:
    with asking(central) as other:
        log_in(other, "financeur")
        assert other.get("/journal-des-exports").status_code == 403
        changed = send(client, "/comptes/financeur", act="role", role="data_protection")
        assert "C’est changé" in words(changed.text)
        assert other.get("/journal-des-exports").status_code == 200
        refused = send(client, "/comptes/financeur", act="role", role="association", association="ailleurs")
        assert refused.status_code == 409
        assert other.get("/journal-des-exports").status_code == 200


def test_a_closed_account_opens_nothing_and_may_be_opened_again(client: httpx.Client, central: Central) -> None:
    with asking(central) as other:
        log_in(other, "financeur")
        assert "n’ouvre plus rien" in words(send(client, "/comptes/financeur", act="close").text)
        assert other.get("/").status_code == 303
        assert log_in(other, "financeur").status_code == 403
        assert "fermé aujourd’hui" in words(client.get("/comptes").text)
        assert "sert à nouveau" in words(send(client, "/comptes/financeur", act="reopen").text)
        assert log_in(other, "financeur").status_code == 303


def test_nobody_changes_their_own_account_here_nor_the_last_administrator_s(
    client: httpx.Client, central: Central
) -> None:
    for act in ("close", "role", "code", "invite"):
        assert send(client, "/comptes/coordination", act=act, role="figures").status_code == 409
    store = central.store
    with pytest.raises(LastAdministrator):
        directory.close(store, "coordination")
    with pytest.raises(LastAdministrator):
        directory.change_role(store, "coordination", Role.FIGURES, "")
    # One who never chose a password could not let anybody in.
    directory.create(store, central.accounts, "élise", Role.ADMINISTRATOR, "")
    with pytest.raises(LastAdministrator):
        directory.close(store, "coordination")
    central.accounts.choose_password("élise", OTHER)
    directory.change_role(store, "coordination", Role.FIGURES, "")
    with pytest.raises(LastAdministrator):
        directory.close(store, "élise")
    assert client.get("/comptes").status_code == 403


def test_what_no_form_asks_changes_nothing(client: httpx.Client) -> None:
    assert send(client, "/comptes/financeur", act="promote").status_code == 409
    assert send(client, "/comptes/personne", act="close").status_code == 404
    assert client.get("/comptes/personne").status_code == 404


def test_the_command_line_lets_somebody_in_again(central: Central) -> None:
    store, accounts = central.store, Accounts(central.store, QUICK)
    directory.change_password(store, accounts, "financeur", OTHER)
    assert accounts.verify("financeur", OTHER)
    for act in (directory.forget_code, directory.close, directory.reopen):
        with pytest.raises(UnknownAccount):
            act(store, "personne")
    with pytest.raises(RefusedAccount):
        directory.change_password(store, accounts, "financeur", "court")
