"""An administrator who looks after devices, at a browser without a screen."""

from dataclasses import dataclass

import httpx

from kiosque.actions.network import network as setting
from kiosque.central.central import Central
from tests.central.house import Network, form_token, led
from tests.central.said import words


@dataclass
class Office:
    """An administrator at a browser without a screen, over the made-up network."""

    browser: httpx.Client
    central: Central
    network: Network

    @property
    def page(self) -> str:
        """The page of devices."""
        return self.browser.get("/postes").text

    def send(self, path: str = "/postes", **form: str | int) -> httpx.Response:
        """Send a form of the page of devices."""
        return led(self.browser, self.browser.post(path, data={"_csrf_token": form_token(self.page), **form}))

    def device(self, name: str = "Rémuzat") -> int:
        """The number of the device at that antenna."""
        return self.network.devices[name].device


def row_of(page: str, device: int) -> str:
    """Return what the page says on the line of a device."""
    return words("<body" + page.split(f'id="poste-{device}"')[1].split("</tr>", maxsplit=1)[0])


def filled(office: Office, **changed: str) -> dict[str, str]:
    """Return the form of an enrolment as it is filled in."""
    form = office.browser.get("/postes/inscrire").text
    animator = next(each for each in setting.animators(office.central.store) if each.given_name == "Élodie")
    antenna = str(office.network.antennas["Séderon"])
    chosen = {"antenna": antenna, "animator": str(animator.id), "address": "https://central.test", "by": "code"}
    return {"_csrf_token": form_token(form), **chosen, **changed}
