"""What several commands share: their options, and how a finding and a progress are told."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosque.domain.codelist import CodeList
from kiosque.domain.errors import KnownError
from kiosque.domain.repeated import repeated
from kiosque.journal.entry import MAX_DEVICE

Folder = Annotated[Path, typer.Option("--dir", help="Le dossier de la base et de sa clé.", show_default=False)]
OptionalFolder = Annotated[Path | None, typer.Option("--dir", help="Le dossier du poste.", show_default=False)]
Device = Annotated[int, typer.Argument(min=1, max=MAX_DEVICE, help="Le numéro du poste.")]
Password = Annotated[
    str,
    typer.Option(envvar="KIOSQUE_PASSWORD", prompt="Mot de passe", hide_input=True, help="Sinon, il est demandé."),
]
Passphrase = Annotated[
    str,
    typer.Option(
        envvar="KIOSQUE_PASSPHRASE", prompt="Phrase secrète", hide_input=True, help="Sinon, elle est demandée."
    ),
]


def chosen_passphrase() -> str:
    """Ask for a new passphrase, twice, until it is the same."""
    while True:
        said = typer.prompt("Choisissez une phrase secrète (quatre mots ou plus)", hide_input=True)
        if typer.prompt("Encore une fois", hide_input=True) == said:
            return str(said)
        typer.echo("Les deux ne sont pas les mêmes : recommencez.", err=True)


NewPassphrase = Annotated[
    str,
    typer.Option(
        envvar="KIOSQUE_PASSPHRASE",
        default_factory=chosen_passphrase,
        show_default=False,
        help="Sinon, elle est demandée deux fois.",
    ),
]

MOST_DIGITS = 18
"""Of a number: 2^63, which no database keeps, has 19."""


class Unclear(KnownError):
    """An option of a command does not read, or two of them do not go together."""


def day_typed(text: str) -> datetime:
    """Return the day that somebody typed: *2026-12-31* or *31/12/2026*. Raises ``Unclear``, which says so."""
    for shape in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text.strip(), shape)  # noqa: DTZ007 - a day, taken as one
        except ValueError:
            continue
    raise Unclear(f"« {repeated(text)} » n’est pas un jour. Écrivez-le comme 2026-12-31 ou 31/12/2026.")


def number_typed(text: str) -> int:
    """Return the number that somebody typed, as a list shows it. Raises ``Unclear``: no record has such a one."""
    if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS:
        return int(text)
    raise Unclear(f"« {repeated(text)} » n’est pas un numéro que la liste montre.")


def code_typed(codes: CodeList, text: str) -> str:
    """Return the code that somebody typed, or whose word they did. Raises ``Unclear``: which there are."""
    typed = text.strip().casefold()
    for each in codes if typed else ():
        label = each.label.casefold()
        # *bénévole*, *mis à disposition*, *salariée*.
        if typed == each.code or label.startswith(typed) or typed.startswith(label.split()[0]):
            return each.code
    told = ", ".join(f"{each.code} ({each.label.lower()})" for each in codes)
    raise Unclear(f"« {repeated(text)} » n’en est pas un : {told}.")


NUMBER: dict[str, Any] = {"parser": number_typed}
"""What an argument is that asks for the number of a line of a list."""
DAY: dict[str, Any] = {"parser": day_typed, "metavar": "AAAA-MM-JJ"}
"""What an option is that asks for a day."""


def tell(*, healthy: bool, broken: int, wrong: int, rebuilt: bool) -> None:
    """Say what was found wrong with a store; exit with the status 1 when it still is."""
    if healthy:
        typer.echo("Tout est en ordre : les journaux se vérifient, les tables en découlent.")
        return
    typer.echo(f"Journaux qui ne se vérifient pas : {broken}. Lignes qui ne découlent pas du journal : {wrong}.")
    if rebuilt and not broken:
        typer.echo("Les tables ont été refaites d’après le journal.")
        return
    raise typer.Exit(1)


def show_hours(typed: str) -> None:
    """Say in French how the hours that somebody typed, and that were kept, are read."""
    from kiosque.domain import told_hours, typed_hours  # noqa: PLC0415

    typer.echo(f"Horaires compris : {told_hours.told(typed_hours.read(typed))}.")


def show_commune(insee: str) -> None:
    """Say which commune was understood, and kept."""
    from kiosque.domain import communes  # noqa: PLC0415

    found = communes.by_insee(insee)
    typer.echo(f"Commune comprise : {communes.display(found) if found else insee}.")


def show_progress(done: int, total: int) -> None:
    """Say on the standard error how far something is."""
    # Only for eyes: what reads the output of a command gets its sentences.
    if sys.stderr.isatty():
        typer.echo(f"\r{done} / {total}", err=True, nl=done >= total)
