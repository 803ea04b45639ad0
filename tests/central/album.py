"""Take the pictures of headquarters' pages in the guide, over the central of a demonstration.

    kiosque demo --headless --antennas 16 --days 30 --seed 3 --dir DIR
    python -m tests.central.album DIR/central docs/guide/images

It works on a copy, as an administrator of whom no code is asked.
"""

import argparse
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, ViewportSize, sync_playwright

from kiosque.actions.network import objectives
from kiosque.bootstrap.central import opened
from kiosque.central import watching
from kiosque.central.accounts import NEVER, Accounts, Role
from kiosque.central.central import Central
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.reports.objectives import versions
from tests.central.browser import ARGUMENTS, CHROMIUM
from tests.central.house import PASSWORD, QUICK, serving

WHO = "marion"
SIZE = ViewportSize(width=1280, height=900)
MONTH = timedelta(days=30)
PICTURES = {
    "objectifs": "/?periode=30",
    "antennes": "/antennes?periode=30",
    "regarder": "/a-regarder",
    "circuit": "/circuit",
    "equipe": "/animateurs?periode=30",
    "donnees": "/donnees",
    "postes": "/postes",
    "comptes": "/nouveau-compte",
}
"""Each picture, and the page that it is of."""


def file_of(picture: str) -> str:
    """Return the name of the file of a picture."""
    return f"siege.{picture}.png"


def take(at: Path, to: Path) -> None:
    """Take every picture over a copy of the central in the folder ``at``."""
    with TemporaryDirectory() as scratch:
        copy = shutil.copytree(at, Path(scratch) / "central")
        with opened(copy) as store, sync_playwright() as playwright:
            _promise(store)
            watching.catch_up(store)
            central = replace(Central.over(store), accounts=Accounts(store, QUICK))
            central.accounts.add(WHO, PASSWORD, Role.ADMINISTRATOR, code_due=NEVER)
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
            with serving(central) as address:
                page = browser.new_page(base_url=address, viewport=SIZE, locale="fr-FR", color_scheme="light")
                _enter(page)
                for picture, path in PICTURES.items():
                    page.goto(path, wait_until="networkidle")
                    page.screenshot(path=to / file_of(picture))
            browser.close()
            central.close()


def _promise(store: Store) -> None:
    """Set what funders were promised, as headquarters does first of all."""
    with store.reading() as connection:
        if any(versions(connection).values()):
            return
    today = local(store.now()).date()
    objectives.promise(store, first=today - MONTH, last=today + 11 * MONTH)


def _enter(page: Page) -> None:
    page.goto("/entrer")
    page.get_by_label("Nom du compte").fill(WHO)
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Entrer").click()
    page.wait_for_url("**/")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("central", type=Path, help="the folder of a central")
    parser.add_argument("images", type=Path, help="where the pictures go")
    asked = parser.parse_args()
    take(asked.central, asked.images)
