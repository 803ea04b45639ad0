"""The demonstration: a day played without a screen, or an antenna to try by hand, with its central beside it."""

from collections.abc import Callable
from pathlib import Path

from kiosque.bootstrap import kiosk
from kiosque.demo import hands_on, run

Say = Callable[[str], None]


def play(at: Path, *, antennas: int, days: int, seed: int, as_json: bool, say: Say) -> None:
    """Play days at some antennas in the folder ``at``, and say what they left. Raises ``KnownError``."""
    ledger = run.run(antennas, days, seed, at, progress=not as_json)
    if as_json:
        say(run.as_json(ledger))
        return
    say(f"{ledger.permanences} permanences, {ledger.visits} passages, {ledger.interventions} interventions.")
    say(f"Les journaux des antennes et du central sont {'égaux' if ledger.heads_equal else 'DIFFÉRENTS'}.")
    for what, where in (("images", "screenshots"), ("fichiers tirés", "pulled"), ("bases", "central")):
        say(f"Les {what} : {at.absolute() / where}")


def show(at: Path, *, seed: int, say: Say) -> int:
    """Open the kiosk of Nyons on the screen, over its own central; return the exit status. Raises ``KnownError``.

    The folder is kept: started again, the demonstration goes on where it was.
    """
    with hands_on.antenna(at, seed) as stage:
        say(f"La page de la coordination : {stage.address}")
        say(f"Compte : {stage.account} — mot de passe : {stage.password}")
        say(f"Phrase secrète de l’animatrice : {stage.passphrase}")
        return kiosk.show(stage.kiosk, full_screen=False)
