"""What headquarters keeps of animators: the trainings that they followed, and time that no PC noted."""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated

import typer

from kiosque.cli.french import Commands
from kiosque.cli.network import Animator
from kiosque.cli.shared import DAY, NUMBER, Folder, Unclear
from kiosque.domain.french import local
from kiosque.domain.staff import TRAINING_SUBJECTS

staff = Commands()

Number = Annotated[str, typer.Argument(help="Son numéro, comme la liste le montre : 12-345.")]


@staff.command("trainings")
def trainings(folder: Folder) -> None:
    """Montre les formations notées, la dernière d’abord, et qui les a suivies."""
    from kiosque.bootstrap import central_staff as root  # noqa: PLC0415

    for each, who in root.trainings(folder):
        said = f"{each.id} : {TRAINING_SUBJECTS.label(each.subject)}, {each.hours} h, le {each.day:%d/%m/%Y}"
        typer.echo(f"{said}, {', '.join(who)}")


@staff.command("training-remove")
def training_remove(
    folder: Folder, number: Annotated[int, typer.Argument(**NUMBER, help="Son numéro, que « trainings » montre.")]
) -> None:
    """Retire une formation notée par erreur ; elle reste dans l’historique."""
    from kiosque.bootstrap import central_staff as root  # noqa: PLC0415

    root.remove_training(folder, number)
    typer.echo("La formation est retirée.")


@staff.command("training-correct")
def training_correct(
    *,
    folder: Folder,
    number: Annotated[int, typer.Argument(**NUMBER, help="Son numéro, que « trainings » montre.")],
    subject: Annotated[str | None, typer.Option(help="mediation, demarches, donnees, accueil, atelier…")] = None,
    day: Annotated[datetime | None, typer.Option("--on", **DAY, help="Le jour.")] = None,
    length: Annotated[int | None, typer.Option("--hours", help="Combien d’heures.")] = None,
    who: Annotated[list[str] | None, typer.Option("--animator", help="Qui l’a suivie : tous, chacun une fois.")] = None,
) -> None:
    """Corrige une formation : son sujet, son jour, sa durée, qui l’a suivie."""
    from kiosque.bootstrap import central_staff as root  # noqa: PLC0415

    root.correct_training(folder, number, subject=subject, day=day and day.date(), length=length, who=who or [])
    typer.echo("C’est corrigé.")


@staff.command("animator-correct")
def animator_correct(
    *,
    folder: Folder,
    animator: Animator,
    given_name: Annotated[str | None, typer.Option(help="Son prénom.")] = None,
    family_name: Annotated[str | None, typer.Option(help="Son nom.")] = None,
    association: Annotated[str | None, typer.Option(help="asoft ou aventic ; vide : aucune.")] = None,
    antenna: Annotated[str | None, typer.Option(help="Le code de son antenne ; vide : itinérance.")] = None,
    leaves: Annotated[
        datetime | None,
        typer.Option(**DAY, help="Le dernier jour où cette personne anime, et ouvre."),
    ] = None,
    stays: Annotated[bool, typer.Option("--stays", help="Cette personne ne part pas, après tout.")] = False,
) -> None:
    """Corrige qui anime : son nom, son association, son antenne, son départ. Qui part n’ouvre plus aucun poste."""
    from kiosque.actions.network.corrections import AnimatorSaid  # noqa: PLC0415
    from kiosque.bootstrap import central_staff as root  # noqa: PLC0415

    if leaves and stays:
        raise Unclear("Un départ ou pas : choisissez --leaves ou --stays.")
    said = AnimatorSaid(given_name, family_name, association)
    root.correct_animator(folder, animator, said, antenna=antenna, leaves=leaves and leaves.date(), stays=stays)
    typer.echo("C’est corrigé.")


@staff.command("engagements")
def engagements(folder: Folder, animator: Animator) -> None:
    """Montre à quel titre quelqu’un anime et a animé, et de quand à quand."""
    from kiosque.actions.numbers import spoken  # noqa: PLC0415
    from kiosque.bootstrap import central_staff as root  # noqa: PLC0415
    from kiosque.domain.codes import ANIMATOR_STATUSES  # noqa: PLC0415

    for each in root.engaged(folder, animator):
        number = f"{spoken(each.record)}  " if each.record else ""
        typer.echo(number + ", ".join([ANIMATOR_STATUSES.label(each.status), *_days(each.started_at, each.ended_at)]))


@staff.command("engagement-remove")
def engagement_remove(folder: Folder, number: Number) -> None:
    """Retire un engagement noté par erreur ; il reste dans l’historique."""
    from kiosque.bootstrap import central_staff as root  # noqa: PLC0415

    root.disengage(folder, number)
    typer.echo("L’engagement est retiré.")


@staff.command("stops")
def stops(
    folder: Folder,
    antenna: Annotated[str | None, typer.Option(help="Le code d’une antenne ; sans : toutes.")] = None,
) -> None:
    """Montre le circuit : qui vient à quelle antenne, à quelles heures, de quand à quand."""
    from kiosque.actions.numbers import spoken  # noqa: PLC0415
    from kiosque.bootstrap import central_staff as root  # noqa: PLC0415
    from kiosque.domain.told_hours import told  # noqa: PLC0415

    for each, who, code in root.circuit(folder, antenna):
        said = [code, who, told(each.hours), *_days(each.started_at, each.ended_at)]
        typer.echo(f"{spoken(each.id)}  {', '.join(said)}")


@staff.command("stop-remove")
def stop_remove(folder: Folder, number: Number) -> None:
    """Retire une étape du circuit ; elle reste dans l’historique."""
    from kiosque.bootstrap import central_staff as root  # noqa: PLC0415

    root.unplan_stop(folder, number)
    typer.echo("L’étape est retirée.")


@staff.command("task")
def task(
    *,
    folder: Folder,
    animator: Animator,
    activity: Annotated[str, typer.Argument(help="preparation, meeting, outreach, upkeep, travel ou autre.")],
    antenna: Annotated[str, typer.Option(help="Le code de l’antenne pour laquelle.")],
    starts: Annotated[datetime, typer.Option("--at", formats=["%Y-%m-%d %H:%M"], help="2026-12-01 14:00.")],
    length: Annotated[int, typer.Option("--minutes", help="Pendant combien de minutes.")] = 60,
) -> None:
    """Note ce que quelqu’un a fait hors permanence : préparer, se réunir."""
    from kiosque.bootstrap import central_staff as root  # noqa: PLC0415

    root.note_task(folder, animator, activity, antenna=antenna, starts=starts, length=length)
    typer.echo(f"C’est noté pour {animator}.")


def _days(started_at: int | None, ended_at: int | None) -> Iterator[str]:
    """Say from when to when something holds."""
    if started_at is not None:
        yield f"depuis le {local(started_at):%d/%m/%Y}"
    if ended_at is not None:
        yield f"jusqu’au {local(ended_at - 1):%d/%m/%Y}"
