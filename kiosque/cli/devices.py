"""What headquarters decides about devices and keys, where there is no page or no browser."""

from pathlib import Path
from typing import Annotated

import typer

from kiosque.cli.french import Commands
from kiosque.cli.shared import NUMBER, Device, Folder, Unclear
from kiosque.domain.errors import KnownError

devices = Commands()
keys = Commands(help="Les clés de la coordination.")

WORD = "sauvegarde"
"""What is typed to say that a central was restored: nobody types it by mistake."""


class NotConfirmed(KnownError):
    """What was asked to be typed was not."""


@devices.command("enrol")
def enrol(
    *,
    folder: Folder,
    antenna: Annotated[str, typer.Argument(help="Le code de l’antenne.")],
    animator: Annotated[str, typer.Option(help="Prénom et nom de qui choisira la phrase secrète.")],
    address: Annotated[str, typer.Option(help="L’adresse où le poste trouvera le central.")],
    to: Annotated[Path | None, typer.Option("--to", help="Le fichier d’inscription à écrire.")] = None,
    code: Annotated[bool, typer.Option("--code", help="Donne un code à usage unique, à lire au téléphone.")] = False,
) -> None:
    """Inscrit un nouveau poste, par un fichier ou par un code."""
    from kiosque.bootstrap import devices as root  # noqa: PLC0415

    if to and not code:
        root.enrol_by_file(folder, antenna=antenna, animator=animator, address=address, to=to)
        typer.echo(f"{to} contient un secret : il sert à un seul poste, puis se détruit.")
    elif code and not to:
        drawn = root.enrol_by_code(folder, antenna=antenna, animator=animator, address=address)
        typer.echo(f"\n    {drawn.replace('-', '  -  ')}\n")
        typer.echo("Ce code sert à un seul poste, pendant sept jours. Il n’est gardé nulle part : notez-le.")
    else:
        raise Unclear("Demandez un code par --code, ou un fichier par --to.")


@devices.command("devices")
def devices_(folder: Folder) -> None:
    """Montre les postes : où ils sont, quand ils ont donné signe de vie, ce qui attend une décision."""
    from kiosque.bootstrap import devices as root  # noqa: PLC0415

    _list(root.listed(folder), "Aucun poste n’est inscrit.")


@devices.command("revoke")
def revoke(folder: Folder, device: Device) -> None:
    """Retire un poste du réseau : il n’est plus reçu."""
    from kiosque.bootstrap import devices as root  # noqa: PLC0415

    root.revoke(folder, device)
    typer.echo(f"Le poste {device} n’est plus reçu. Ce qu’il a envoyé reste.")


@devices.command("copies")
def copies(folder: Folder) -> None:
    """Montre les copies de disques qui attendent un numéro."""
    from kiosque.bootstrap import devices as root  # noqa: PLC0415

    _list(root.copies(folder), "Aucune copie n’attend de numéro.")


@devices.command("approve")
def approve(
    folder: Folder, key: Annotated[str, typer.Argument(help="Le début de la clé, comme copies le montre.")]
) -> None:
    """Donne à une copie un numéro à elle."""
    from kiosque.bootstrap import devices as root  # noqa: PLC0415

    typer.echo(f"La copie devient le poste {root.approve(folder, key)}, à son prochain passage.")


@devices.command("refused")
def refused(folder: Folder) -> None:
    """Montre ce qui a été refusé et que personne n’a encore regardé."""
    from kiosque.bootstrap import devices as root  # noqa: PLC0415

    _list(root.refused(folder), "Rien n’a été refusé.")


@devices.command("settle")
def settle(
    folder: Folder, refusal: Annotated[int, typer.Argument(**NUMBER, help="Le numéro que refused montre.")]
) -> None:
    """Dit qu’un refus a été regardé."""
    from kiosque.bootstrap import devices as root  # noqa: PLC0415

    root.settle(folder, refusal)
    typer.echo("C’est noté : ce refus a été vu.")


@devices.command("badge")
def badge(
    *,
    folder: Folder,
    animator: Annotated[str, typer.Argument(help="Prénom et nom.")],
    to: Annotated[Path | None, typer.Option("--to", help="Le fichier PDF à écrire, à imprimer et à découper.")] = None,
) -> None:
    """Fait un badge pour un animateur ou une animatrice."""
    from kiosque.bootstrap import devices as root  # noqa: PLC0415

    if to is not None:
        root.badge_paper(folder, animator, to)
        typer.echo(f"{to} ouvre les postes : imprimez-le, découpez-le, puis effacez-le.")
        return
    typer.echo(root.badge(folder, animator))
    typer.echo("C’est le texte du QR code : il ouvre les postes, et n’est gardé nulle part.", err=True)


@devices.command("recovery")
def recovery(folder: Folder, device: Device) -> None:
    """Montre le code de secours d’un poste que plus personne n’ouvre."""
    from kiosque.bootstrap import devices as root  # noqa: PLC0415

    typer.echo(f"\n    {root.recovery(folder, device)}\n")
    typer.echo("Lisez-le au téléphone, à quelqu’un que vous connaissez. Le poste en change dès qu’il a servi.")


@devices.command("restored")
def restored(
    *,
    folder: Folder,
    yes: Annotated[bool, typer.Option("--yes", help="Ne demande pas de confirmation.")] = False,
) -> None:
    """Dit que ce central vient d’une sauvegarde : à faire une fois, avant de le remettre en marche."""
    from kiosque.bootstrap import devices as root  # noqa: PLC0415

    if not yes:
        typer.echo("Le central est arrêté, et son dossier vient d’être remis d’après une sauvegarde.")
        typer.echo("Les postes rendront ce que la sauvegarde n’avait pas. Cela ne se défait pas.")
        if typer.prompt(f"Écrivez {WORD} pour continuer").strip().lower() != WORD:
            raise NotConfirmed("Rien n’a été changé.")
    root.restored(folder)
    typer.echo("C’est noté : ce central vient d’une sauvegarde. Remettez-le en marche.")


@keys.command("rotate")
def rotate(folder: Folder, root: Annotated[Path, typer.Option("--root", help="Le fichier de la clé racine.")]) -> None:
    """Fait la clé suivante de la coordination, signée par la racine."""
    from kiosque.bootstrap import devices as composition  # noqa: PLC0415

    serial = composition.rotate(folder, root)
    typer.echo(f"La clé {serial} est faite. Les postes l’apprennent à leur prochain passage.")


@keys.command("retire")
def retire(folder: Folder) -> None:
    """Oublie les clés dont plus aucun poste ne se sert."""
    from kiosque.bootstrap import devices as root  # noqa: PLC0415

    typer.echo(root.retire(folder))


def _list(lines: tuple[str, ...], nothing: str) -> None:
    for line in lines or (nothing,):
        typer.echo(line)
