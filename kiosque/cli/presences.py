"""Who was at which permanence: read, and said afterwards where it was forgotten or wrong."""

from datetime import datetime
from typing import Annotated

import typer

from kiosque.cli.french import Commands
from kiosque.cli.network import Animator
from kiosque.cli.shared import DAY, Folder
from kiosque.domain.french import local

presences = Commands()

Number = Annotated[str, typer.Argument(help="Son numéro, comme la liste le montre : 12-345.")]
HOUR = ["%H:%M"]


@presences.command("presences")
def shown(
    folder: Folder,
    antenna: Annotated[str, typer.Argument(help="Le code de l’antenne.")],
    first: Annotated[datetime, typer.Option("--from", **DAY, help="Le premier jour : 2026-07-01.")],
    last: Annotated[datetime | None, typer.Option("--to", **DAY, help="Le dernier ; sans : le même.")] = None,
) -> None:
    """Montre les permanences d’une antenne et qui y était, avec leurs numéros."""
    from kiosque.actions.numbers import spoken  # noqa: PLC0415
    from kiosque.bootstrap import central_presences as root  # noqa: PLC0415

    found = root.held(folder, antenna, first.date(), (last or first).date())
    if not found:
        typer.echo("Aucune permanence n’est notée ces jours-là.")
    for each in found:
        opened = f"permanence du {local(each.started_at):%d/%m/%Y}"
        typer.echo(f"{spoken(each.id)}  {opened}, {_hours(each.started_at, each.ended_at)}")
        for one in each.presences:
            typer.echo(f"  {spoken(one.id)}  {one.name}, {_hours(one.started_at, one.ended_at)}")


@presences.command("presence-add")
def add(
    folder: Folder,
    permanence: Annotated[str, typer.Argument(help="Le numéro de la permanence, que « presences » montre.")],
    animator: Animator,
    starts: Annotated[datetime, typer.Option("--at", formats=HOUR, help="De quelle heure : 09:00.")],
    ends: Annotated[datetime, typer.Option("--to", formats=HOUR, help="À quelle heure : 12:00.")],
) -> None:
    """Note après coup que quelqu’un tenait une permanence, et avait oublié de le dire."""
    from kiosque.bootstrap import central_presences as root  # noqa: PLC0415

    root.add(folder, permanence, animator, starts=starts.time(), ends=ends.time())
    typer.echo(f"C’est noté pour {animator}.")


@presences.command("presence-correct")
def correct(
    folder: Folder,
    number: Number,
    animator: Annotated[str | None, typer.Option(help="Qui c’était : prénom et nom.")] = None,
    starts: Annotated[datetime | None, typer.Option("--at", formats=HOUR, help="De quelle heure.")] = None,
    ends: Annotated[datetime | None, typer.Option("--to", formats=HOUR, help="À quelle heure.")] = None,
) -> None:
    """Corrige une présence : qui c’était, de quelle heure à quelle heure."""
    from kiosque.bootstrap import central_presences as root  # noqa: PLC0415

    root.correct(
        folder, number, animator=animator, hours=(starts.time() if starts else None, ends.time() if ends else None)
    )
    typer.echo("C’est corrigé.")


@presences.command("presence-remove")
def remove(folder: Folder, number: Number) -> None:
    """Retire une présence notée par erreur ; elle reste dans l’historique."""
    from kiosque.bootstrap import central_presences as root  # noqa: PLC0415

    root.remove(folder, number)
    typer.echo("La présence est retirée.")


def _hours(started_at: int, ended_at: int | None) -> str:
    return f"{local(started_at):%H:%M} à {f'{local(ended_at):%H:%M}' if ended_at else '…'}"
