"""What the eye would see, as far as it can be computed."""

import re
from itertools import product
from pathlib import Path

import pytest

import kiosque.central
from tests.contrast import contrast

HERE = Path(kiosque.central.__file__).parent
SHEET = (HERE / "static" / "kiosque.css").read_text(encoding="utf-8")
SCHEMES = dict(zip(("light", "dark"), re.findall(r":root \{([^}]*)\}", SHEET)[:2], strict=True))

GROUNDS = ("background", "surface")
READ = [
    *product(("text", "soft", "pine", "lavender", "amber", "red"), GROUNDS),
    ("text", "sky"),
    ("soft", "sky"),
    ("on-pine", "pine"),
    ("text", "pine-tint"),
    ("soft", "pine-tint"),
    ("lavender", "lavender-tint"),
    ("amber", "amber-tint"),
    ("red", "red-tint"),
]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_text_stands_out_and_every_border_is_seen(scheme: str) -> None:
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", SCHEMES[scheme]))
    faint = {pair: contrast(*(tokens[name] for name in pair)) for pair in READ}
    assert {pair: found for pair, found in faint.items() if found < 7} == {}
    assert all(contrast(tokens["border"], tokens[ground]) >= 3 for ground in GROUNDS)


def test_no_page_has_a_script_or_a_style_of_its_own() -> None:
    for page in (HERE / "templates").glob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:|https?://", text), page.name


def test_french_signs_keep_their_spaces() -> None:
    for page in (HERE / "templates").glob("*.html"):
        words = re.sub(r"\{[{%#].*?[}%#]\}|<[^>]*>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(r"\w [:;?!»]|« |'", words), page.name


def test_every_file_that_the_sheet_asks_for_is_there() -> None:
    asked = re.findall(r'url\("([^"]+)"\)', SHEET)
    assert asked
    assert all((HERE / "static" / name).is_file() for name in asked)
