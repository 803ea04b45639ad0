"""Why the line did not carry a round, a pull or an enrolment, as it is said to whoever waits for it."""

from kiosque.domain.errors import KnownError
from kiosque.sync.exchange import NotSent


class LineError(KnownError):
    """The line did not carry a round: one of the classes below. Everything is kept here."""


class NoLine(LineError):
    """There is no line, or it broke off."""

    silent = True
    """Nobody said anything: *Essayer* says more of it than this sentence."""

    def __init__(self) -> None:
        super().__init__("La ligne ne passe pas pour l’instant. Tout est gardé ici.")


class Unreachable(NoLine, NotSent):
    """There is no line at all: not a byte left."""


class NotTrusted(LineError, NotSent):
    """What answers proves who it is out of the dates of its proof: those, or this machine's clock, are wrong."""

    sentence_said = "La ligne n’est pas sûre\u00a0: rien n’a été envoyé. Vérifiez la date du poste."

    def __init__(self) -> None:
        super().__init__(self.sentence_said)


class NotProved(NotTrusted):
    """What answers cannot prove that it is who this address is of, or does not speak https at all."""

    sentence_said = "Ce qui répond à cette adresse n’est pas sûr\u00a0: rien n’a été envoyé. Vérifiez-la."


class NotRecognised(LineError):
    """The central does not know this device, or no more."""

    def __init__(self) -> None:
        super().__init__("La coordination ne reconnaît pas ce poste. Tout est gardé ici, appelez-la.")


class NotAllowed(LineError):
    """No account of headquarters has this name and password, or they do not open the journal."""

    def __init__(self) -> None:
        super().__init__(
            "Ce nom et ce mot de passe n’ouvrent pas le journal. "
            "Un compte qui a un code donne, comme mot de passe, une clé de la page «\u00a0Clés de l’API\u00a0»."
        )


class UnknownCode(LineError):
    """The central holds nothing under this code."""

    def __init__(self) -> None:
        super().__init__("Ce code n’est pas le bon. Relisez-le, ou faites-le répéter.")


class ExpiredCode(LineError):
    """The code was good once, and its days are over."""

    def __init__(self) -> None:
        super().__init__("Ce code a expiré. Demandez-en un autre à la coordination.")


class UsedCode(LineError):
    """A PC was enrolled by this code already, or headquarters took it back."""

    def __init__(self) -> None:
        super().__init__("Ce code a déjà servi. Demandez-en un autre à la coordination.")


class OtherNetwork(LineError):
    """The central that answers is of another network than the one that was pulled before."""

    def __init__(self) -> None:
        super().__init__("Ce central est celui d’un autre réseau. Tirez-le dans un autre dossier.")


class Unexplained(LineError):
    """What is said is no reason to take the journal away."""

    def __init__(self) -> None:
        super().__init__("Dites en quelques mots pourquoi vous tirez le journal, et pour qui.")


class Unavailable(LineError):
    """The central is there and asks to come back later: in ``retry_after`` seconds when it says so."""

    def __init__(self, retry_after: int | None = None) -> None:
        super().__init__("Notre service est occupé. Tout est gardé ici, on réessaiera.")
        self.retry_after = retry_after


class Elsewhere(LineError):
    """Somebody else answered: the login page of a public Wi-Fi, or a wrong address."""

    def __init__(self) -> None:
        super().__init__("Ce n’est pas notre service qui répond. Le Wi-Fi demande peut-être un accord.")
