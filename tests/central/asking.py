"""A browser without a screen, logged in at an application without a socket; and what a page says."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from litestar.testing import TestClient

from kiosque.central.app import make_app
from kiosque.central.central import Central
from tests.central.house import log_in


@contextmanager
def asking(central: Central, account: str = "coordination") -> Iterator[httpx.Client]:
    """Give a browser without a screen, logged in."""
    with TestClient(make_app(central), base_url="http://kiosque.local") as client:
        client.follow_redirects = False
        log_in(client, account)
        yield client


def words(page: str) -> str:
    """Return what a page says below its banner, tags and repeated spaces aside."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page.partition("<main")[2]))


def read_on(client: httpx.Client, path: str) -> str:
    """Ask for a page whose form corrects something, and return what the form says was read."""
    return client.get(path).text.split('name="read" value="')[1].partition('"')[0]


def post(client: httpx.Client, path: str, **fields: Any) -> httpx.Response:  # noqa: ANN401 - what a form holds
    """Send a form, with the token of whoever is logged in."""
    return client.post(path, data=fields, headers={"x-csrftoken": client.cookies.get("csrftoken") or ""})
