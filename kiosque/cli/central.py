"""What headquarters runs and sets up: the central itself, its accounts, the network, what comes by stick."""

from pathlib import Path
from typing import Annotated

import typer

from kiosque.cli import (
    accounts,
    antennas,
    api_keys,
    codes,
    devices,
    equipment,
    network,
    objectives,
    openers,
    presences,
    repairs,
    staff,
    workshops,
)
from kiosque.cli.french import Commands
from kiosque.cli.shared import Device, Folder, code_typed, show_commune, show_hours, tell
from kiosque.domain.french import local, plural
from kiosque.journal.entry import MAX_NUMBER

central = Commands(help="Le central, que la coordination fait tourner.")
central.add_typer(accounts.accounts)
central.add_typer(devices.devices)
central.add_typer(network.network)
central.add_typer(antennas.antennas)
central.add_typer(objectives.objectives)
central.add_typer(codes.codes)
central.add_typer(workshops.workshops)
central.add_typer(equipment.equipment)
central.add_typer(staff.staff)
central.add_typer(presences.presences)
central.add_typer(repairs.repairs)
central.add_typer(openers.openers)
central.add_typer(api_keys.api_keys)
central.add_typer(devices.keys, name="keys")


ADDRESS = (
    "L’adresse d’une base PostgreSQL vide : postgresql://kiosque@serveur/kiosque, sans mot de passe. "
    "Le mot de passe se lit dans PGPASSWORD ou dans ~/.pgpass."
)
SERVED = "Le serveur ne le chiffre pas : son disque doit l’être."


@central.command("create")
def central_create(
    folder: Folder,
    root: Annotated[Path | None, typer.Option(help="Le fichier de la clé racine ; sans : dans le dossier.")] = None,
    database: Annotated[str, typer.Option(help=ADDRESS)] = "",
) -> None:
    """Crée un central, et sa clé racine."""
    from kiosque.bootstrap import central as composition  # noqa: PLC0415

    at = root or folder / "racine.txt"
    composition.create(folder, at, database)
    typer.echo(f"Le central est créé dans {folder}. {SERVED if database else 'Gardez une copie de sa clé ailleurs.'}")
    typer.echo(f"La clé racine est dans {at} : mettez-la hors ligne, en deux exemplaires.")


@central.command("move")
def central_move(folder: Folder, database: Annotated[str, typer.Option(help=ADDRESS)]) -> None:
    """Porte le central de son fichier sur un serveur PostgreSQL, et vérifie qu’il y est tout entier."""
    from kiosque.bootstrap import central as root  # noqa: PLC0415

    rows = root.move(folder, database)
    typer.echo(f"Le central est sur le serveur : {rows} lignes, tous les journaux sont égaux. {SERVED}")
    typer.echo("Son fichier reste dans le dossier, sous le nom central.db.moved : effacez-le quand vous en êtes sûrs.")


@central.command("antenna")
def central_antenna(
    folder: Folder,
    code: Annotated[str, typer.Argument(help="Un mot court : NYO.")],
    label: Annotated[str, typer.Argument(help="Le nom de l’antenne.")],
    commune: Annotated[str, typer.Option(help="La commune, ou son code INSEE : Nyons, St Auban 26170.")],
    form: Annotated[str, typer.Option(help="seat (siège) ou village.")] = "village",
    association: Annotated[str | None, typer.Option(help="asoft ou aventic.")] = None,
    hours: Annotated[str | None, typer.Option(help="Ses horaires : lundi au vendredi 9h-12h 14h-17h.")] = None,
) -> None:
    """Ajoute une antenne au réseau."""
    from kiosque.bootstrap import central as root  # noqa: PLC0415

    place = root.add_antenna(
        folder, code=code, label=label, form=form, association=association, commune=commune, hours=hours
    )
    typer.echo(f"L’antenne {label} est ajoutée.")
    show_commune(place)
    if hours:
        show_hours(hours)


