"""Everything that can be asked of Kiosque on a command line."""

import os
import sys
import time
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from typer.exceptions import Abort, TyperException

from kiosque.cli.central import central
from kiosque.cli.french import Commands, NoArguments, unread
from kiosque.cli.shared import Folder, NewPassphrase, OptionalFolder, Passphrase, Password, Unclear, tell
from kiosque.cli.stick import stick
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.settings import UnreadableSettings, load

SHOWN = 4
"""Names of files that are said of many."""

# What a command needs is imported by it: the kiosk must not load the central, nor the central the screens.

app = Commands(
    help="Kiosque : le journal d’un espace de village, tenu sur son PC et partagé quand la ligne est là.",
)
app.add_typer(central, name="central")
app.add_typer(stick, name="stick")


class FileFormat(StrEnum):
    """The formats of the files that are pulled (``reports.exports.formats``, which the kiosk does not have)."""

    CSV = "csv"
    ODS = "ods"
    XLSX = "xlsx"
    PARQUET = "parquet"
    JSON_LINES = "jsonl"


class Link(StrEnum):
    """The lines that a demonstration knows."""

    DIRECT = "direct"
    RURAL = "rural"


def main() -> None:
    """Run the command line. A known error is one sentence and the exit status 1; a bug is a traceback.

    A command that does not read is one sentence too, and the exit status 2.
    """
    try:
        sys.exit(app(prog_name="kiosque", standalone_mode=False))
    except Abort:
        _stop("Rien n’a été fait.")
    except NoArguments as error:
        typer.echo(error.message, err=True)
        sys.exit(2)
    except TyperException as error:
        _stop(unread(error), 2)
    except Unclear as error:
        _stop(error.sentence, 2)
    except (KnownError, UnreadableSettings, OSError) as error:
        stop(error)
    except ModuleNotFoundError:
        # The program that ships to the spaces carries neither the central nor the demonstration.
        if not getattr(sys, "frozen", False):
            raise
        _stop("Cette commande n’est pas dans le programme du kiosque.")


def stop(error: KnownError | UnreadableSettings | OSError) -> NoReturn:
    """Say in one sentence what could not be done, and exit with the status 1."""
    match error:
        case KnownError():
            _stop(error.sentence)
        case UnreadableSettings():
            _stop(str(error))
        case OSError():
            _stop(f"Ce fichier ou ce dossier ne se laisse pas lire ou écrire : {error.filename or error}.")


@app.command()
def run(
    folder: OptionalFolder = None,
    *,
    windowed: Annotated[bool, typer.Option("--windowed", help="Dans une fenêtre, dont on sort librement.")] = False,
) -> None:
    """Ouvre le kiosque de ce poste."""
    from kiosque.bootstrap import kiosk  # noqa: PLC0415

    settings = load()
    sys.exit(kiosk.run(folder or settings.data, settings, full_screen=settings.full_screen and not windowed))


@app.command()
def enrol(
    *,
    file: Annotated[Path | None, typer.Argument(help="Le fichier d’inscription remis par la coordination.")] = None,
    code: Annotated[str | None, typer.Option(help="Ou le code à usage unique : XXXX-XXXX-XXXX.")] = None,
    address: Annotated[str | None, typer.Option("--from", help="Avec le code : l’adresse de la coordination.")] = None,
    passphrase: NewPassphrase,
    folder: OptionalFolder = None,
) -> None:
    """Inscrit ce poste auprès de la coordination, par un fichier ou par un code."""
    from kiosque.bootstrap import kiosk  # noqa: PLC0415

    at = folder or load().data
    if file and not code and not address:
        kiosk.enrol(at, file, passphrase)
        typer.echo("Ce poste est inscrit. Le fichier d’inscription ne sert plus : détruisez-le.")
    elif code and address and not file:
        kiosk.enrol_by_code(at, address, code, passphrase)
        typer.echo("Ce poste est inscrit. Le code ne sert plus.")
    else:
        raise Unclear("Inscrivez ce poste par un fichier, ou par --code et --from ensemble.")


@app.command()
def commune(
    typed: Annotated[str, typer.Argument(help="Comme on l’écrit : St Auban s/ Ouvèze 26170.")],
    near: Annotated[str | None, typer.Option(help="Le code INSEE d’une commune : les choix proches d’abord.")] = None,
) -> None:
    """Dit de quelle commune il s’agit, ou entre lesquelles il faut choisir."""
    from kiosque.domain import communes, place_names  # noqa: PLC0415

    found = place_names.resolve(typed, near)
    for each in (found.commune,) if found.commune else found.choices:
        typer.echo(f"{each.insee} {communes.display(each)}")
    if found.commune is None:
        _stop("Il y a un doute : choisissez." if found.choices else "Aucune commune connue ici ne s’appelle ainsi.")


