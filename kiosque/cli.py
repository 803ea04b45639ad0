"""Everything that can be asked of Kiosque on a command line."""

import os
import sys
import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from kiosque.domain.errors import KnownError
from kiosque.journal.entry import MAX_DEVICE, MAX_NUMBER
from kiosque.settings import UnreadableSettings, load

# What a command needs is imported by it: the kiosk must not load the central, nor the central the screens.

app = typer.Typer(
    help="Kiosque : le journal d’un espace de village, tenu sur son PC et partagé quand la ligne est là.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
central = typer.Typer(help="Le central, que la coordination fait tourner.", no_args_is_help=True)
app.add_typer(central, name="central")
stick = typer.Typer(help="Ce poste et une clé USB, quand la ligne manque.", no_args_is_help=True)
app.add_typer(stick, name="stick")

Folder = Annotated[Path, typer.Option("--dir", help="Le dossier de la base et de sa clé.", show_default=False)]
OptionalFolder = Annotated[Path | None, typer.Option("--dir", help="Le dossier du poste.", show_default=False)]
Password = Annotated[
    str, typer.Option(envvar="KIOSQUE_PASSWORD", prompt="Mot de passe", hide_input=True, show_envvar=True)
]
Passphrase = Annotated[
    str, typer.Option(envvar="KIOSQUE_PASSPHRASE", prompt="Phrase secrète", hide_input=True, show_envvar=True)
]


class Link(StrEnum):
    """The lines that a demonstration knows."""

    DIRECT = "direct"
    RURAL = "rural"


class Role(StrEnum):
    """What an account of headquarters may see."""

    FIGURES = "figures"
    ADMINISTRATOR = "administrator"


def main() -> None:
    """Run the command line. A known error is one sentence and the exit status 1; a bug is a traceback."""
    try:
        app()
    except KnownError as error:
        _stop(error.sentence)
    except UnreadableSettings as error:
        _stop(str(error))
    except OSError as error:
        _stop(f"Ce fichier ou ce dossier ne se laisse pas lire ou écrire : {error.filename or error}.")
    except ModuleNotFoundError:
        # The program that ships to the spaces carries neither the central nor the demonstration.
        if not getattr(sys, "frozen", False):
            raise
        _stop("Cette commande n’est pas dans le programme du kiosque.")


@app.command()
def run(folder: OptionalFolder = None) -> None:
    """Ouvre le kiosque de ce poste."""
    from kiosque.bootstrap import kiosk  # noqa: PLC0415

    settings = load()
    sys.exit(kiosk.run(folder or settings.data, settings))


@app.command()
def enrol(
    file: Annotated[Path, typer.Argument(help="Le fichier d’inscription remis par la coordination.")],
    passphrase: Annotated[
        str,
        typer.Option(
            envvar="KIOSQUE_PASSPHRASE",
            prompt="Choisissez une phrase secrète (quatre mots ou plus)",
            confirmation_prompt="Encore une fois",
            hide_input=True,
        ),
    ],
    folder: OptionalFolder = None,
) -> None:
    """Inscrit ce poste auprès de la coordination."""
    from kiosque.bootstrap import kiosk  # noqa: PLC0415

    kiosk.enrol(folder or load().data, file, passphrase)
    typer.echo("Ce poste est inscrit. Le fichier d’inscription ne sert plus : détruisez-le.")


@app.command()
def doctor(
    *,
    passphrase: Passphrase,
    folder: OptionalFolder = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Refait les tables d’après le journal.")] = False,
) -> None:
    """Vérifie le journal de ce poste et ses tables."""
    from kiosque.bootstrap import kiosk  # noqa: PLC0415

    findings = kiosk.examine(folder or load().data, passphrase, rebuild=rebuild)
    broken, wrong = findings.broken, len(findings.wrong_rows)
    _tell(healthy=findings.healthy, broken=broken, wrong=wrong, rebuilt=rebuild)


@app.command()
def pull(
    address: Annotated[str, typer.Option("--from", help="L’adresse du central.")],
    account: Annotated[str, typer.Option(help="Le compte de la coordination.")],
    password: Password,
    to: Annotated[Path, typer.Option("--to", help="Le dossier des fichiers CSV.")],
) -> None:
    """Tire les données du central et tient à jour un dossier de fichiers CSV."""
    from kiosque.bootstrap import headquarters  # noqa: PLC0415

    counts = headquarters.pull(address, account, password, to)
    for kind, count in counts.items():
        typer.echo(f"{count:>8}  {kind}.csv")


@app.command()
def demo(
    *,
    folder: Annotated[Path | None, typer.Option("--dir", help="Le dossier de la démonstration.")] = None,
    antennas: Annotated[int, typer.Option(min=1, help="Nombre d’antennes.")] = 1,
    days: Annotated[int, typer.Option(min=1, help="Nombre de jours simulés.")] = 1,
    seed: Annotated[int, typer.Option(help="La graine du hasard : la même donne la même vie.")] = 1,
    link: Annotated[Link, typer.Option(help="La ligne des antennes : rural, 128 kbit/s et 300 ms.")] = Link.DIRECT,
    faults: Annotated[bool, typer.Option("--faults", help="Avec tout ce qui peut mal tourner.")] = False,
    headless: Annotated[bool, typer.Option("--headless", help="Joue la démonstration sans écran.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Finit par un objet JSON sur une ligne.")] = False,
) -> None:
    """Montre Kiosque : une antenne, son kiosque et son central, sur ce PC."""
    from kiosque.bootstrap import demonstration  # noqa: PLC0415

    if headless or faults or as_json or link is not Link.DIRECT or not _has_screen():
        at = folder or Path(time.strftime("demo-%Y%m%d-%H%M%S"))
        what = demonstration.Play(antennas, days, seed, link.value, faults=faults)
        demonstration.play(at, what, as_json=as_json, say=typer.echo)
    else:
        sys.exit(demonstration.show(folder or Path("demo-kiosque"), seed=seed, say=typer.echo))


@app.command(hidden=True)
def smoke(folder: Folder) -> None:
    """Vérifie ce programme sur un dossier neuf : démarrer, ouvrir, recevoir quelqu’un."""
    from kiosque.bootstrap import smoke as check  # noqa: PLC0415

    typer.echo(check.run(folder))


@stick.command("export")
def stick_export(
    *,
    passphrase: Passphrase,
    to: Annotated[Path | None, typer.Argument(metavar="STICK", help="Le dossier de la clé ; sans : la seule.")] = None,
    folder: OptionalFolder = None,
) -> None:
    """Écrit sur une clé tout ce qui attend, puis la relit."""
    from kiosque.bootstrap import stick as errand  # noqa: PLC0415

    settings = load()
    at = to or errand.plugged(settings)
    for sentence in errand.export(folder or settings.data, passphrase, at, _show_progress):
        typer.echo(sentence)


@stick.command("import")
def stick_import(
    *,
    passphrase: Passphrase,
    found: Annotated[
        Path | None, typer.Argument(metavar="STICK", help="La clé, ou le fichier de la réponse ; sans : la seule clé.")
    ] = None,
    folder: OptionalFolder = None,
) -> None:
    """Prend la réponse de la coordination sur une clé."""
    from kiosque.bootstrap import stick as errand  # noqa: PLC0415

    settings = load()
    at = found or errand.plugged(settings)
    for sentence in errand.take(folder or settings.data, passphrase, at, _show_progress):
        typer.echo(sentence)


@central.command("create")
def central_create(
    folder: Folder,
    root: Annotated[Path | None, typer.Option(help="Le fichier de la clé racine ; sans : dans le dossier.")] = None,
) -> None:
    """Crée un central, et sa clé racine."""
    from kiosque.bootstrap import central as composition  # noqa: PLC0415

    at = root or folder / "racine.txt"
    composition.create(folder, at)
    typer.echo(f"Le central est créé dans {folder}. Gardez une copie de sa clé ailleurs.")
    typer.echo(f"La clé racine est dans {at} : mettez-la hors ligne, en deux exemplaires.")


@central.command("account")
def central_account(folder: Folder, name: str, password: Password, role: Role = Role.FIGURES) -> None:
    """Crée un compte de la coordination."""
    from kiosque.bootstrap import central as root  # noqa: PLC0415

    root.add_account(folder, name, password, role)
    typer.echo(f"Le compte {name} est créé.")


@central.command("antenna")
def central_antenna(
    folder: Folder,
    code: Annotated[str, typer.Argument(help="Un mot court : NYO.")],
    label: Annotated[str, typer.Argument(metavar="NAME", help="Le nom de l’antenne.")],
    commune: Annotated[str, typer.Option(help="Le code INSEE de la commune.")],
    form: Annotated[str, typer.Option(help="seat (siège) ou village.")] = "village",
    association: Annotated[str | None, typer.Option(help="asoft ou aventic.")] = None,
    hours: Annotated[str | None, typer.Option(help="Horaires, au format OSM opening_hours.")] = None,
) -> None:
    """Ajoute une antenne au réseau."""
    from kiosque.bootstrap import central as root  # noqa: PLC0415

    root.add_antenna(folder, code=code, label=label, form=form, association=association, commune=commune, hours=hours)
    typer.echo(f"L’antenne {label} est ajoutée.")


@central.command("animator")
def central_animator(
    folder: Folder,
    given_name: str,
    family_name: str,
    antenna: Annotated[str | None, typer.Option(help="Le code de son antenne ; sans : itinérance.")] = None,
    status: Annotated[str, typer.Option(help="employed, volunteer ou lent.")] = "employed",
) -> None:
    """Ajoute un animateur ou une animatrice."""
    from kiosque.bootstrap import central as root  # noqa: PLC0415

    root.add_animator(folder, given_name=given_name, family_name=family_name, status=status, antenna=antenna)
    typer.echo(f"{given_name} {family_name} fait partie du réseau.")


@central.command("enrol")
def central_enrol(
    folder: Folder,
    antenna: Annotated[str, typer.Argument(help="Le code de l’antenne.")],
    animator: Annotated[str, typer.Option(help="Prénom et nom de qui choisira la phrase secrète.")],
    address: Annotated[str, typer.Option(help="L’adresse où le poste trouvera le central.")],
    to: Annotated[Path, typer.Option("--to", help="Le fichier d’inscription à écrire.")],
) -> None:
    """Écrit le fichier d’inscription d’un nouveau poste."""
    from kiosque.bootstrap import central as root  # noqa: PLC0415

    root.enrol(folder, antenna=antenna, animator=animator, address=address, to=to)
    typer.echo(f"{to} contient un secret : il sert à un seul poste, puis se détruit.")


@central.command("revoke")
def central_revoke(folder: Folder, device: Annotated[int, typer.Argument(min=1, max=MAX_DEVICE)]) -> None:
    """Refuse un poste désormais."""
    from kiosque.bootstrap import central as root  # noqa: PLC0415

    root.revoke(folder, device)
    typer.echo(f"Le poste {device} n’est plus reçu.")


@central.command("stick")
def central_stick(
    folder: Folder, file: Annotated[Path, typer.Argument(metavar="FILE", help="Le fichier d’un poste, ou sa clé.")]
) -> None:
    """Reçoit ce qu’un poste a écrit sur une clé, et écrit la réponse à côté."""
    from kiosque.bootstrap import central_stick as errand  # noqa: PLC0415

    errand.take(folder, file, typer.echo)


@central.command("accept")
def central_accept(
    folder: Folder,
    device: Annotated[int, typer.Argument(min=1, max=MAX_DEVICE)],
    up_to: Annotated[int, typer.Option("--up-to", min=0, max=MAX_NUMBER, help="Le dernier numéro accepté.")],
) -> None:
    """Accepte ce qu’un poste retiré a écrit, jusqu’à un numéro."""
    from kiosque.bootstrap import central_stick as errand  # noqa: PLC0415

    new = errand.accept(folder, device, up_to)
    typer.echo(f"Accepté jusqu’au numéro {up_to}. Nouvelles écritures : {new}.")


@central.command("doctor")
def central_doctor(
    *,
    folder: Folder,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Refait les tables d’après le journal.")] = False,
) -> None:
    """Vérifie tous les journaux du central et ses tables."""
    from kiosque.bootstrap import central as root  # noqa: PLC0415

    findings = root.examine(folder, rebuild=rebuild)
    broken, wrong = findings.broken, len(findings.wrong_rows)
    _tell(healthy=findings.healthy, broken=broken, wrong=wrong, rebuilt=rebuild)


@central.command("serve")
def central_serve(
    *,
    folder: Folder,
    host: Annotated[str, typer.Option(help="L’adresse où écouter.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Le port ; 0 : un port libre.")] = 8080,
    https: Annotated[bool, typer.Option("--https", help="Un relais TLS est devant : les pages l’exigent.")] = False,
    attached: Annotated[bool, typer.Option("--attached", hidden=True)] = False,
) -> None:
    """Fait tourner le central, jusqu’à Ctrl-C."""
    from kiosque.bootstrap import central as root  # noqa: PLC0415

    def ready(address: str) -> None:
        typer.echo(f"Le central répond à {address}")

    root.serve(folder, host, port, https=https, attached=attached, ready=ready)


def _tell(*, healthy: bool, broken: int, wrong: int, rebuilt: bool) -> None:
    if healthy:
        typer.echo("Tout est en ordre : les journaux se vérifient, les tables en découlent.")
        return
    typer.echo(f"Journaux qui ne se vérifient pas : {broken}. Lignes qui ne découlent pas du journal : {wrong}.")
    if rebuilt and not broken:
        typer.echo("Les tables ont été refaites d’après le journal.")
        return
    raise typer.Exit(1)


def _show_progress(done: int, total: int) -> None:
    # Only for eyes: what reads the output of a command gets its sentences.
    if sys.stderr.isatty():
        typer.echo(f"\r{done} / {total}", err=True, nl=done >= total)


def _stop(sentence: str) -> NoReturn:
    typer.secho(sentence, err=True, fg=typer.colors.YELLOW)
    sys.exit(1)


def _has_screen() -> bool:
    if os.environ.get("QT_QPA_PLATFORM"):
        return os.environ["QT_QPA_PLATFORM"] not in {"offscreen", "minimal"}
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
