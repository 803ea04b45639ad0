"""What headquarters plans for the network: where antennas stand, their hours, who supports them."""

from datetime import datetime
from typing import Annotated

import typer

from kiosque.cli.french import Commands
from kiosque.cli.shared import DAY, Folder, Unclear, code_typed, show_hours
from kiosque.domain.french import duration

network = Commands()

Antenna = Annotated[str, typer.Argument(help="Le code de l’antenne.")]
Animator = Annotated[str, typer.Argument(help="Son prénom et son nom, ou son numéro : 12-345.")]
Day = Annotated[datetime, typer.Option("--from", **DAY, help="Le premier jour : 2026-07-01.")]
LastDay = Annotated[
    datetime | None,
    typer.Option("--to", **DAY, help="Le dernier jour ; sans : jusqu’à nouvel ordre."),
]


@network.command("place")
def place(
    *,
    folder: Folder,
    antenna: Antenna,
    room: Annotated[str | None, typer.Option(help="salle_communale, bibliotheque, cafe, mairie, ecole…")] = None,
    position: Annotated[str | None, typer.Option(help="En degrés, nord puis est : 44.36042 5.13829.")] = None,
    size: Annotated[str | None, typer.Option(help="hameau, village, bourg, ville ; sans : selon la commune.")] = None,
    opens: Annotated[datetime | None, typer.Option(**DAY, help="Le jour de son ouverture.")] = None,
    closes: Annotated[datetime | None, typer.Option(**DAY, help="Son dernier jour, pour de bon.")] = None,
) -> None:
    """Dit où se tient une antenne, quand elle ouvre, et quand elle ferme pour de bon."""
    from kiosque.bootstrap import central_network as root  # noqa: PLC0415

    life = (opens and opens.date(), closes and closes.date())
    root.settle(folder, antenna, room=room, position=position, size=size, life=life)
    typer.echo(f"L’antenne {antenna} est à sa place.")


@network.command("address")
def address(
    *,
    folder: Folder,
    antenna: Antenna,
    street: Annotated[str | None, typer.Option(help="Le numéro et la rue, sans la commune.")] = None,
    pivot: Annotated[str | None, typer.Option(help="Le SIRET de qui tient l’antenne, ou son RNA.")] = None,
) -> None:
    """Dit l’adresse d’une antenne et qui la tient : la liste nationale des lieux les veut."""
    from kiosque.bootstrap import central_network as root  # noqa: PLC0415

    root.settle_address(folder, antenna, street, pivot)
    typer.echo(f"L’adresse de {antenna} est notée.")


@network.command("hours")
def hours(
    *,
    folder: Folder,
    antenna: Antenna,
    text: Annotated[str, typer.Argument(help="lundi au vendredi 9h-12h 14h-17h ; fermé.")],
    first: Day,
    last: LastDay = None,
    reason: Annotated[str, typer.Option(help="season, leave, training, works, road, unforeseen ou event.")] = "season",
) -> None:
    """Donne à une antenne d’autres horaires entre deux jours."""
    from kiosque.bootstrap import central_network as root  # noqa: PLC0415

    root.note_hours(folder, antenna, text, first=first.date(), last=last and last.date(), reason=reason)
    typer.echo(f"C’est noté pour l’antenne {antenna}.")
    show_hours(text)


@network.command("partner")
def partner(
    folder: Folder,
    name: Annotated[str, typer.Argument(help="Le nom du partenaire.")],
    form: Annotated[str, typer.Option(help="commune, departement, region, etat, parc, operateur…")],
) -> None:
    """Ajoute un partenaire ou un financeur."""
    from kiosque.bootstrap import central_network as root  # noqa: PLC0415

    root.add_partner(folder, name, form)
    typer.echo(f"{name} est noté.")


