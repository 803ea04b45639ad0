"""The documentation is true: what it names exists, and the layers it draws are the ones that are checked."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from kiosque.cli import app
from kiosque.domain.records import KINDS
from tests.central import album

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "benchmarks").glob("*.md"))]


GUIDES = sorted((ROOT / "docs" / "guide").glob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
        assert target.startswith("http") or (page.parent / target).exists(), target


def test_the_modules_of_the_architecture_exist() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:ui|actions|db|journal|sync|central|reports|bootstrap|domain)/[\w/]+\.py)`", text))
    assert len(named) > 15
    assert [name for name in sorted(named) if not (ROOT / "kiosque" / name).exists()] == []


def test_the_layers_of_the_architecture_are_the_ones_that_are_checked() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    checked = [
        re.findall(r"\w+", layer) for layer in next(each for each in contracts if each.get("exhaustive"))["layers"]
    ]
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    drawn = next(line for line in text.splitlines() if line.startswith("__main__ >"))
    assert [re.findall(r"\w+", layer) for layer in drawn.split(">")] == checked


def test_each_kind_of_record_has_one_row_and_each_row_is_a_kind() -> None:
    text = (ROOT / "docs/data.md").read_text(encoding="utf-8")
    table = text.partition("## Each kind of record")[2].partition("\n## ")[0]
    rows = [line.strip("|").split("|") for line in table.splitlines() if line.startswith("| ")][1:]
    assert sorted(name for row in rows for name in row[0].strip().split(", ")) == sorted(kind.name for kind in KINDS)
    assert all(len(row) == 5 and all(cell.strip() for cell in row) for row in rows)


def test_what_is_to_be_ticked_when_a_kind_is_added_exists() -> None:
    text = (ROOT / "docs/adding.md").read_text(encoding="utf-8")
    rows = [line for line in text.partition("## To tick")[2].splitlines() if line.startswith("| ")][1:]
    for names, module in re.findall(r"((?:`\w+`(?:, | and )?)+) in `([\w/]+\.py)`", "\n".join(rows)):
        [path] = [each for each in (ROOT / "kiosque").rglob("*.py") if str(each).endswith(f"/{module}")]
        code = path.read_text(encoding="utf-8")
        for name in re.findall(r"`(\w+)`", names):
            assert re.search(rf"\b{name}\b", code), f"{name} in {module}"


def test_the_glossary_has_each_word_once() -> None:
    text = (ROOT / "docs/glossary.md").read_text(encoding="utf-8").partition("On the screens in English")[0]
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    words = [word.strip() for line in lines for word in line.split("|")[1].split(",")]
    assert sorted(words) == sorted(set(words))


def test_the_readme_names_every_command_of_headquarters() -> None:
    cells = re.findall(r"`kiosque central ([^`]+)`", (ROOT / "README.md").read_text(encoding="utf-8"))
    named = {name for cell in cells for name in cell.split()[0].split(r"\|")}
    command = get_command(app)
    assert isinstance(command, TyperGroup)
    central = command.commands["central"]
    assert isinstance(central, TyperGroup)
    assert sorted(name for name, each in central.commands.items() if not each.hidden and name not in named) == []


def test_the_guide_shows_each_picture_that_is_taken_of_headquarters_pages() -> None:
    """``python -m tests.central.album`` takes them."""
    shown = [name for page in GUIDES for name in re.findall(r"\(images/(siege\.[^)]+)\)", page.read_text("utf-8"))]
    kept = [each.name for each in (ROOT / "docs/guide/images").glob("siege.*")]
    assert sorted(shown) == sorted(kept) == sorted(map(album.file_of, album.PICTURES))


def commands_of(page: Path) -> list[str]:
    return re.findall(r"^    kiosque (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)


def test_some_guide_speaks_of_commands() -> None:
    assert any(commands_of(page) for page in GUIDES)


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.name)
def test_the_commands_of_a_guide_exist_with_their_options(page: Path) -> None:
    for line in commands_of(page):
        command = get_command(app)
        words = shlex.split(line)
        while isinstance(command, TyperGroup):
            command = command.commands[words.pop(0)]
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= known, line


def test_every_test_that_the_trace_of_the_asvs_names_is_there() -> None:
    trace = (ROOT / "docs/asvs.md").read_text(encoding="utf-8")
    files: dict[str, str] = {}
    for path in (ROOT / "tests").rglob("test_*.py"):
        files[path.stem] = files.get(path.stem, "") + path.read_text(encoding="utf-8")
    named = re.findall(r"`(?:(test_\w+)::)?(test_\w+)`", trace)
    assert named
    for file, test in named:
        held = [files[file]] if file else files.values()
        assert test in files or any(f"def {test}(" in text for text in held), test
