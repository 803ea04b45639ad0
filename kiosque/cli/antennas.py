"""What headquarters knows of its antennas and of who supports them: read, and said otherwise."""

from datetime import date, datetime, timedelta
from typing import Annotated

import typer

from kiosque.cli.french import Commands
from kiosque.cli.shared import DAY, Folder, show_commune, show_hours
from kiosque.domain.french import PARIS, local, plural

antennas = Commands()

Number = Annotated[str, typer.Argument(help="Son numéro, comme la liste le montre : 12-345.")]
STATES = {"planned": "prévue", "open": "ouverte", "closed": "fermée"}


@antennas.command("antennas")
def shown(
    folder: Folder,
    day: Annotated[datetime | None, typer.Option("--on", **DAY, help="Le jour ; sans : aujourd’hui.")] = None,
) -> None:
    """Montre les antennes : prévues, ouvertes ou fermées, leur local, leurs heures et leur plancher, leurs enquêtes."""
    from kiosque.actions.network.antennas import State  # noqa: PLC0415
    from kiosque.bootstrap import central_antennas as root  # noqa: PLC0415
    from kiosque.domain.network_codes import LABELS, ROOMS  # noqa: PLC0415

    when = day.date() if day else datetime.now(PARIS).date()
    found = root.on(folder, when)
    for each in found:
        said = [each.code, each.name, each.commune, STATES[each.state.value]]
        if each.opens:
            said.append(f"{'le' if each.state is State.PLANNED else 'depuis le'} {_date(each.opens)}")
        said += [f"jusqu’au {_date(each.closes)}"] if each.closes else []
        said += [ROOMS.label(each.room)] if each.room else []
        said += [f"{each.hours:g} h par semaine".replace(".", ",")]
        said += [f"plancher {each.floor} h"] if each.floor else []
        said += [f"zone {each.zone}"] if each.zone else []
        said += [LABELS.label(label) for label in each.labels]
        if each.answered:
            said += _counted(each.answered, each.teleworkers, each.desks)
        typer.echo(", ".join(said))
    counted = {state: sum(each.state is state for each in found) for state in State}
    typer.echo(f"Ouvertes : {counted[State.OPEN]} ; prévues : {counted[State.PLANNED]}.")


@antennas.command("antenna-correct")
def correct_antenna(  # noqa: PLR0913 - each is one thing that may have been said wrong
    *,
    folder: Folder,
    antenna: Annotated[str, typer.Argument(help="Le code de l’antenne.")],
    name: Annotated[str | None, typer.Option(help="Son nouveau nom.")] = None,
    code: Annotated[str | None, typer.Option(help="Son nouveau code : un seul mot.")] = None,
    form: Annotated[str | None, typer.Option(help="seat (siège) ou village.")] = None,
    association: Annotated[str | None, typer.Option(help="asoft ou aventic ; vide : aucune.")] = None,
    commune: Annotated[str | None, typer.Option(help="La commune, ou son code INSEE.")] = None,
    hours: Annotated[
        str | None, typer.Option(help="Ses horaires habituels : lundi au vendredi 9h-12h 14h-17h.")
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option(
            "--from",
            **DAY,
            help="Le jour à partir duquel ses horaires valent (AAAA-MM-JJ) ; sans : ils étaient mal dits.",
        ),
    ] = None,
    label: Annotated[str | None, typer.Option(help="Le label qu’elle porte : msap, france_services…")] = None,
    instead_of: Annotated[str | None, typer.Option(help="De plusieurs labels notés, celui qui était faux.")] = None,
) -> None:
    """Corrige une antenne : son nom, sa commune, son association, ses horaires habituels, son label."""
    from kiosque.actions.network.corrections import AntennaSaid  # noqa: PLC0415
    from kiosque.bootstrap import central_antennas as root  # noqa: PLC0415

    said = AntennaSaid(code, name, form, association, commune, hours)
    meant = root.correct_antenna(folder, antenna, said, (label, instead_of), since.date() if since else None)
    typer.echo("C’est corrigé.")
    if meant:
        show_commune(meant)
    if hours:
        show_hours(hours)
    if hours and since and since.date() < datetime.now(PARIS).date():
        typer.echo("Ce jour est passé\u202f: le calendrier public change aussi pour les jours d’après.")


