"""Every word of the command line is French: each command's help, and what is said of one that does not read."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup
from typer.main import get_command
from typer.testing import CliRunner

from kiosque.cli import app, main
from kiosque.cli.french import ARGUMENTS
from kiosque.cli.shared import chosen_passphrase

CHOICES = re.compile(r"[a-z_]+(?:\|[a-z_]+)+")
"""What is typed as it is."""
COMMAND = re.compile(r"^Usage\s: kiosque(?: [a-z-]+)* \[OPTIONS\]")
ENGLISH = re.compile(
    r"\b(?:usage:|show|this|message|exit|required|default|env|var|arguments:|options:|commands?|args|str|int|path|bool|"
    r"list|range|file|name|datetime|error|missing|invalid|value|try|help|no|such|got|unexpected|extra|the)\b"
)


@cache
def every() -> tuple[tuple[str, typer.Context], ...]:
    """Return each command with its whole name, those of others below them too."""

    def below(command: TyperCommand | TyperGroup, context: typer.Context) -> Iterator[tuple[str, typer.Context]]:
        yield context.command_path, context
        for name, each in getattr(command, "commands", {}).items():
            yield from below(each, typer.Context(each, info_name=name, parent=context))

    root = get_command(app)
    assert isinstance(root, TyperGroup)
    return tuple(below(root, typer.Context(root, info_name="kiosque")))


def own_words(page: str) -> str:
    """Return a page of help without what is typed as it is: commands, options, choices, and what stands in brackets."""
    typed = (COMMAND, CHOICES, re.compile(r"--[a-z-]+"), re.compile(r"^  [a-z-]+(?=  )", re.MULTILINE))
    for each in typed:
        page = each.sub("", page)
    return page


def test_no_word_of_any_help_is_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    found = {
        name: words for name, context in every() if (words := ENGLISH.findall(own_words(context.get_help()).lower()))
    }
    assert found == {}
    assert len(every()) > 100


def test_every_command_and_all_that_it_takes_is_explained_and_called_by_a_french_word() -> None:
    unsaid, names = [], set[str]()
    for name, context in every():
        asked = [each for each in context.command.get_params(context) if not getattr(each, "hidden", False)]
        unsaid += [(name, each.name) for each in asked if not getattr(each, "help", "")]
        unsaid += [] if context.command.help else [(name, "")]
        names |= {each.name for each in asked if isinstance(each, TyperArgument)}
    assert unsaid == []
    assert names == ARGUMENTS.keys()


def test_a_page_of_help_says_how_a_command_is_written_and_what_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    pages = {name: context.get_help() for name, context in every()}
    assert pages["kiosque"].startswith("Usage : kiosque [OPTIONS] COMMANDE …\n\n  Kiosque : le journal")
    assert "\nCommandes :\n  run      Ouvre le kiosque de ce poste.\n" in pages["kiosque"]
    pull = pages["kiosque pull"]
    assert "  --from TEXTE                    L’adresse du central. [obligatoire]\n" in pull
    assert "  --format csv|ods|xlsx|parquet|jsonl…\n                                  Le format" in pull
    assert pull.endswith("  --help                          Montre cette aide.")
    assert "[sinon : 8080] [de 0 à 65535]" in re.sub(r"\s+", " ", pages["kiosque central serve"])
    assert "Usage : kiosque enrol [OPTIONS] [FICHIER]" in pages["kiosque enrol"]
    assert "PERSONNE…" in pages["kiosque central training"]
    assert max(len(line) for page in pages.values() for line in page.splitlines()) <= 100
    # No line begins with what French has a space before.
    assert not re.search(r"^ +[:;?!»]", "\n".join(pages.values()), re.MULTILINE)


UNREAD = (
    ("centrale", "Il n’y a pas de commande « centrale ». Plutôt : central, enrol ? Voyez : kiosque --help"),
    ("zzz", "Il n’y a pas de commande « zzz ». Voyez : kiosque --help"),
    ("doctor --dri x", "Il n’y a pas d’option --dri. Plutôt : --dir ? Voyez : kiosque doctor --help"),
    ("doctor --dir", "L’option --dir veut une valeur. Voyez : kiosque --help"),
    ("demo --json=1", "L’option --json veut être seule. Voyez : kiosque --help"),
    ("central antenna", "Il manque CODE. Voyez : kiosque central antenna --help"),
    ("central serve", "Il manque --dir. Voyez : kiosque central serve --help"),
    ("commune Nyons Rosans", "Il y a un mot de trop. Voyez : kiosque commune --help"),
    (
        "central revoke --dir x zz",
        "Ceci ne convient pas : POSTE est un nombre, de 1 à 2097151. Voyez : kiosque central revoke --help",
    ),
    ("demo --days 0", "Ceci ne convient pas : --days est un nombre, au moins 1. Voyez : kiosque demo --help"),
    ("demo --seed x", "Ceci ne convient pas : --seed est un nombre. Voyez : kiosque demo --help"),
    (
        "demo --link fibre",
        "Ceci ne convient pas : --link est un de ceux-ci : direct, rural. Voyez : kiosque demo --help",
    ),
    (
        "central presence-add --dir x 1 2 --at midi --to 12:00",
        "Ceci ne convient pas : --at s’écrit HH:MM. Voyez : kiosque central presence-add --help",
    ),
    (
        "central trainings --dir x --nothing",
        "Il n’y a pas d’option --nothing. Voyez : kiosque central trainings --help",
    ),
    (
        "central enrol --dir x REM --animator Zoé --address http://x",
        "Demandez un code par --code, ou un fichier par --to.",
    ),
    ("enrol --passphrase x", "Inscrivez ce poste par un fichier, ou par --code et --from ensemble."),
)


@pytest.mark.parametrize(("typed", "said"), UNREAD, ids=[typed for typed, _ in UNREAD])
def test_a_command_that_does_not_read_is_one_french_sentence_and_the_status_2(
    typed: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["kiosque", *typed.split()])
    with pytest.raises(SystemExit) as left:
        main()
    told = capsys.readouterr()
    assert (left.value.code, told.out, told.err.strip()) == (2, "", said)


@pytest.mark.parametrize("typed", ["kiosque", "kiosque central", "kiosque central keys"])
def test_whoever_asks_for_nothing_is_shown_what_there_is(
    typed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", typed.split())
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert "Commandes :" in capsys.readouterr().err


def test_a_new_passphrase_is_asked_until_it_is_said_twice() -> None:
    with CliRunner().isolation("un deux\ntrois\nquatre cinq\nquatre cinq\n") as (_, _, everything):
        assert chosen_passphrase() == "quatre cinq"
        said = everything.getvalue().decode()
    assert said.count("Encore une fois") == 2
    assert "Les deux ne sont pas les mêmes" in said
