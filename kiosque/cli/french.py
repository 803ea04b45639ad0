"""The command line in French: what a command asks for, its help, and what is said of one that does not read."""

import re
import shutil
import textwrap
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from enum import Enum
from typing import Any, TypeVar

import typer

# The library carries a copy of click, and gives none of these names itself.
from typer._click.core import Command, Context
from typer._click.exceptions import BadOptionUsage, BadParameter, MissingParameter, NoSuchOption, UsageError
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.exceptions import TyperException

Asked = TyperArgument | TyperOption
Run = TypeVar("Run", bound=Callable[..., Any])

UNBROKEN = "\u00a0"
"""A space at which no line ends, until lines are made: what French signs have before them."""
HELP = "Montre cette aide."
WIDEST, LEFT, MARGIN = 100, 30, 2
"""Letters of a line; of what stands before an explanation, where the explanation is beside it; before a line."""

ARGUMENTS = {
    "activity": "ACTIVITÉ",
    "animator": "PERSONNE",
    "animators": "PERSONNE",
    "antenna": "ANTENNE",
    "audience": "PUBLIC",
    "code": "CODE",
    "device": "POSTE",
    "family_name": "NOM",
    "file": "FICHIER",
    "found": "CLÉ",
    "given_name": "PRÉNOM",
    "key": "CLÉ",
    "label": "NOM",
    "name": "NOM",
    "nature": "NATURE",
    "number": "NUMÉRO",
    "of": "LISTE",
    "partner": "PARTENAIRE",
    "permanence": "PERMANENCE",
    "piece": "MATÉRIEL",
    "refusal": "NUMÉRO",
    "status": "STATUT",
    "subject": "SUJET",
    "target": "NOMBRE",
    "text": "HORAIRES",
    "title": "TITRE",
    "to": "CLÉ",
    "typed": "COMMUNE",
}
"""What is typed without an option, by the name that the program gives it."""

VALUES = {
    "str": "TEXTE",
    "int": "NOMBRE",
    "int range": "NOMBRE",
    "path": "CHEMIN",
    "%H:%M": "HH:MM",
    "%Y-%m-%d %H:%M": "AAAA-MM-JJ HH:MM",
}
"""What follows an option, by what the library calls it."""


