"""A process to be killed: the real window, with people who sign in without a name, one after another.

    python -m tests.faults.hands FOLDER [FAULT]

It prints one line each time the screen has thanked somebody. FAULT plants what the harness must catch: "early" says so
before the reason is given, and nobody gives any.
"""

import sys
from pathlib import Path

from kiosque.bootstrap import kiosk
from kiosque.sync.post import Post
from kiosque.ui import app
from kiosque.ui.lanes import Lanes
from kiosque.ui.robot import Robot
from tests.faults.writer import PASSPHRASE

THANKED = "thanked"


def main(at: Path, *, early: bool) -> None:
    """Open the permanence, or find it open, and receive people until killed."""
    post = Post(at)
    app.application()
    robot = Robot(app.open_window(kiosk.services(post, full_screen=False), Lanes()))
    robot.tap("animator")
    robot.fill("unlock.passphrase", PASSPHRASE)
    robot.tap("unlock.send")
    robot.wait_for(lambda: robot.has("open.go") or robot.has("desk.counter"))
    robot.tap("open.go" if robot.has("open.go") else "desk.counter")
    while True:
        robot.tap("counter.unnamed")
        if not early:
            robot.tap("reason.service")
            robot.find("message.done")
        sys.stdout.write(f"{THANKED}\n")
        sys.stdout.flush()
        robot.tap("back" if early else "message.done")


if __name__ == "__main__":
    main(Path(sys.argv[1]), early="early" in sys.argv[2:])
