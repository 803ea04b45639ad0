"""Workshops and places to work at, as headquarters plans them for an antenna."""

from datetime import datetime
from typing import Annotated

import typer

from kiosque.cli.shared import Folder
from kiosque.domain.french import local

workshops = typer.Typer()

AnAntenna = Annotated[str, typer.Argument(help="Le code de l’antenne.")]
Number = Annotated[str, typer.Argument(help="Son numéro, comme la liste le montre : 12-345.")]
Rest = Annotated[bool, typer.Option("--rest", help="Les séances suivantes de la série aussi.")]
MOMENT = ["%Y-%m-%d %H:%M"]


@workshops.command("workshop")
def plan(
    *,
    folder: Folder,
    antenna: AnAntenna,
    title: Annotated[str, typer.Argument(help="Le titre de l’atelier.")],
    animator: Annotated[str, typer.Argument(help="Son prénom et son nom.")],
    theme: Annotated[str, typer.Option(help="La thématique nationale : email, bureautique…")],
    starts: Annotated[datetime, typer.Option("--at", formats=MOMENT, help="2026-12-01 14:00.")],
    length: Annotated[int, typer.Option("--minutes", help="Sa durée.")] = 120,
    sessions: Annotated[int, typer.Option(help="Combien de séances, une par semaine, hors vacances scolaires.")] = 1,
) -> None:
    """Prévoit un atelier, ou une série, à une antenne."""
    from kiosque.actions.workshops.workshops import Repeats  # noqa: PLC0415
    from kiosque.bootstrap import central_workshops as root  # noqa: PLC0415

    repeats = Repeats(1, sessions, in_term=True)
    planned = root.plan(folder, antenna, title, animator, theme=theme, starts=starts, length=length, repeats=repeats)
    typer.echo(f"Séances prévues : {planned}.")


@workshops.command("workshops")
def shown(folder: Folder, antenna: AnAntenna) -> None:
    """Montre les ateliers à venir d’une antenne, avec leur numéro et leurs inscrits."""
    from kiosque.actions.numbers import spoken  # noqa: PLC0415
    from kiosque.bootstrap import central_workshops as root  # noqa: PLC0415

    for each in root.coming(folder, antenna):
        said = [f"{local(each.starts_at):%d/%m/%Y %H:%M}", each.title]
        said += [each.where] if each.where else []
        said += [f"inscrits {each.registered} sur {each.capacity}"]
        said += [f"en attente {each.waiting}"] if each.waiting else []
        typer.echo(f"{spoken(each.id)}  {', '.join(said)}")


@workshops.command("workshop-correct")
def correct(
    *,
    folder: Folder,
    number: Number,
    title: Annotated[str | None, typer.Option(help="Son nouveau titre.")] = None,
    starts: Annotated[datetime | None, typer.Option("--at", formats=MOMENT, help="2026-12-01 14:00.")] = None,
    length: Annotated[int | None, typer.Option("--minutes", help="Sa durée.")] = None,
    places: Annotated[int | None, typer.Option(help="Combien de places.")] = None,
    rest: Rest = False,
) -> None:
    """Corrige un atelier prévu. L’antenne prévient les inscrits s’il est déplacé."""
    from kiosque.bootstrap import central_workshops as root  # noqa: PLC0415

    root.correct(folder, number, title=title, starts=starts, length=length, capacity=places, rest=rest)
    typer.echo("C’est corrigé.")


@workshops.command("workshop-off")
def call_off(*, folder: Folder, number: Number, rest: Rest = False) -> None:
    """Annule un atelier. L’antenne prévient les inscrits."""
    from kiosque.bootstrap import central_workshops as root  # noqa: PLC0415

    root.call_off(folder, number, rest=rest)
    typer.echo("L’atelier est annulé.")


@workshops.command("desk")
def furnish(
    folder: Folder,
    antenna: AnAntenna,
    name: Annotated[str, typer.Argument(help="Comment on l’appelle là-bas : Table 1.")],
    form: Annotated[str, typer.Option(help="coworking, computer ou room.")] = "coworking",
) -> None:
    """Ajoute une place de travail ou un ordinateur en libre-service à une antenne."""
    from kiosque.bootstrap import central_workshops as root  # noqa: PLC0415

    root.furnish(folder, antenna, name, form)
    typer.echo(f"{name} est à l’antenne {antenna}.")