@app.command()
def doctor(
    *,
    passphrase: Passphrase,
    folder: OptionalFolder = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Refait les tables d’après le journal.")] = False,
) -> None:
    """Vérifie le journal de ce poste et ses tables."""
    from kiosque.bootstrap import kiosk  # noqa: PLC0415

    at = folder or load().data
    findings = kiosk.examine(at, passphrase, rebuild=rebuild)
    broken, wrong = findings.broken, len(findings.wrong_rows)
    for name, until in kiosk.put_aside(at).items():
        typer.echo(f"Un journal abîmé est gardé de côté jusqu’au {local(until):%d/%m/%Y} : {name}.")
    tell(healthy=findings.healthy, broken=broken, wrong=wrong, rebuilt=rebuild)


@app.command()
def restore(*, passphrase: Passphrase, folder: OptionalFolder = None) -> None:
    """Remet la copie de la dernière fermeture à la place d’un journal perdu ou abîmé."""
    from kiosque.bootstrap import kiosk  # noqa: PLC0415

    aside = kiosk.restore(folder or load().data, passphrase)
    typer.echo("La copie de la dernière fermeture est remise en place. Rien n’est à refaire.")
    if aside:
        typer.echo(f"Ce qui était là est gardé de côté, deux semaines : {aside.name}.")


@app.command()
def pull(
    address: Annotated[str, typer.Option("--from", help="L’adresse du central.")],
    account: Annotated[str, typer.Option(help="Le compte de la coordination.")],
    password: Password,
    to: Annotated[Path, typer.Option("--to", help="Le dossier des fichiers.")],
    formats: Annotated[
        list[FileFormat] | None, typer.Option("--format", help="Le format des fichiers ; l’option se répète.")
    ] = None,
    database: Annotated[
        Path | None, typer.Option("--sqlite", help="Écrit aussi tout dans ce fichier SQLite, en clair.")
    ] = None,
    why: Annotated[str, typer.Option(help="Pourquoi : c’est noté dans le journal des exports.")] = "",
) -> None:
    """Tire les données du central et tient à jour un dossier de fichiers."""
    from kiosque.bootstrap import headquarters  # noqa: PLC0415

    wanted = [each.value for each in formats or [FileFormat.CSV]]
    pulled = headquarters.pull(address, account, password, to, formats=wanted, database=database, why=why)
    for kind, count in pulled.rows.items():
        typer.echo(f"{count:>8}  {kind}")
    typer.echo(f"Dans {to} : {', '.join(wanted)}." + (f" Et dans {database}." if database else ""))
    if pulled.besides.gone:
        typer.echo(f"Enlevé, car ce n’est plus demandé : {_few(pulled.besides.gone)}.")
    if pulled.besides.stale:
        typer.echo(f"Resté tel quel, et pas tenu à jour : {_few(pulled.besides.stale)}.")


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
    from kiosque.demo.run import Play  # noqa: PLC0415

    if headless or faults or as_json or link is not Link.DIRECT or not _has_screen():
        at = folder or Path(time.strftime("demo-%Y%m%d-%H%M%S"))
        what = Play(antennas, days, seed, link.value, faults=faults)
        demonstration.play(at, what, as_json=as_json, say=typer.echo)
    else:
        sys.exit(demonstration.show(folder or Path("demo-kiosque"), seed=seed, say=typer.echo))


@app.command()
def gallery(
    *,
    approve: Annotated[
        Path | None, typer.Option(help="Écrit les images dans ce dossier : elles font foi désormais.")
    ] = None,
    compare: Annotated[Path | None, typer.Option(help="Compare avec les images approuvées de ce dossier.")] = None,
    screens: Annotated[Path | None, typer.Option(help="Photographie chaque écran pour le guide de ce dossier.")] = None,
    only: Annotated[list[str] | None, typer.Option(help="Ces écrans seulement : counter.home…")] = None,
) -> None:
    """Montre chaque composant dans tous ses états, clair, sombre et contrasté."""
    from kiosque.bootstrap import gallery as drawn  # noqa: PLC0415

    if approve:
        typer.echo(f"{drawn.approve(approve)} images dans {approve}")
    elif compare:
        drawn.compare(compare)
        typer.echo("Tout est dessiné comme approuvé.")
    elif screens:
        typer.echo(f"{drawn.take_screens(screens, tuple(only or ()))} images dans {screens}")
    elif _has_screen():
        sys.exit(drawn.show())
    else:
        raise Unclear("Il n’y a pas d’écran ici. Choisissez --approve, --compare ou --screens, avec un dossier.")


@app.command(hidden=True)
def smoke(folder: Folder) -> None:
    """Vérifie ce programme sur un dossier neuf : démarrer, ouvrir, recevoir quelqu’un."""
    from kiosque.bootstrap import smoke as check  # noqa: PLC0415

    typer.echo(check.run(folder))


def _few(names: Sequence[str]) -> str:
    """Return the first of some names, and how many others there are."""
    others = len(names) - SHOWN
    return ", ".join(names) if others <= 1 else f"{', '.join(names[:SHOWN])} et {others} autres"


def _stop(sentence: str, status: int = 1) -> NoReturn:
    typer.secho(sentence, err=True, fg=typer.colors.YELLOW)
    sys.exit(status)


def _has_screen() -> bool:
    if os.environ.get("QT_QPA_PLATFORM"):
        return os.environ["QT_QPA_PLATFORM"] not in {"offscreen", "minimal"}
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
