"""Headquarters' accounts, where there is no page or nobody left to open it: the first one, and letting somebody in."""

from enum import StrEnum
from typing import Annotated

import typer

from kiosque.cli.french import Commands
from kiosque.cli.shared import Folder, Password

accounts = Commands()

Name = Annotated[str, typer.Argument(help="Le nom du compte.")]


class Role(StrEnum):
    """What an account of headquarters may see."""

    FIGURES = "figures"
    ASSOCIATION = "association"
    DATA_PROTECTION = "data_protection"
    ADMINISTRATOR = "administrator"


@accounts.command("account")
def account(
    folder: Folder,
    name: Name,
    password: Password,
    role: Annotated[Role, typer.Option(help="Ce qu’il ouvre.")] = Role.FIGURES,
    association: Annotated[str, typer.Option(help="asoft ou aventic, pour le rôle association.")] = "",
) -> None:
    """Crée un compte de la coordination."""
    from kiosque.bootstrap import central_accounts as root  # noqa: PLC0415

    root.add(folder, name, password, role, association)
    typer.echo(f"Le compte {name} est créé.")


@accounts.command("journal-key")
def journal_key(
    folder: Folder,
    name: Annotated[str, typer.Argument(help="À quoi elle sert : sauvegarde de Nyons.")],
    days: Annotated[int, typer.Option(help="Combien de jours elle sert : 30, 90 ou 365.")] = 90,
) -> None:
    """Fait une clé qui ouvre tout le journal, noms compris : le mot de passe de kiosque pull."""
    from kiosque.bootstrap import central_accounts as root  # noqa: PLC0415

    typer.echo(root.journal_key(folder, name, days))


@accounts.command("accounts")
def every(folder: Folder) -> None:
    """Montre les comptes, ce qu’ils ouvrent, et leur dernière entrée."""
    from kiosque.bootstrap import central_accounts as root  # noqa: PLC0415

    for line in root.listed(folder) or ("Il n’y a pas encore de compte.",):
        typer.echo(line)


@accounts.command("account-password")
def password(folder: Folder, name: Name, password: Password) -> None:
    """Donne un autre mot de passe à un compte."""
    from kiosque.bootstrap import central_accounts as root  # noqa: PLC0415

    root.change_password(folder, name, password)
    typer.echo(f"Le compte {name} a un autre mot de passe. Ses appareils devront entrer à nouveau.")


@accounts.command("account-code")
def code(folder: Folder, name: Name) -> None:
    """Oublie le téléphone d’un compte, quand il est perdu."""
    from kiosque.bootstrap import central_accounts as root  # noqa: PLC0415

    root.forget_code(folder, name)
    typer.echo(f"Le téléphone du compte {name} est oublié. Un nouveau code sera mis en place à sa prochaine entrée.")


@accounts.command("account-open")
def reopen(folder: Folder, name: Name) -> None:
    """Rouvre un compte fermé."""
    from kiosque.bootstrap import central_accounts as root  # noqa: PLC0415

    root.reopen(folder, name)
    typer.echo(f"Le compte {name} sert à nouveau.")
