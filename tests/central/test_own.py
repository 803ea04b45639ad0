"""One's own account: its password, its code, where it is logged in."""

import re
from collections.abc import Iterator

import httpx
import pyotp
import pytest

from kiosque.central.browsers import called
from kiosque.central.central import Central
from kiosque.central.sessions import A_WORKING_DAY, IDLE, SEEN_EVERY, Sessions, Stage
from tests.central.house import PASSWORD, Clock, asking, form_token, led, log_in
from tests.central.said import words
from tests.central.test_second_factor import WRONG, shown_key

OTHER = "le tilleul de Buis"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"


@pytest.fixture
def client(central: Central) -> Iterator[httpx.Client]:
    """A browser of somebody whom a password lets in."""
    with asking(central) as client:
        client.headers["user-agent"] = FIREFOX
        log_in(client, "financeur")
        yield client


def send(client: httpx.Client, path: str = "/compte", **form: str) -> httpx.Response:
    """Send a form of the page."""
    return led(client, client.post(path, data={"_csrf_token": form_token(client.get("/compte").text), **form}))


def test_a_password_is_changed_by_whoever_knows_it_and_other_browsers_are_out(
    client: httpx.Client, central: Central
) -> None:
    elsewhere = Sessions(central.store).begin("financeur", Stage.IN, "Edge, Windows")
    wrong = send(client, act="password", now="pas le bon mot", password=OTHER, again=OTHER)
    assert (wrong.status_code, central.accounts.verify("financeur", PASSWORD) is None) == (409, False)
    assert send(client, act="password", now=PASSWORD, password=OTHER, again="x").status_code == 409
    assert send(client, act="password", now=PASSWORD, password="court", again="court").status_code == 409
    assert Sessions(central.store).find(elsewhere)
    before = client.cookies["session"]
    done = send(client, act="password", now=PASSWORD, password=OTHER, again=OTHER)
    assert "Votre mot de passe est changé" in words(done.text)
    assert central.accounts.verify("financeur", OTHER)
    assert Sessions(central.store).find(elsewhere) is None
    # This one goes on under another secret.
    assert client.cookies["session"] != before
    assert client.get("/compte").status_code == 200


def test_wrong_passwords_are_counted_there_too(client: httpx.Client) -> None:
    for _ in range(10):
        assert send(client, act="password", now="pas le bon mot").status_code == 409
    assert "Trop d’essais" in words(send(client, act="password", now=PASSWORD, password=OTHER, again=OTHER).text)


def test_anybody_may_protect_their_account_and_change_the_telephone(client: httpx.Client, clock: Clock) -> None:
    page = client.get("/compte/code").text
    telephone = pyotp.TOTP(shown_key(page))
    assert send(client, "/compte/code", code=telephone.at(clock.now), now="pas le bon mot").status_code == 409
    assert send(client, "/compte/code", code=WRONG, now=PASSWORD).status_code == 409
    before = client.cookies["session"]
    done = send(client, "/compte/code", code=telephone.at(clock.now), now=PASSWORD)
    assert len(re.findall("<code>", done.text)) == 8
    assert client.cookies["session"] != before
    assert "Un code est demandé à chaque entrée" in words(client.get("/compte").text)
    other = pyotp.TOTP(shown_key(client.get("/compte/code").text))
    assert other.secret != telephone.secret
    clock.now += 60
    send(client, "/compte/code", code=other.at(clock.now), now=PASSWORD)
    client.cookies.clear()
    assert log_in(client, "financeur").headers["location"] == "/entrer/code"


def test_codes_on_paper_are_drawn_again_for_whoever_knows_the_password(client: httpx.Client, clock: Clock) -> None:
    assert send(client, act="renew", now=PASSWORD).status_code == 409
    telephone = pyotp.TOTP(shown_key(client.get("/compte/code").text))
    first = re.findall("<code>([^<]+)", send(client, "/compte/code", code=telephone.at(clock.now), now=PASSWORD).text)
    assert send(client, act="renew", now="pas le bon mot").status_code == 409
    again = re.findall("<code>([^<]+)", send(client, act="renew", now=PASSWORD).text)
    assert len({*first, *again}) == 16


def test_where_one_is_logged_in_is_shown_and_ended(client: httpx.Client, central: Central) -> None:
    sessions = Sessions(central.store)
    edge, phone = (sessions.begin("financeur", Stage.IN, name) for name in ("Edge, Windows", "Chrome, Android"))
    of_another = sessions.begin("coordination", Stage.IN, "Firefox, Linux")
    page = words(client.get("/compte").text)
    assert "Firefox, Windows cet appareil" in page
    assert "Edge, Windows" in page
    assert "Firefox, Linux" not in page
    lookup = next(each.lookup for each in sessions.of("financeur") if each.browser == "Edge, Windows")
    send(client, act="end", session=lookup.hex())
    assert sessions.find(edge) is None
    foreign = sessions.of("coordination")[0].lookup
    send(client, act="end", session=foreign.hex())
    send(client, act="others")
    assert sessions.find(phone) is None
    assert sessions.find(of_another)
    assert client.get("/compte").status_code == 200
    assert send(client, act="end", session="zz").status_code == 409
    assert send(client, act="explode").status_code == 409


def test_a_session_ends_with_the_day_and_when_nothing_is_opened(central: Central, clock: Clock) -> None:
    sessions = Sessions(central.store)
    quiet, busy = (sessions.begin("financeur", Stage.IN, "x") for _ in range(2))
    begun = clock.now
    while clock.now < begun + A_WORKING_DAY - 1:
        assert sessions.find(busy)
        clock.now = min(clock.now + IDLE - 1, begun + A_WORKING_DAY - 1)
    assert sessions.find(quiet) is None
    assert sessions.find(busy)
    clock.now += 1
    assert sessions.find(busy) is None
    assert sessions.of("financeur") == ()
    # What is over is forgotten at the next login.
    sessions.begin("financeur", Stage.IN, "x")
    clock.now = begun
    assert len(sessions.of("financeur")) == 1


def test_a_sign_of_life_is_written_down_once_in_a_while(central: Central, clock: Clock) -> None:
    sessions = Sessions(central.store)
    secret, begun = sessions.begin("financeur", Stage.IN, "x"), clock.now
    clock.now += SEEN_EVERY - 1
    sessions.find(secret)
    assert sessions.of("financeur")[0].seen_at == begun
    clock.now += 1
    sessions.find(secret)
    assert sessions.of("financeur")[0].seen_at == clock.now


def test_sessions_outlive_a_restart(client: httpx.Client, central: Central) -> None:
    with asking(central) as again:
        again.cookies.set("session", client.cookies["session"], domain="kiosque.local")
        assert again.get("/compte").status_code == 200


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (FIREFOX, "Firefox, Windows"),
        ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36", "Chrome, Android"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0", "Edge, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1", "Safari, iPhone"),
        ("curl/8", "un navigateur"),
    ],
    ids=["Firefox", "Chrome", "Edge", "Safari", "curl"],
)
def test_a_browser_is_called_as_people_call_it(agent: str, name: str) -> None:
    assert called(agent) == name