@network.command("support")
def support(
    *,
    folder: Folder,
    partner: Annotated[str, typer.Argument(help="Le nom du partenaire.")],
    nature: Annotated[str, typer.Argument(help="room, label, investment, running, staff, equipment, partner.")],
    first: Day,
    last: LastDay = None,
    antenna: Annotated[str | None, typer.Option(help="Le code de l’antenne ; sans : tout le réseau.")] = None,
    label: Annotated[str | None, typer.Option(help="msap, france_services, aidants_connect, tiers_lieu.")] = None,
    share: Annotated[int | None, typer.Option(help="La part du coût, en pour cent.")] = None,
) -> None:
    """Note ce qu’un partenaire donne, à une antenne ou à tout le réseau."""
    from kiosque.bootstrap import central_network as root  # noqa: PLC0415

    days = (first.date(), last and last.date())
    beside = root.add_support(folder, partner, nature, antenna=antenna, label=label, days=days, share=share)
    typer.echo(f"C’est noté pour {partner}.")
    if beside:
        typer.echo("La même chose était déjà notée pour certains de ces jours\u202f: un rapport n’en compte qu’une.")


@network.command("survey")
def survey(
    *,
    folder: Folder,
    antenna: Antenna,
    answers: Annotated[int, typer.Option(help="Combien de personnes ont répondu.")],
    teleworkers: Annotated[int, typer.Option(help="Parmi elles, combien travaillent à distance.")] = 0,
    desks: Annotated[int, typer.Option(help="Combien de places de travail elles prendraient.")] = 0,
    need: Annotated[list[str] | None, typer.Option(help="service, digital, workshop, desk, repair, other.")] = None,
    day: Annotated[datetime | None, typer.Option("--on", **DAY, help="Le jour ; sans : aujourd’hui.")] = None,
) -> None:
    """Garde ce que les gens d’un lieu disent avoir besoin, avant ou après l’ouverture."""
    from kiosque.bootstrap import central_network as root  # noqa: PLC0415

    asked = day and day.date()
    root.survey(folder, antenna, answers=answers, teleworkers=teleworkers, desks=desks, needs=need or [], asked=asked)
    typer.echo(f"L’enquête de l’antenne {antenna} est notée.")


@network.command("engage")
def engage(
    *,
    folder: Folder,
    animator: Animator,
    status: Annotated[str, typer.Argument(help="salarié, bénévole ou mis à disposition.")],
    first: Day,
    last: LastDay = None,
) -> None:
    """Dit à quel titre quelqu’un anime, et jusqu’à quand."""
    from kiosque.bootstrap import central_network as root  # noqa: PLC0415
    from kiosque.domain.codes import ANIMATOR_STATUSES  # noqa: PLC0415

    status = code_typed(ANIMATOR_STATUSES, status)
    beside = root.engage(folder, animator, status, first=first.date(), last=last and last.date())
    typer.echo(f"C’est noté pour {animator}.")
    if beside:
        typer.echo("Un autre engagement vaut aussi certains de ces jours\u202f: alors le plus court des deux compte.")


@network.command("stop")
def stop(
    *,
    folder: Folder,
    animator: Animator,
    antenna: Antenna,
    text: Annotated[str, typer.Argument(help="mardi 14h-17h ; fermé : ne vient pas.")],
    first: Day,
    last: LastDay = None,
) -> None:
    """Ajoute une étape au circuit : qui vient à quelle antenne, et quand."""
    from kiosque.bootstrap import central_network as root  # noqa: PLC0415

    doubts = root.plan_stop(folder, animator, antenna, text, first=first.date(), last=last and last.date())
    typer.echo(f"{animator} est attendu à l’antenne {antenna}.")
    show_hours(text)
    for each in doubts:
        typer.echo(f"À vérifier : {each}")


@network.command("training")
def training(
    *,
    folder: Folder,
    subject: Annotated[str, typer.Argument(help="mediation, demarches, donnees, accueil, atelier, kiosque, autre.")],
    animators: Annotated[list[str], typer.Argument(help="Le prénom et le nom de chacun.")],
    day: Annotated[datetime, typer.Option("--on", **DAY, help="Le jour.")],
    length: Annotated[int, typer.Option("--hours", help="Combien d’heures.")],
) -> None:
    """Garde une formation, et qui l’a suivie."""
    from kiosque.bootstrap import central_network as root  # noqa: PLC0415

    root.train(folder, subject, day=day.date(), length=length, who=animators)
    typer.echo("La formation est notée.")


