"""Workshops and places to work at, as headquarters plans them for an antenna."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from kiosque.cli.french import Commands
from kiosque.cli.shared import Folder
from kiosque.domain.french import local

if TYPE_CHECKING:
    from kiosque.actions.workshops.workshop_checks import Doubt

workshops = Commands()

AnAntenna = Annotated[str, typer.Argument(help="Le code de l’antenne.")]
Number = Annotated[str, typer.Argument(help="Son numéro, comme la liste le montre : 12-345.")]
Rest = Annotated[bool, typer.Option("--rest", help="Les séances suivantes de la série aussi.")]
Places = Annotated[int | None, typer.Option(help="Combien de places ; huit, si l’on n’en dit rien.")]
Level = Annotated[str | None, typer.Option(help="debutant, intermediaire ou avance ; vide : pour tous.")]
Where = Annotated[str | None, typer.Option(help="Ailleurs qu’à l’antenne : une école, une autre salle ; vide : là.")]
Programme = Annotated[str | None, typer.Option(help="Le nom du programme dont il fait partie ; vide : aucun.")]
MOMENT = ["%Y-%m-%d %H:%M"]


@workshops.command("workshop")
def plan(  # noqa: PLR0913 - each is one thing that is said of it
    *,
    folder: Folder,
    antenna: AnAntenna,
    title: Annotated[str, typer.Argument(help="Le titre de l’atelier.")],
    animators: Annotated[list[str], typer.Argument(help="Qui l’anime : prénom et nom de chacun.")],
    theme: Annotated[str, typer.Option(help="La thématique nationale : email, bureautique…")],
    starts: Annotated[datetime, typer.Option("--at", formats=MOMENT, help="2026-12-01 14:00.")],
    length: Annotated[int, typer.Option("--minutes", help="Sa durée.")] = 120,
    places: Places = None,
    level: Level = None,
    where: Where = None,
    programme: Programme = None,
    sessions: Annotated[int, typer.Option(help="Combien de séances, hors vacances scolaires.")] = 1,
    weeks: Annotated[int, typer.Option(help="Une séance toutes les combien de semaines.")] = 1,
    only_check: Annotated[bool, typer.Option("--check", help="Dit ce qui ne va pas, et n’écrit rien.")] = False,
) -> None:
    """Prévoit un atelier, ou une série, à une antenne, et dit ce qui pourrait être une erreur."""
    from kiosque.actions.workshops.workshops import Repeats  # noqa: PLC0415
    from kiosque.bootstrap import central_workshops as root  # noqa: PLC0415

    told = root.Told(title, theme, starts, length, places, tuple(animators), level, where, programme)
    repeats = Repeats(weeks, sessions, in_term=sessions > 1)
    planned, doubts = root.plan(folder, antenna, told, repeats, only_check=only_check)
    if only_check:
        days = ", ".join(f"{each:%d/%m/%Y}" for each in planned)
        typer.echo(f"Rien n’est écrit. Séances : {days}.")
    else:
        typer.echo(f"Séances prévues : {len(planned)}.")
    _tell(doubts)


@workshops.command("workshops")
def shown(folder: Folder, antenna: AnAntenna) -> None:
    """Montre les ateliers à venir d’une antenne, avec leur numéro et leurs inscrits."""
    from kiosque.actions.numbers import spoken  # noqa: PLC0415
    from kiosque.bootstrap import central_workshops as root  # noqa: PLC0415

    found = root.coming(folder, antenna)
    if not found:
        typer.echo("Aucun atelier n’est prévu.")
    for each in found:
        said = [f"{local(each.starts_at):%d/%m/%Y %H:%M}", each.title]
        said += [each.where] if each.where else []
        said += [f"inscrits {each.registered} sur {each.capacity}"]
        said += [f"en attente {each.waiting}"] if each.waiting else []
        typer.echo(f"{spoken(each.id)}  {', '.join(said)}")


@workshops.command("workshop-correct")
def correct(  # noqa: PLR0913 - each is one thing that may have been said wrong
    *,
    folder: Folder,
    number: Number,
    title: Annotated[str | None, typer.Option(help="Son nouveau titre.")] = None,
    theme: Annotated[str | None, typer.Option(help="Sa thématique nationale : email, bureautique…")] = None,
    starts: Annotated[datetime | None, typer.Option("--at", formats=MOMENT, help="2026-12-01 14:00.")] = None,
    length: Annotated[int | None, typer.Option("--minutes", help="Sa durée.")] = None,
    places: Places = None,
    animators: Annotated[
        list[str] | None, typer.Option("--animator", help="Qui l’anime : tous, chacun une fois.")
    ] = None,
    level: Level = None,
    where: Where = None,
    programme: Programme = None,
    rest: Rest = False,
) -> None:
    """Corrige un atelier, et dit ce qui pourrait être une erreur. L’antenne prévient les inscrits s’il est déplacé."""
    from kiosque.bootstrap import central_workshops as root  # noqa: PLC0415

    told = root.Told(title, theme, starts, length, places, tuple(animators or ()), level, where, programme)
    doubts = root.correct(folder, number, told, rest=rest)
    typer.echo("C’est corrigé.")
    _tell(doubts)


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


def _tell(doubts: "Iterable[Doubt]") -> None:
    """Say what may be a mistake: whoever plans decides."""
    from kiosque.actions.workshops.workshop_checks import SAID  # noqa: PLC0415

    for each in doubts:
        typer.echo(f"À vérifier : {SAID[each]}")
