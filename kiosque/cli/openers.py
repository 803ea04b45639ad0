"""What headquarters decides about badges and passphrases, where there is no page or no browser."""

from typing import Annotated

import typer

from kiosque.cli.french import Commands
from kiosque.cli.shared import Folder

openers = Commands()

Number = Annotated[str, typer.Argument(help="Son numéro, comme badges le montre : 12-345.")]


@openers.command("badges")
def badges(folder: Folder) -> None:
    """Montre les badges et les phrases secrètes qui ouvrent, et jusqu’où."""
    from kiosque.bootstrap import openers as root  # noqa: PLC0415

    for line in root.listed(folder) or ("Rien n’ouvre encore de poste.",):
        typer.echo(line)


@openers.command("confirm")
def confirm(folder: Folder, number: Number) -> None:
    """Fait ouvrir tout le réseau par un badge ou une phrase secrète qu’un poste a faits."""
    from kiosque.bootstrap import openers as root  # noqa: PLC0415

    typer.echo(root.confirm(folder, number))


@openers.command("lose")
def lose(folder: Folder, number: Number) -> None:
    """Retire un badge perdu, ou une phrase secrète que quelqu’un a entendue."""
    from kiosque.bootstrap import openers as root  # noqa: PLC0415

    typer.echo(root.lose(folder, number))
