"""What headquarters places where: equipment, from one antenna to another, taken away, and what becomes of it."""

from datetime import datetime
from typing import Annotated

import typer

from kiosque.cli.french import Commands
from kiosque.cli.shared import DAY, Folder

equipment = Commands()

Piece = Annotated[str, typer.Argument(help="Le code de son étiquette, ou son nom s’il est seul à le porter.")]
AnAntenna = Annotated[str, typer.Argument(help="Le code de l’antenne.")]


@equipment.command("equipment")
def place(
    *,
    folder: Folder,
    antenna: AnAntenna,
    name: Annotated[str, typer.Argument(help="Comment on l’appelle là-bas : Portable 1.")],
    form: Annotated[str, typer.Option(help="laptop, computer, tablet, phone, printer, projector, camera…")],
    serial: Annotated[str, typer.Option(help="Son numéro de série.")] = "",
    first: Annotated[
        datetime | None,
        typer.Option("--from", **DAY, help="Le premier jour ; sans : aujourd’hui."),
    ] = None,
) -> None:
    """Place un matériel dans une antenne."""
    from kiosque.bootstrap import central_equipment as root  # noqa: PLC0415

    label = root.place(folder, antenna, name, form=form, serial=serial, since=first and first.date())
    typer.echo(f"{name} est à l’antenne {antenna}. Son étiquette : {label}.")


@equipment.command("equipment-move")
def move(folder: Folder, piece: Piece, antenna: AnAntenna) -> None:
    """Dit qu’un matériel est maintenant d’une autre antenne."""
    from kiosque.bootstrap import central_equipment as root  # noqa: PLC0415

    root.move(folder, piece, antenna)
    typer.echo(f"{piece} est maintenant de l’antenne {antenna}.")


@equipment.command("equipment-correct")
def correct(
    *,
    folder: Folder,
    piece: Piece,
    name: Annotated[str | None, typer.Option(help="Comment on l’appelle là-bas.")] = None,
    form: Annotated[str | None, typer.Option(help="laptop, computer, tablet, phone, printer, projector…")] = None,
    serial: Annotated[str | None, typer.Option(help="Son numéro de série ; vide : aucun.")] = None,
) -> None:
    """Corrige le nom d’un matériel, ce qu’il est, ou son numéro de série."""
    from kiosque.bootstrap import central_equipment as root  # noqa: PLC0415

    root.correct(folder, piece, called=name, form=form, serial=serial)
    typer.echo("C’est corrigé.")


@equipment.command("equipment-retire")
def retire(
    folder: Folder,
    piece: Piece,
    last: Annotated[datetime, typer.Option("--to", **DAY, help="Le dernier jour.")],
) -> None:
    """Dit qu’un matériel est retiré pour de bon."""
    from kiosque.bootstrap import central_equipment as root  # noqa: PLC0415

    root.retire(folder, piece, last.date())
    typer.echo(f"{piece} est retiré après le {last:%d/%m/%Y}.")


@equipment.command("equipment-list")
def listed(folder: Folder) -> None:
    """Montre le matériel de chaque antenne, son état, et ce qui est prêté."""
    from kiosque.bootstrap import central_equipment as root  # noqa: PLC0415

    for line in root.listed(folder):
        typer.echo(line)