@network.command("staff")
def staff(
    folder: Folder,
    first: Day,
    last: Annotated[datetime, typer.Option("--to", **DAY, help="Le dernier jour.")],
) -> None:
    """Montre qui est formé, qui a tenu combien d’heures, et ce que valent celles des bénévoles."""
    from kiosque.bootstrap import central_network as root  # noqa: PLC0415
    from kiosque.domain.codes import ANIMATOR_STATUSES  # noqa: PLC0415

    if last < first:
        raise Unclear("Le dernier jour (--to) vient avant le premier (--from).")
    for each in root.members(folder, first.date(), last.date()):
        said = [
            each.name or "(nom effacé)",
            ANIMATOR_STATUSES.label(each.status),
            "formé" if each.trained else "à former",
            f"{each.followed} h suivies",
        ]
        said.append(f"{duration(each.seconds // 60)} de permanence")
        if each.besides:
            said.append(f"{duration(each.besides // 60)} en dehors")
        if each.cents:
            said.append(f"valorisées {each.cents / 100:.2f} €".replace(".", ","))
        if each.until:
            said.append(f"jusqu’au {each.until:%d/%m/%Y}")
        typer.echo(", ".join(said))


@network.command("programme")
def programme(  # noqa: PLR0913 - a list of codes each
    *,
    folder: Folder,
    name: Annotated[str, typer.Argument(help="Le nom du programme.")],
    audience: Annotated[str, typer.Argument(help="farmers, tourism, young, job_seekers ou everybody.")],
    first: Day,
    last: LastDay = None,
    theme: Annotated[list[str] | None, typer.Option(help="Une thématique dont les aides en font partie.")] = None,
    service: Annotated[list[str] | None, typer.Option(help="Un organisme dont les aides en font partie.")] = None,
    age: Annotated[list[str] | None, typer.Option(help="Une tranche d’âge dont les aides en font partie.")] = None,
    status: Annotated[list[str] | None, typer.Option(help="scolarise, sans_emploi, en_emploi ou retraite.")] = None,
    sector: Annotated[list[str] | None, typer.Option(help="farm, tourism, micro_enterprise ou association.")] = None,
) -> None:
    """Ouvre un programme pour un public, et dit quelles aides et quels ateliers en font partie tout seuls."""
    from kiosque.bootstrap import central_network as root  # noqa: PLC0415
    from kiosque.domain.programmes import Rule  # noqa: PLC0415

    rule = Rule(*(frozenset(each or ()) for each in (theme, service, age, status, sector)))
    root.add_programme(folder, name, audience, first=first.date(), last=last and last.date(), rule=rule)
    typer.echo(f"Le programme {name} est ouvert.")


@network.command("programme-change")
def programme_change(  # noqa: PLR0913 - a list of codes each
    *,
    folder: Folder,
    name: Annotated[str, typer.Argument(help="Le nom du programme.")],
    label: Annotated[str | None, typer.Option("--name", help="Son nouveau nom.")] = None,
    last: LastDay = None,
    theme: Annotated[list[str] | None, typer.Option(help="Une thématique dont les aides en font partie.")] = None,
    service: Annotated[list[str] | None, typer.Option(help="Un organisme dont les aides en font partie.")] = None,
    age: Annotated[list[str] | None, typer.Option(help="Une tranche d’âge dont les aides en font partie.")] = None,
    status: Annotated[list[str] | None, typer.Option(help="scolarise, sans_emploi, en_emploi ou retraite.")] = None,
    sector: Annotated[list[str] | None, typer.Option(help="farm, tourism, micro_enterprise ou association.")] = None,
) -> None:
    """Change le nom, la fin ou la règle d’un programme : une règle redite vaut aussi pour ce qui est noté."""
    from kiosque.bootstrap import central_network as root  # noqa: PLC0415
    from kiosque.domain.programmes import Rule  # noqa: PLC0415

    said = (theme, service, age, status, sector)
    rule = Rule(*(frozenset(each or ()) for each in said)) if any(said) else None
    root.change_programme(folder, name, label=label, last=last and last.date(), rule=rule)
    typer.echo(f"Le programme {label or name} est à jour.")


@network.command("programmes")
def programmes(
    folder: Folder,
    first: Day,
    last: Annotated[datetime, typer.Option("--to", **DAY, help="Le dernier jour.")],
) -> None:
    """Montre ce qui fait partie de chaque programme : les aides, les participations à un atelier."""
    from kiosque.bootstrap import central_network as root  # noqa: PLC0415

    for name, counted in root.taken(folder, first.date(), last.date()):
        typer.echo(f"{name} : aides {counted.helps}, participations à un atelier {counted.attendances}")
