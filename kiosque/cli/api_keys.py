"""The API's keys, from the command line."""

from enum import StrEnum
from typing import Annotated

import typer

from kiosque.cli.french import Commands
from kiosque.cli.shared import NUMBER, Folder

api_keys = Commands()


class Opened(StrEnum):
    """What a key may open (``central.api.keys.Scope``, which a short command does not load)."""

    FIGURES = "figures"
    ROWS = "rows"
    PLACES = "places"


@api_keys.command("api-key")
def make(
    folder: Folder,
    name: Annotated[str, typer.Argument(help="À quoi sert la clé.")],
    scopes: Annotated[list[Opened], typer.Option("--opens", help="figures, rows ou places ; l’option se répète.")],
    days: Annotated[int, typer.Option(help="Combien de jours elle sert : 30, 90 ou 365.")] = 90,
    association: Annotated[str, typer.Option(help="asoft ou aventic ; sans : tout le réseau.")] = "",
) -> None:
    """Fait une clé de l’API, et la montre une fois."""
    from kiosque.bootstrap import central_keys as root  # noqa: PLC0415

    typer.echo(root.make(folder, name, [each.value for each in scopes], days, association))
    typer.echo("Copiez-la maintenant : elle n’est gardée nulle part.", err=True)


@api_keys.command("api-keys")
def listed(folder: Folder) -> None:
    """Montre les clés de l’API, ce qu’elles ouvrent, et jusqu’à quand."""
    from kiosque.bootstrap import central_keys as root  # noqa: PLC0415

    for line in root.told(folder) or ("Il n’y a pas de clé.",):
        typer.echo(line)


@api_keys.command("api-key-revoke")
def revoke(
    folder: Folder, number: Annotated[int, typer.Argument(**NUMBER, help="Son numéro, comme api-keys le montre.")]
) -> None:
    """Retire une clé de l’API : elle n’ouvre plus rien."""
    from kiosque.bootstrap import central_keys as root  # noqa: PLC0415

    root.revoke(folder, number)
    typer.echo("Cette clé n’ouvre plus rien.")
