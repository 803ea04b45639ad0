"""What the tests of the central share: a clock, a server that really runs, a form that is really sent."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from random import Random

import httpx
from argon2 import PasswordHasher
from litestar.testing import TestClient

from kiosque.central.app import make_app
from kiosque.central.central import Central
from kiosque.central.server import Server, listen
from kiosque.db.feeds import NETWORK
from kiosque.db.store import Store
from kiosque.domain.french import PARIS
from kiosque.domain.records import PERMANENCE, VISIT
from kiosque.sync.device_end import DeviceEnd, Taken
from kiosque.sync.enrolment import Enrolment
from tests.stores import enrolled

PASSWORD = "la lavande de Nyons"
QUICK = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
"""A password is stretched to its full cost in test_accounts; elsewhere it would be most of the time of the suite."""
PLAIN = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""What the loopback is asked with, in plain HTTP: to read whom all the world trusts takes 20 ms of each client."""
PATIENT = 60
"""Seconds that an answer is given: on a machine that does much else, a first page with its charts takes long."""
TODAY = date(2026, 11, 23)
SEE_OTHER = 303


def at(day: int, hour: int, minute: int = 0) -> int:
    """Return a local time of November 2026 in UTC seconds."""
    return int(datetime(2026, 11, day, hour, minute, tzinfo=PARIS).timestamp())


@dataclass
class Clock:
    """Time that passes when a test says so."""

    now: int = at(23, 14, 40)

    def __call__(self) -> int:
        return self.now


@contextmanager
def serving(central: Central) -> Iterator[str]:
    """Serve ``central`` on a free port of the loopback, and give its address."""
    up, address = threading.Event(), ""

    def ready(bound: str) -> None:
        nonlocal address
        address = bound
        up.set()

    with listen("127.0.0.1", 0) as listening:
        server = Server(make_app(central), ready)
        thread = threading.Thread(target=server.run, args=([listening],), name="central")
        thread.start()
        try:
            assert up.wait(30)
            yield address
        finally:
            server.stop()
            thread.join(30)


def log_in(
    browser: httpx.Client, name: str = "coordination", password: str = PASSWORD, suite: str = "/"
) -> httpx.Response:
    """Fill in the login form and send it."""
    token = form_token(browser.get("/entrer").text)
    return browser.post("/entrer", data={"name": name, "password": password, "suite": suite, "_csrf_token": token})


def led(browser: httpx.Client, answer: httpx.Response) -> httpx.Response:
    """Return the page that an answer leads to, which a browser asks for at once; of one that leads nowhere, itself."""
    return browser.get(answer.headers["location"]) if answer.status_code == SEE_OTHER else answer


@contextmanager
def asking(central: Central) -> Iterator[httpx.Client]:
    """Give a browser without a screen that asks the program without a socket, and follows no redirection."""
    with TestClient(make_app(central), base_url="http://kiosque.local") as client:
        client.follow_redirects = False
        yield client


def form_token(page: str) -> str:
    """Return the token of the first form of a page."""
    return page.split('name="_csrf_token" value="')[1].split('"', maxsplit=1)[0]


@dataclass
class Network:
    """What was made up: antennas by name, devices by antenna's name."""

    antennas: dict[str, int] = field(default_factory=dict)
    devices: dict[str, Enrolment] = field(default_factory=dict)


class Kiosk:
    """A device: its own store, and what carries its bytes."""

    def __init__(self, folder: Path, carried: Enrolment, clock: Clock) -> None:
        self.store = enrolled(folder / f"{carried.device}.db", carried, clock)
        self.end = DeviceEnd(self.store, "test")
        self._line = httpx.Client(verify=PLAIN, timeout=PATIENT)

    def visits(self, count: int) -> None:
        """Open a permanence and count visits."""
        drawn = Random(count)
        with self.store.writing() as writer:
            held = writer.record(PERMANENCE, antenna=self.store.identity.antenna, times=(at(23, 9), None))
            for _ in range(count):
                # Nothing that compresses away: the body has to be long.
                writer.record(VISIT, permanence=held, times=(at(23, 10) + drawn.randrange(10_000), None))

    def send(self, address: str, body: bytes | Iterator[bytes]) -> httpx.Response:
        """Send the bytes of a request."""
        return self._line.post(f"{address}/exchange", content=body)

    def close(self) -> None:
        """Close the line and the store."""
        self._line.close()
        self.store.close()

    def round(self, address: str) -> Taken:
        """Make one whole round."""
        response = self.send(address, self.end.request())
        assert response.status_code == 200, response.text
        return self.end.take([response.content])


def heads(store: Store, *devices: int) -> list[tuple[int, bytes]]:
    return [(store.head(device).number, store.head(device).digest) for device in devices]


def equal(kiosk: Kiosk, central: Central) -> bool:
    """Whether both ends hold the same of the kiosk's journal, and of its two feeds."""
    feeds = (NETWORK, kiosk.store.identity.antenna)
    device = kiosk.store.device
    return heads(central.store, device) == heads(kiosk.store, device) and all(
        central.store.feed_head(feed) == kiosk.store.feed_head(feed) for feed in feeds
    )
