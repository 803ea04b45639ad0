"""The frozen program's own test: on a fresh folder, through the real window, up to somebody who is signed in."""

import json
from contextlib import closing
from datetime import date
from pathlib import Path

from nacl.utils import random

from kiosque.actions.network import network
from kiosque.bootstrap import kiosk, practice
from kiosque.db import folder
from kiosque.db.identity import Identity
from kiosque.sync import enrolment
from kiosque.sync.certificates import SEED_BYTES, public_of, sign_key
from kiosque.sync.enrolment import SECRET_BYTES
from kiosque.sync.installing import install
from kiosque.sync.post import Post
from kiosque.ui import app
from kiosque.ui.lanes import Lanes
from kiosque.ui.language import Language
from kiosque.ui.papers.keeping import keep
from kiosque.ui.papers.notice import Notice
from kiosque.ui.papers.printers import SystemPrinters
from kiosque.ui.robot import Robot

PASSPHRASE = "lavande olive tilleul picodon"  # noqa: S105 - of a folder that is thrown away
GIVEN_NAME = "Zéphirine"
"""Rare enough that its letters stand nowhere in the files by chance."""

REASON = "service"
NOWHERE = "http://127.0.0.1:9"
"""The discard port: the line never passes, as on most mornings."""

DEVICE = 12
PAPERS = "papers"


def run(at: Path) -> str:
    """Enrol a kiosk in the new folder ``at``, open it, receive somebody; return what was done, as JSON.

    Raises ``AssertionError`` when the window does not do what it is asked.
    """
    enrol(at)
    post = Post(at)
    app.application()
    lanes = Lanes()
    usual = kiosk.services(post, full_screen=False)
    window = app.open_window(usual, lanes)
    try:
        _receive(Robot(window))
        _print(at)
        practice.begin(at, usual).end()
    finally:
        window.close()
        lanes.close()
        post.close()
    return json.dumps({"passphrase": PASSPHRASE, "given_name": GIVEN_NAME, "reason": REASON})


def _print(at: Path) -> None:
    """Keep a paper as a file beside ``at``, and ask for printers: what draws and what prints has come along."""
    keep(Notice("Nyons", "Asoft", date(2026, 3, 2)), None, at.with_name(PAPERS))
    SystemPrinters().names()


def enrol(at: Path) -> None:
    """Settle a kiosk in the new folder ``at``: it knows of its antenna and its animator what a central says."""
    with closing(folder.new_central(at.with_name(f"{at.name}-central"))) as central:
        antenna = network.add_antenna(
            central, code="NYO", label="Nyons", form="seat", association="asoft", commune="26220"
        ).record
        animator = network.add_animator(central, given_name="Élodie", family_name="Brès", antenna=antenna).record
        root, key = random(SEED_BYTES), public_of(random(SEED_BYTES))
        identity = Identity(DEVICE, antenna, central.device, NOWHERE, secret=random(SECRET_BYTES), root=public_of(root))
        carried = enrolment.of(identity, animator, sign_key(root, 1, key))
        with closing(install(at, carried, PASSPHRASE)) as store:
            store.apply(central.entries(central.device))


def _receive(robot: Robot) -> None:
    """Unlock, open the permanence, and receive somebody who wants to be recognised."""
    robot.tap("animator")
    robot.fill("unlock.passphrase", PASSPHRASE)
    robot.tap("unlock.send")
    robot.tap("open.go")
    # The catalogues of languages ship too.
    robot.tap(Language.ENGLISH.own_name)
    robot.tap("counter.first")
    robot.tap(f"reason.{REASON}")
    robot.tap("counter.remember.yes")
    robot.fill("form.given_name", GIVEN_NAME)
    robot.tap("form.send")
    robot.tap("given.done")
    robot.wait_for("counter.home")
