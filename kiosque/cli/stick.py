"""What is asked at a kiosk of a USB stick."""

from pathlib import Path
from typing import Annotated

import typer

from kiosque.cli.french import Commands
from kiosque.cli.shared import OptionalFolder, Passphrase, show_progress
from kiosque.settings import load

stick = Commands(help="Ce poste et une clé USB, quand la ligne manque.")


@stick.command("export")
def stick_export(
    *,
    passphrase: Passphrase,
    to: Annotated[Path | None, typer.Argument(help="Le dossier de la clé ; sans : la seule.")] = None,
    folder: OptionalFolder = None,
) -> None:
    """Écrit sur une clé tout ce qui attend, puis la relit."""
    from kiosque.bootstrap import stick as errand  # noqa: PLC0415

    settings = load()
    at = to or errand.plugged(settings)
    for sentence in errand.export(folder or settings.data, passphrase, at, show_progress):
        typer.echo(sentence)


@stick.command("import")
def stick_import(
    *,
    passphrase: Passphrase,
    found: Annotated[
        Path | None, typer.Argument(help="La clé, ou le fichier de la réponse ; sans : la seule clé.")
    ] = None,
    folder: OptionalFolder = None,
) -> None:
    """Prend la réponse de la coordination sur une clé."""
    from kiosque.bootstrap import stick as errand  # noqa: PLC0415

    settings = load()
    at = found or errand.plugged(settings)
    for sentence in errand.take(folder or settings.data, passphrase, at, show_progress):
        typer.echo(sentence)
