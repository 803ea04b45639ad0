"""What the network promised its funders: set in versions, and how far it is."""

from datetime import datetime
from typing import Annotated

import typer

from kiosque.cli.french import Commands
from kiosque.cli.network import Day, LastDay
from kiosque.cli.shared import DAY, Folder

objectives = Commands()


@objectives.command("promise")
def promise(folder: Folder, first: Day, last: LastDay = None) -> None:
    """Pose les objectifs du projet, tels qu’ils ont été promis, pour ceux qui n’en ont pas encore."""
    from kiosque.bootstrap import central_objectives as root  # noqa: PLC0415

    root.promise(folder, first.date(), last and last.date())
    typer.echo("Les objectifs du projet sont posés.")


@objectives.command("objective")
def objective(
    *,
    folder: Folder,
    code: Annotated[
        str,
        typer.Argument(
            help="spaces, animators, households, people, interventions, programmes, coworking, practice ou hours."
        ),
    ],
    target: Annotated[int, typer.Argument(help="Combien ; pour hours, la part des antennes, en pour cent.")],
    first: Day,
    last: LastDay = None,
    why: Annotated[str, typer.Option("--why", help="Pourquoi cet objectif, ou ce changement.")] = "",
) -> None:
    """Pose un objectif, ou le révise à partir d’un jour : ce qui valait avant reste dans son histoire."""
    from kiosque.bootstrap import central_objectives as root  # noqa: PLC0415

    root.revise(folder, code, target, first=first.date(), last=last and last.date(), why=why)
    typer.echo("L’objectif est noté.")


@objectives.command("objective-remove")
def remove(
    folder: Folder, number: Annotated[str, typer.Argument(help="Son numéro, comme la liste le montre.")]
) -> None:
    """Met à la corbeille une version d’objectif notée par erreur : celle d’avant vaut de nouveau."""
    from kiosque.bootstrap import central_objectives as root  # noqa: PLC0415

    root.take_back(folder, number)
    typer.echo("C’est à la corbeille.")


@objectives.command("objectives")
def shown(
    folder: Folder,
    day: Annotated[datetime | None, typer.Option("--on", **DAY, help="Le jour ; sans : aujourd’hui.")] = None,
) -> None:
    """Montre où en sont les objectifs, leur rythme, et toutes leurs versions."""
    from kiosque.actions.numbers import spoken  # noqa: PLC0415
    from kiosque.bootstrap import central_objectives as root  # noqa: PLC0415

    found, versions = root.standing(folder, day and day.date())
    for each in found:
        said = [f"{each.name} : {each.value} sur {each.version.target}"]
        said += [each.measure.beside] if each.measure.beside else []
        said += [f"attendu à ce jour : {each.pace.expected}"] if each.pace.expected is not None else []
        said += [f"à ce rythme, le {each.pace.reached:%d/%m/%Y}"] if each.pace.reached else []
        typer.echo(", ".join(said))
        for version in versions[each.code]:
            until = f" au {version.last:%d/%m/%Y}" if version.last else ""
            why = f", {version.note}" if version.note else ""
            typer.echo(f"  {spoken(version.id)}  {version.target} du {version.first:%d/%m/%Y}{until}{why}")
