"""The demonstration: days played without a screen, or an antenna to try by hand, with its central beside it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kiosque.bootstrap import kiosk
from kiosque.demo import hands_on, promises, run
from kiosque.demo.run import Play
from kiosque.demo.spaces import spaces
from kiosque.domain.errors import KnownError
from kiosque.domain.french import plural

if TYPE_CHECKING:
    from kiosque.demo.ledger import Ledger

Say = Callable[[str], None]

LINKS = {
    "direct": "sans limite",
    "rural": "à 128 et 512 kbit/s, 300 ms aller et retour, un paquet perdu sur cent, en temps réel",
}

FAULTS = {
    "cuts": "coupures au milieu d’un échange",
    "lost_replies": "réponses perdues",
    "dead_lines": "lignes mortes pendant deux semaines",
    "sticks": "envois par clé USB",
    "clones": "disque copié, reconnu et renuméroté",
    "replaced": "poste perdu et remplacé",
    "wrong_clocks": "horloges fausses",
    "busy": "réponses «\u00a0revenez plus tard\u00a0» du central",
    "central_killed": "central tué en plein travail, puis relancé",
}
"""In words, in the order in which they are told."""


class Unsound(KnownError):
    """Something was lost, doubled or counted otherwise."""


class Missed(KnownError):
    """A year that must keep what was promised to funders does not."""


def play(at: Path, what: Play, *, as_json: bool, say: Say) -> None:
    """Play days at some antennas in the folder ``at``, and say what they left. Raises ``KnownError``."""
    ledger = run.run(at, what, progress=True)
    promised = promises.promised(what.antennas, what.days)
    short = promises.missed(ledger, spaces()[: what.antennas]) if promised else ()
    for line in _told(ledger):
        say(line)
    if promised and not short:
        say("Tout ce qui a été promis aux financeurs est tenu.")
    for name, where in (("images", "screenshots"), ("fichiers tirés", "pulled"), ("bases", "central")):
        say(f"Les {name} : {at.absolute() / where}")
    if as_json:
        say(run.as_json(ledger))
    if not ledger.sound:
        raise Unsound("Quelque chose est perdu, en double ou compté autrement\xa0: c’est un défaut de Kiosque.")
    if short:
        raise Missed("Ce qui a été promis n’est pas tenu. {short}.", short="\u202f; ".join(short))


def _told(ledger: "Ledger") -> Iterator[str]:
    """Give the ledger in words."""
    yield (
        f"{plural(ledger.antennas, 'antenne', 'antennes')}\xa0: "
        f"{plural(ledger.permanences, 'permanence', 'permanences')}, {plural(ledger.visits, 'passage', 'passages')}, "
        f"{plural(ledger.interventions, 'intervention', 'interventions')}, "
        f"{plural(ledger.workshops, 'atelier', 'ateliers')}."
    )
    seen = plural(ledger.visitors, "fiche de visiteur", "fiches de visiteurs")
    homes = plural(ledger.households, "foyer", "foyers")
    yield f"{seen}\xa0; {plural(ledger.people, 'personne venue', 'personnes venues')}, de {homes}."
    yield f"Écritures des postes : {ledger.entries_kiosk} ; reçues au central : {ledger.entries_central}."
    equal = "égaux" if ledger.heads_equal else "DIFFÉRENTS"
    yield f"Les journaux et les flux des postes et du central sont {equal}."
    yield f"En double : {ledger.doubled}. Manquant : {ledger.missing}."
    alike = "égaux" if ledger.alike else "DIFFÉRENTS"
    yield f"Totaux du journal, des tables, des pages de la coordination et des fichiers tirés\xa0: {alike}."
    yield f"Par la ligne : {ledger.bytes_up} octets montés, {ledger.bytes_down} descendus, {LINKS[ledger.link]}."
    for name, words in FAULTS.items():
        if ledger.faults.get(name):
            yield f"{ledger.faults[name]:>6}  {words}"


def show(at: Path, *, seed: int, say: Say) -> int:
    """Open the kiosk of Nyons on the screen, over its own central; return the exit status. Raises ``KnownError``.

    The folder is kept: started again, the demonstration goes on where it was.
    """
    with hands_on.antenna(at, seed) as stage:
        say(f"La page de la coordination : {stage.address}")
        say(f"Compte : {stage.account} — mot de passe : {stage.password}")
        say(f"Phrase secrète de l’animatrice : {stage.passphrase}")
        return kiosk.show(stage.kiosk, full_screen=False)
