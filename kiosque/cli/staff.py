"""What headquarters keeps of animators: the trainings that they followed, and time that no PC noted."""

from datetime import datetime
from typing import Annotated

import typer

from kiosque.cli.network import Animator
from kiosque.cli.shared import Folder
from kiosque.domain.staff import TRAINING_SUBJECTS

staff = typer.Typer()


@staff.command("trainings")
def trainings(folder: Folder) -> None:
    """Montre les formations notées, la dernière d’abord, et qui les a suivies."""
    from kiosque.bootstrap import central_staff as root  # noqa: PLC0415

    for each, who in root.trainings(folder):
        said = f"{each.id} : {TRAINING_SUBJECTS.label(each.subject)}, {each.hours} h, le {each.day:%d/%m/%Y}"
        typer.echo(f"{said}, {', '.join(who)}")


@staff.command("training-remove")
def training_remove(
    folder: Folder, number: Annotated[int, typer.Argument(help="Son numéro, que « trainings » montre.")]
) -> None:
    """Retire une formation notée par erreur ; elle reste dans l’historique."""
    from kiosque.bootstrap import central_staff as root  # noqa: PLC0415

    root.remove_training(folder, number)
    typer.echo("La formation est retirée.")


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