class Commands(typer.Typer):
    """Commands that speak French. A library of commands would have each of them say so itself."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - what the library takes
        super().__init__(cls=French, add_completion=False, pretty_exceptions_enable=False, **options)

    def command(self, name: str | None = None, **options: Any) -> Callable[[Run], Run]:  # noqa: ANN401 - the same
        """Take a function for a command, called ``name``."""
        return super().command(name, cls=FrenchCommand, **options)


class NoArguments(TyperException):
    """Nothing was asked: ``message`` is the help."""


class NoSuchCommand(UsageError):
    """There is no command of that name; ``near``: those that are called nearly so."""

    def __init__(self, name: str, near: Sequence[str], ctx: Context) -> None:
        super().__init__(name, ctx)
        self.near = near


class FrenchCommand(TyperCommand):
    """One command."""

    def get_help(self, ctx: Context) -> str:
        """Return the page of help."""
        return page(self, ctx)


class French(TyperGroup):
    """Several commands under one name."""

    def get_help(self, ctx: Context) -> str:
        """Return the page of help."""
        return page(self, ctx)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read what follows the name. Raises ``NoArguments`` where nothing does."""
        if not args:
            raise NoArguments(self.get_help(ctx))
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """Return the command that is asked for. Raises ``NoSuchCommand``."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            shown = [name for name, command in self.commands.items() if not command.hidden]
            raise NoSuchCommand(args[0], get_close_matches(args[0], shown), ctx)
        return super().resolve_command(ctx, args)


# ----- help -----------------------------------------------------------------------------------------------------------


def page(command: Command, ctx: Context) -> str:
    """Return what is shown of a command: how it is written, what it does, what it takes, which others are below it."""
    asked = [each for each in command.get_params(ctx) if not getattr(each, "hidden", False)]
    arguments = [each for each in asked if isinstance(each, TyperArgument)]
    options = [each for each in asked if isinstance(each, TyperOption)]
    below = [each for each in command.commands.values() if not each.hidden] if isinstance(command, TyperGroup) else []
    pieces = ["[OPTIONS]", *(_place(each) for each in arguments), *(["COMMANDE …"] if below else [])]
    width = min(shutil.get_terminal_size().columns, WIDEST)
    parts = [
        _wrapped(f"Usage : {ctx.command_path} {' '.join(pieces)}", width, "", " " * 8),
        _wrapped(command.help or "", width, " " * MARGIN, " " * MARGIN),
        _listed("Arguments :", [(called(each), _explained(each, ctx)) for each in arguments], width),
        _listed("Options :", [(_option(each, ctx), _explained(each, ctx)) for each in options], width),
        _listed("Commandes :", [(each.name or "", each.help or "") for each in below], width),
    ]
    return "\n\n".join(part for part in parts if part).replace(UNBROKEN, " ")


def called(asked: Asked) -> str:
    """Return what people call an option or an argument: *--from*, *NOM*."""
    return asked.opts[-1] if isinstance(asked, TyperOption) else asked.metavar or ARGUMENTS[asked.name]


def _place(argument: TyperArgument) -> str:
    name = called(argument) + ("…" if argument.nargs != 1 else "")
    return name if argument.required else f"[{name}]"


def _option(option: TyperOption, ctx: Context) -> str:
    names = " / ".join((*option.opts, *option.secondary_opts))
    return names if option.is_flag else f"{names} {_value(option, ctx)}"


def _value(asked: Asked, ctx: Context) -> str:
    if asked.metavar and isinstance(asked, TyperOption):
        return asked.metavar
    said = asked.display_type(ctx).strip("<>")
    one = said.removeprefix("list[").removesuffix("]")
    return (one if "|" in one else VALUES[one]) + ("…" if said != one else "")


def _explained(asked: Asked, ctx: Context) -> str:
    help_ = HELP if "--help" in asked.opts else asked.help or ""
    variable, default = asked.envvar, asked.get_default(ctx, call=False)
    more = []
    if variable and asked.show_envvar:
        more.append(f"variable : {variable}")
    if asked.show_default and default not in (None, False, "", [], ()):
        more.append(f"sinon : {default.value if isinstance(default, Enum) else default}")
    if bounds := _between(asked):
        more.append(bounds)
    if asked.required and isinstance(asked, TyperOption) and not asked.prompt:
        more.append("obligatoire")
    return " ".join((*([help_] if help_ else []), *(f"[{each}]".replace(" ", UNBROKEN) for each in more)))


def _between(asked: Asked) -> str:
    match asked.min, asked.max:
        case None, None:
            return ""
        case least, None:
            return f"au moins {least}"
        case None, most:
            return f"au plus {most}"
        case least, most:
            return f"de {least} à {most}"


def _listed(title: str, rows: Sequence[tuple[str, str]], width: int) -> str:
    beside = min(max((len(name) for name, _ in rows), default=0), LEFT) + 2 * MARGIN
    lines = [line for name, said in rows for line in _row(name, said, beside, width)]
    return "\n".join((title, *lines)) if rows else ""


def _row(name: str, said: str, beside: int, width: int) -> Iterator[str]:
    first = (" " * MARGIN + name).ljust(beside)
    if len(name) > beside - 2 * MARGIN:
        yield first
        first = " " * beside
    yield _wrapped(said, width, first, " " * beside) or first.rstrip()


def _wrapped(text: str, width: int, first: str, others: str) -> str:
    kept = re.sub(r" (?=[:;?!»…])|(?<=«) ", UNBROKEN, text)
    return textwrap.fill(
        kept, width, initial_indent=first, subsequent_indent=others, break_on_hyphens=False, break_long_words=False
    )


# ----- what does not read ---------------------------------------------------------------------------------------------


def unread(error: TyperException) -> str:
    """Return what to say of a command that does not read: what is wrong, and where to read how it is written."""
    ctx = getattr(error, "ctx", None)
    return f"{_wrong(error, ctx)} Voyez : {ctx.command_path if ctx else 'kiosque'} --help"


def _wrong(error: TyperException, ctx: Context | None) -> str:
    match error:
        case NoSuchCommand():
            said = f"Il n’y a pas de commande « {error.message} ».{_rather(error.near)}"
        case NoSuchOption():
            said = f"Il n’y a pas d’option {error.option_name}.{_rather(error.possibilities or ())}"
        case BadOptionUsage():
            said = f"L’option {error.option_name} veut {'une valeur' if 'requires' in error.message else 'être seule'}."
        case MissingParameter(param=TyperArgument() | TyperOption() as asked):
            said = f"Il manque {called(asked)}."
        case BadParameter(param=TyperArgument() | TyperOption() as asked) if ctx:
            said = f"Ceci ne convient pas : {called(asked)}{_wanted(asked, ctx)}."
        case UsageError() if ctx and isinstance(ctx.command, FrenchCommand):
            said = "Il y a un mot de trop."
        case _:
            said = "Cette commande ne se lit pas."
    return said


def _rather(near: Sequence[str]) -> str:
    return f" Plutôt : {', '.join(near)} ?" if near else ""


def _wanted(asked: Asked, ctx: Context) -> str:
    """Return what is expected of an option or an argument, where it can be said in a few words."""
    value = _value(asked, ctx).rstrip("…")
    if "|" in value:
        return f" est un de ceux-ci : {value.replace('|', ', ')}"
    if value == VALUES["int"]:
        return f" est un nombre, {bounds}" if (bounds := _between(asked)) else " est un nombre"
    return f" s’écrit {value}" if value[:2] in {"HH", "AA"} else ""
