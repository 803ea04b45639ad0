"""Somebody of headquarters who is logged in, without a socket and without a browser."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from litestar.testing import TestClient

from kiosque.central.app import make_app
from kiosque.central.central import Central
from tests.central.house import PASSWORD, form_token

LED = 303
"""What is done leads to a page."""

_READ = re.compile(r'<input type="hidden" name="(read|figures)" value="([^"]*)"')
"""What a form says of what was read before it was filled in: the same in each form of a page."""


class Inside:
    """Asks for pages, and sends their forms."""

    def __init__(self, client: "TestClient[Any]") -> None:
        self._client = client
        self._token = form_token(client.get("/").text)
        self._read: dict[str, dict[str, str]] = {}

    def get(self, path: str, status: int = 200) -> str:
        """Return a page, which must have that status."""
        response = self._client.get(path, follow_redirects=False)
        assert response.status_code == status, (path, response.status_code, response.text[:300])
        self._shown(path, response.text)
        return response.text

    def post(self, path: str, status: int = 303, **form: str) -> str:
        """Send a form to ``path`` and return the page that comes: that to which what is done leads, or a refusal's."""
        return self.send(path, form, status)

    def send(self, path: str, form: dict[str, str], status: int = 303) -> str:
        """Do the same with a form whose fields may be called anything."""
        response = self.answer(path, form)
        assert response.status_code == status, (path, response.status_code, response.text[:300])
        return self.get(response.headers["location"]) if status == LED else response.text

    def answer(self, path: str, form: dict[str, str]) -> httpx.Response:
        """Send a form to ``path`` and return the answer to it."""
        sent = {**self._read.get(path, {}), **form, "_csrf_token": self._token}
        answer = self._client.post(path, data=sent, follow_redirects=False)
        if answer.status_code != LED:
            self._shown(path, answer.text)
        return answer

    def _shown(self, path: str, page: str) -> None:
        # As a browser does: what its page holds unseen is sent with what is typed.
        self._read[re.split("[?#]", path)[0]] = dict(_READ.findall(page))


@contextmanager
def inside_of(central: Central, name: str = "coordination") -> Iterator[Inside]:
    """Log somebody in."""
    with TestClient(make_app(central)) as client:
        token = form_token(client.get("/entrer").text)
        form = {"name": name, "password": PASSWORD, "suite": "/", "_csrf_token": token}
        entered = client.post("/entrer", data=form, follow_redirects=False)
        assert entered.status_code == 303, entered.text[:300]
        yield Inside(client)