@central.command("animator")
def central_animator(
    folder: Folder,
    given_name: Annotated[str, typer.Argument(help="Son prénom.")],
    family_name: Annotated[str, typer.Argument(help="Son nom de famille.")],
    antenna: Annotated[str | None, typer.Option(help="Le code de son antenne ; sans : itinérance.")] = None,
    status: Annotated[str, typer.Option(help="salarié, bénévole ou mis à disposition.")] = "salarié",
) -> None:
    """Ajoute un animateur ou une animatrice."""
    from kiosque.bootstrap import central as root  # noqa: PLC0415
    from kiosque.domain.codes import ANIMATOR_STATUSES  # noqa: PLC0415

    status = code_typed(ANIMATOR_STATUSES, status)
    root.add_animator(folder, given_name=given_name, family_name=family_name, status=status, antenna=antenna)
    typer.echo(f"{given_name} {family_name} fait partie du réseau.")


@central.command("stick")
def central_stick(
    folder: Folder, file: Annotated[Path, typer.Argument(help="Le fichier d’un poste, ou sa clé.")]
) -> None:
    """Reçoit ce qu’un poste a écrit sur une clé, et écrit la réponse à côté."""
    from kiosque.bootstrap import central_stick as errand  # noqa: PLC0415

    errand.take(folder, file, typer.echo)


@central.command("accept")
def central_accept(
    folder: Folder,
    device: Device,
    up_to: Annotated[int, typer.Option("--up-to", min=0, max=MAX_NUMBER, help="Le dernier numéro accepté.")],
) -> None:
    """Accepte ce qu’un poste retiré a écrit, jusqu’à un numéro."""
    from kiosque.bootstrap import central_stick as errand  # noqa: PLC0415

    new = errand.accept(folder, device, up_to)
    typer.echo(f"Accepté jusqu’au numéro {up_to}. Nouvelles écritures : {new}.")


@central.command("doctor")
def central_doctor(
    *,
    folder: Folder,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Refait les tables d’après le journal.")] = False,
) -> None:
    """Vérifie tous les journaux du central et ses tables."""
    from kiosque.bootstrap import central as root  # noqa: PLC0415

    findings = root.examine(folder, rebuild=rebuild)
    broken, wrong = findings.broken, len(findings.wrong_rows)
    tell(healthy=findings.healthy, broken=broken, wrong=wrong, rebuilt=rebuild)


@central.command("purge")
def central_purge(
    *,
    folder: Folder,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Dit seulement ce qui partirait.")] = False,
) -> None:
    """Rend anonyme qui n’est pas venu depuis douze mois. Un central qui tourne le fait chaque jour."""
    from kiosque.bootstrap import central_purging as errand  # noqa: PLC0415

    done = errand.purge(folder, really=not dry_run)
    people = plural(done.people, "personne", "personnes")
    names = plural(done.names, "nom laissé sans fiche", "noms laissés sans fiche")
    animators = plural(done.animators, "nom d’animateur", "noms d’animateurs")
    typer.echo(
        f"{'Partiraient' if dry_run else 'Sont partis'} : {people}, {names}, {animators}. Ce qui est compté reste."
    )
    if done.awaited:
        typer.echo(
            f"{plural(done.awaited, 'personne attend', 'personnes attendent')} qu’un poste donne de ses nouvelles."
        )
    typer.echo(f"D’ici un mois, sauf nouveau passage : {plural(done.soon, 'personne', 'personnes')}.")


@central.command("serve")
def central_serve(
    *,
    folder: Folder,
    host: Annotated[str, typer.Option(help="L’adresse où écouter.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Le port ; 0 : un port libre.")] = 8080,
    https: Annotated[bool, typer.Option("--https", help="Un relais TLS est devant : les pages l’exigent.")] = False,
    helpers: Annotated[
        int | None,
        typer.Option(min=0, max=64, help="Combien de processus aident quand beaucoup de postes viennent à la fois."),
    ] = None,
    workers: Annotated[
        int, typer.Option(min=1, max=64, help="Combien de processus répondent ensemble ; plusieurs : sur PostgreSQL.")
    ] = 1,
    attached: Annotated[bool, typer.Option("--attached", hidden=True)] = False,
) -> None:
    """Fait tourner le central, jusqu’à Ctrl-C."""
    from kiosque.bootstrap import central as root  # noqa: PLC0415
    from kiosque.db.played import played_until  # noqa: PLC0415

    def ready(address: str) -> None:
        typer.echo(f"Le central répond à {address}")
        until = played_until(folder)
        if until is not None:
            typer.echo(f"C’est une démonstration : on y est le soir du {local(until):%d/%m/%Y}.")

    root.serve(folder, host, port, https=https, attached=attached, helpers=helpers, workers=workers, ready=ready)
