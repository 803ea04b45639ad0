"""What headquarters plans and reads of repair cafés and fablabs."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from kiosque.cli.french import Commands
from kiosque.cli.shared import DAY, Folder

repairs = Commands()

First = Annotated[datetime, typer.Option("--from", **DAY, help="Le premier jour.")]
Last = Annotated[datetime, typer.Option("--to", **DAY, help="Le dernier jour.")]


@repairs.command("machine")
def machine(
    folder: Folder,
    antenna: Annotated[str, typer.Argument(help="Le code de l’antenne.")],
    name: Annotated[str, typer.Argument(help="Son nom là-bas : Découpe laser.")],
) -> None:
    """Place une machine de fablab : seul qui y est autorisé peut la prendre."""
    from kiosque.bootstrap import central_repairs as root  # noqa: PLC0415

    root.add_machine(folder, antenna, name)
    typer.echo(f"{name} est à l’antenne {antenna}.")


@repairs.command("repairs")
def listed(folder: Folder, first: First, last: Last) -> None:
    """Montre ce qui a été réparé dans chaque antenne, qui y est venu, et ce qui a été évité."""
    from kiosque.bootstrap import central_repairs as root  # noqa: PLC0415

    for line in root.told(folder, first.date(), last.date()):
        typer.echo(line)


@repairs.command("repairs-file")
def kept(
    folder: Folder,
    file: Annotated[Path, typer.Argument(help="Le fichier CSV à écrire.")],
    first: First,
    last: Last,
) -> None:
    """Écrit les réparations au format de l’Open Repair Data Standard 0.3, sans nommer personne."""
    from kiosque.bootstrap import central_repairs as root  # noqa: PLC0415

    written = root.keep(folder, file, first.date(), last.date())
    typer.echo(f"Réparations écrites dans {file} : {written}.")
