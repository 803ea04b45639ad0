"""The code lists that are headquarters' own to change."""

from datetime import date, datetime
from typing import Annotated

import typer

from kiosque.cli.french import Commands
from kiosque.cli.shared import DAY, Folder

codes = Commands()

List = Annotated[str, typer.Argument(help="services, training_subjects ou equipment_forms.")]
Code = Annotated[str, typer.Argument(help="Le code, comme la liste le montre.")]
Label = Annotated[str, typer.Argument(help="Ce que les gens lisent.")]
Short = Annotated[str, typer.Option(help="En court, pour une étiquette du bureau.")]


@codes.command("code-add")
def add(
    *,
    folder: Folder,
    of: List,
    label: Label,
    short: Short = "",
    first: Annotated[
        datetime | None,
        typer.Option("--from", **DAY, help="Le premier jour ; sans : depuis toujours."),
    ] = None,
) -> None:
    """Ajoute un choix à une liste, un nouvel organisme par exemple : chaque poste le propose."""
    from kiosque.bootstrap import central_codes as root  # noqa: PLC0415

    typer.echo(f"C’est ajouté, sous le code {root.add(folder, of, label, short=short, first=first and first.date())}.")


@codes.command("code-rename")
def rename(folder: Folder, of: List, code: Code, label: Label, short: Short = "") -> None:
    """Donne un autre nom à un choix : ce qui est déjà noté le porte aussi."""
    from kiosque.bootstrap import central_codes as root  # noqa: PLC0415

    root.rename(folder, of, code, label, short=short)
    typer.echo("Le nom est changé.")


@codes.command("code-end")
def end(
    folder: Folder,
    of: List,
    code: Code,
    last: Annotated[
        datetime | None,
        typer.Option("--to", **DAY, help="Le dernier jour ; sans : il sert de nouveau."),
    ] = None,
    successor: Annotated[str, typer.Option(help="Le code qui prend la suite.")] = "",
) -> None:
    """Dit le dernier jour d’un choix, et ce qui prend la suite : ce qui est déjà noté reste."""
    from kiosque.bootstrap import central_codes as root  # noqa: PLC0415

    root.end(folder, of, code, last and last.date(), successor=successor)
    typer.echo("C’est noté.")


@codes.command("codes")
def shown(folder: Folder) -> None:
    """Montre les listes que la coordination peut changer."""
    from kiosque.bootstrap import central_codes as root  # noqa: PLC0415

    for of in root.shown(folder):
        typer.echo(of.name)
        for code in of:
            dates = [f"depuis le {_day(code.since)}"] if code.since else []
            dates += [f"jusqu’au {_day(code.until)}"] if code.until else []
            dates += [f"puis {code.successor}"] if code.successor else []
            typer.echo("  " + ", ".join([f"{code.code}  {code.label}", *dates]))


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