@antennas.command("partners")
def partners(folder: Folder) -> None:
    """Montre les partenaires, et tout ce qu’ils ont donné, avec son numéro."""
    from kiosque.actions.numbers import spoken  # noqa: PLC0415
    from kiosque.bootstrap import central_antennas as root  # noqa: PLC0415
    from kiosque.domain.network_codes import LABELS, NATURES, PARTNER_FORMS  # noqa: PLC0415

    found, codes = root.known(folder)
    for each in found:
        typer.echo(f"{spoken(each.id)}  {each.name}, {PARTNER_FORMS.label(each.form)}")
        for gift in each.gifts:
            said = [NATURES.label(gift.nature)]
            said += [LABELS.label(gift.label)] if gift.label else []
            said += [codes.get(gift.antenna, "") if gift.antenna else "tout le réseau"]
            said += [f"{gift.share} %"] if gift.share else []
            said += [f"depuis le {_date(local(gift.started_at).date())}"] if gift.started_at else []
            last = local(gift.ended_at).date() - timedelta(days=1) if gift.ended_at else None
            said += [f"jusqu’au {_date(last)}"] if last else []
            typer.echo(f"  {spoken(gift.id)}  {', '.join(said)}")


@antennas.command("partner-correct")
def correct_partner(
    *,
    folder: Folder,
    partner: Annotated[str, typer.Argument(help="Le nom du partenaire.")],
    name: Annotated[str | None, typer.Option(help="Son nouveau nom.")] = None,
    form: Annotated[str | None, typer.Option(help="commune, departement, region, etat, parc, operateur…")] = None,
) -> None:
    """Corrige le nom d’un partenaire, ou ce qu’il est."""
    from kiosque.bootstrap import central_antennas as root  # noqa: PLC0415

    root.correct_partner(folder, partner, name=name, form=form)
    typer.echo("C’est corrigé.")


@antennas.command("support-correct")
def correct_support(
    *,
    folder: Folder,
    number: Number,
    share: Annotated[int | None, typer.Option(help="La part du coût, en pour cent.")] = None,
    label: Annotated[str | None, typer.Option(help="msap, france_services, aidants_connect, tiers_lieu.")] = None,
    antenna: Annotated[str | None, typer.Option(help="Le code de l’antenne à laquelle c’est donné.")] = None,
    first: Annotated[datetime | None, typer.Option("--from", **DAY, help="Le premier jour.")] = None,
    last: Annotated[datetime | None, typer.Option("--to", **DAY, help="Le dernier jour.")] = None,
) -> None:
    """Corrige ce qu’un partenaire donne : sa part, son label, l’antenne, ses jours."""
    from kiosque.bootstrap import central_antennas as root  # noqa: PLC0415

    days = (first and first.date(), last and last.date())
    root.correct_support(folder, number, share=share, label=label, antenna=antenna, days=days)
    typer.echo("C’est corrigé.")


@antennas.command("surveys")
def surveys(folder: Folder) -> None:
    """Montre les enquêtes, avec leur numéro."""
    from kiosque.actions.numbers import spoken  # noqa: PLC0415
    from kiosque.bootstrap import central_antennas as root  # noqa: PLC0415
    from kiosque.domain.codes import VISIT_REASONS  # noqa: PLC0415

    found, codes = root.asked(folder)
    for each in found:
        said = [codes.get(each.antenna, ""), _date(each.asked)]
        said += _counted(each.answers, each.teleworkers, each.desks)
        said += [VISIT_REASONS.label(need) for need in each.needs]
        typer.echo(f"{spoken(each.id)}  {', '.join(said)}")


@antennas.command("survey-correct")
def correct_survey(
    *,
    folder: Folder,
    number: Number,
    answers: Annotated[int | None, typer.Option(help="Combien de personnes ont répondu.")] = None,
    teleworkers: Annotated[int | None, typer.Option(help="Parmi elles, combien travaillent à distance.")] = None,
    desks: Annotated[int | None, typer.Option(help="Combien de places de travail elles prendraient.")] = None,
) -> None:
    """Corrige une enquête."""
    from kiosque.bootstrap import central_antennas as root  # noqa: PLC0415

    root.correct_survey(folder, number, answers=answers, teleworkers=teleworkers, desks=desks)
    typer.echo("C’est corrigé.")


@antennas.command("take-back")
def take_back(folder: Folder, number: Number) -> None:
    """Met à la corbeille un partenaire, un soutien ou une enquête notés par erreur."""
    from kiosque.bootstrap import central_antennas as root  # noqa: PLC0415

    root.take_back(folder, number)
    typer.echo("C’est à la corbeille.")


def _date(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _counted(answers: int, teleworkers: int, desks: int) -> tuple[str, ...]:
    """Say what people answered."""
    return (
        plural(answers, "réponse", "réponses"),
        plural(teleworkers, "télétravailleur", "télétravailleurs"),
        plural(desks, "place voulue", "places voulues"),
    )
