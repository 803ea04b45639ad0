"""What is pictured of the first start and of the counter, in the order in which one meets it."""

from collections.abc import Sequence

from kiosque.actions.visitors.visits import SignedIn
from kiosque.actions.workshops.signing_up import SignedUp as Kept
from kiosque.demo.album.morning import MONDAY_9_H, PICTURES, Morning, When
from kiosque.demo.album.view import View
from kiosque.sync.certificates import HeadquartersKey
from kiosque.sync.enrolment import Enrolment, Opener
from kiosque.ui import places
from kiosque.ui.places import Place
from kiosque.ui.robot import Robot

CARD = "7K2M9XQP3V5RTBN8H"
"""Of nobody: every picture of a card shows the same."""


def _form(robot: Robot) -> None:
    robot.fill("form.given_name", "Églantine")
    robot.fill("form.commune", "vent")


def _typed_wrong(robot: Robot) -> None:
    robot.fill("card.code", "7K2M 9XQ")
    robot.tap("card.send")


def _who(of: Morning) -> Place:
    """Return the place of an enrolment that nobody signed: it is only looked at."""
    names = ("Élodie Brès", "Anaïs Chauvet", "Marie-Antoinette de La Rochefoucauld-Montbel")
    openers = tuple(Opener(of.animator + each, name) for each, name in enumerate(names))
    nothing = bytes(32)
    key = HeadquartersKey(1, nothing, bytes(64))
    told = Enrolment(2, 12, 1, 7, "https://central.exemple.fr", nothing, of.animator, nothing, key, "Nyons", openers)
    return places.Who(told, by_stick=False)


def _given(of: Morning) -> places.Given:
    return places.Given("Élisabeth", CARD, of.visitor, done=frozenset({"pictures"}))


def _signed(of: Morning) -> SignedIn:
    if of.welcome is None:
        message = "nobody has come yet"
        raise RuntimeError(message)
    return of.welcome


def _member(robot: Robot) -> None:
    robot.fill("member.given_name", "Léo")
    robot.tap("member.age.moins_de_douze")


def _by_name(robot: Robot) -> None:
    robot.fill("by_name.given_name", "Élisabeth")
    robot.fill("by_name.family_name", "Brès")


def _waits(of: Morning) -> Kept:
    return Kept(of.registration, (), MONDAY_9_H, 2, reachable=True, starts_at=MONDAY_9_H, title="Classer ses photos")


def _household(robot: Robot) -> None:
    for name in [name for name in robot.names() if name.startswith("household.") and name[10:].isdigit()][-2:]:
        robot.tap(name)


COUNTER: dict[type[Place], Sequence[View]] = {
    places.Start: (View("Le premier démarrage", lambda _: places.Start(), when=When.BEFORE),),
    places.ByCode: (View("Inscrire le poste par un code", lambda _: places.ByCode(), when=When.BEFORE),),
    places.ByStick: (View("Inscrire le poste par une clé USB", lambda _: places.ByStick(), when=When.BEFORE),),
    places.Who: (View("Qui ouvrira ce poste", _who, when=When.BEFORE),),
    places.Ready: (
        View(
            "Le poste est inscrit",
            lambda _: places.Ready("Élodie Brès", "Nyons", by_stick=False),
            when=When.BEFORE,
        ),
    ),
    places.Closed: (View("Avant l’ouverture", lambda _: places.Closed(), when=When.BEFORE),),
    places.Unlock: (View("L’animatrice ou l’animateur ouvre", lambda _: places.Unlock(), when=When.BEFORE),),
    places.Recover: (View("Avec le code de secours", lambda _: places.Recover(), when=When.BEFORE),),
    places.Today: (View("Quand l’horloge du poste est douteuse", lambda _: places.Today(), when=When.BEFORE),),
    places.Mend: (View("Quand l’horloge était fausse", lambda _: places.Mend(), when=When.ASTRAY),),
    places.Open: (View("Ouvrir la permanence", lambda _: places.Open(), when=When.BEFORE),),
    places.Join: (View("Rejoindre une permanence, ou prendre le relais", lambda _: places.Join(), when=When.COMING),),
    places.Home: (View("L’accueil des visiteurs", lambda _: places.Home()),),
    places.Reason: (View("Pourquoi l’on vient", lambda _: places.Reason(first=True)),),
    places.Card: (
        View("Avec une carte", lambda _: places.Card()),
        View("Un code mal tapé", lambda _: places.Card(), _typed_wrong, suffix="wrong"),
    ),
    places.Remember: (View("Être reconnu la prochaine fois, ou non", lambda of: places.Remember(of.unnamed)),),
    places.Form: (View("Faire connaissance", lambda of: places.Form(of.unnamed), _form),),
    places.Notice: (View("Ce qui est gardé, et pourquoi", lambda of: places.Notice(places.Remember(of.unnamed))),),
    places.Given: (View("La carte est prête", _given),),
    places.Ways: (View("Être reconnu sans sa carte", lambda of: places.Ways(_given(of))),),
    places.ChoosePictures: (View("Choisir trois images", lambda of: places.ChoosePictures(_given(of), PICTURES[:1])),),
    places.BirthDay: (View("Être retrouvé par son nom", lambda of: places.BirthDay(_given(of))),),
    places.Member: (View("Quelqu’un de plus dans le foyer", lambda of: places.Member(_given(of)), _member),),
    places.Pictures: (View("Avec trois images", lambda _: places.Pictures()),),
    places.Recognised: (View("C’est bien vous ?", lambda of: places.Recognised(_signed(of), "Élisabeth B.")),),
    places.ByName: (View("Avec son nom", lambda _: places.ByName(), _by_name),),
    places.IsItYou: (View("Quelqu’un a été trouvé", lambda of: places.IsItYou(of.visitor, "Élisabeth B.")),),
    places.NotFound: (
        View("Personne n’a été trouvé", lambda _: places.NotFound()),
        View("Trop d’essais", lambda _: places.NotFound(patience=True), suffix="patience"),
    ),
    places.Household: (
        View("La carte d’un foyer", lambda of: places.Household(of.household, leaving=False), _household),
    ),
    places.WithAdult: (
        View("Un mineur arrive seul", lambda of: places.WithAdult(of.household, frozenset({of.child}))),
    ),
    places.Welcome: (View("Bonjour", lambda of: places.Welcome(of.welcome)),),
    places.Wish: (
        View("Une envie d’atelier", lambda _: places.Wish()),
        View("D’autres envies", lambda _: places.Wish(more=True), suffix="more"),
    ),
    places.Wished: (View("Être appelé, ou non", lambda _: places.Wished(0)),),
    places.WishCall: (View("Qui appeler", lambda _: places.WishCall(0)),),
    places.Already: (View("La carte de quelqu’un qui est là", lambda of: places.Already(of.visits[0])),),
    places.SignUp: (View("S’inscrire soi-même à un atelier", lambda of: places.SignUp(of.unnamed)),),
    places.SignUpName: (View("À quel nom s’inscrire", lambda of: places.SignUpName(of.workshop)),),
    places.SignedUp: (
        View(
            "En liste d’attente",
            lambda of: places.SignedUp(_waits(of)),
        ),
    ),
    places.Leave: (View("Repartir", lambda _: places.Leave()),),
    places.Farewell: (View("Au revoir, et un sourire", lambda _: places.Farewell("Élisabeth")),),
}
