"""The papers: what they say, that a reader reads them, that a long name fits, that a file says what it is."""

from datetime import date

import pytest
import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kiosque.domain.card import card_code
from kiosque.domain.equipment_label import label_text
from kiosque.domain.kinds import Purpose
from kiosque.domain.label import label_code, read_label
from kiosque.domain.opener import badge_text, read_badge
from kiosque.domain.records import KINDS
from kiosque.ui.papers.badge import Badge
from kiosque.ui.papers.card import MemberCard, ToCut
from kiosque.ui.papers.closing import DayCard
from kiosque.ui.papers.equipment import EquipmentLabels, Label
from kiosque.ui.papers.label import ObjectLabel
from kiosque.ui.papers.notice import FOOT, SCALES, Kept, Notice, register
from kiosque.ui.papers.paper import A4, CARD, Paper, file_name, pdf, picture
from kiosque.ui.papers.sheet import Ink, Side, fitted, height_of
from kiosque.ui.papers.texts import words_of
from tests.stores import MONDAY_9_H

LONG_NAME = "Marie-Antoinette de La Rochefoucauld-Montbel d’Œuilly-sur-Ardèche"
SECRET = bytes(range(16))
DAY = date(2026, 3, 2)
DOTS = 6
"""Pixels a millimetre: what a cheap scanner sees of a card, 150 dots an inch."""

PAPERS: dict[str, Paper] = {
    "card": MemberCard(card_code(bytes(range(10))), "Asoft", "Nyons"),
    "named card": MemberCard(card_code(bytes(range(10))), "Asoft", LONG_NAME, LONG_NAME),
    "cards": ToCut(tuple(MemberCard(card_code(bytes([n] * 10)), "Asoft", "Nyons") for n in range(11))),
    "badge": Badge(badge_text(SECRET), LONG_NAME, "Aventic"),
    "day": DayCard(LONG_NAME, MONDAY_9_H, MONDAY_9_H + 30_600, 1412, 0),
    "notice": Notice(LONG_NAME, "Asoft", DAY),
    "labels": EquipmentLabels(
        tuple(Label(LONG_NAME, label_text(bytes([n] * 10))) for n in range(25)), "Nyons", "Asoft"
    ),
    "notice of nobody yet": Notice("", "", DAY),
    "label": ObjectLabel(label_code((77 << 32) + 5), LONG_NAME, LONG_NAME, DAY),
}


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    """Papers are drawn in the fonts of the tokens."""
    del qapp


def codes_on(paper: Paper, page: int = 0, dots: float = DOTS) -> list[str]:
    """Return what a reader reads on a page."""
    image = picture(paper, dots, page).convertToFormat(QImage.Format.Format_Grayscale8)
    return [found.text for found in zxingcpp.read_barcodes(image)]


def test_a_reader_reads_the_code_of_a_card() -> None:
    code = card_code(bytes(range(10)))
    assert codes_on(PAPERS["card"]) == [code]
    assert codes_on(PAPERS["named card"]) == [code]


def test_a_reader_reads_the_label_of_an_object_that_says_nothing_of_anybody() -> None:
    [code] = codes_on(PAPERS["label"])
    assert read_label(code) == (77 << 32) + 5


def test_a_reader_reads_every_card_of_a_sheet_and_the_eleventh_on_the_next() -> None:
    cards = PAPERS["cards"]
    assert cards.pages == 2
    assert sorted(codes_on(cards)) == sorted(card_code(bytes([n] * 10)) for n in range(10))
    assert codes_on(cards, 1) == [card_code(bytes([10] * 10))]


def test_a_reader_reads_every_label_of_equipment() -> None:
    labels = PAPERS["labels"]
    assert labels.pages == 2
    assert sorted(codes_on(labels)) == sorted(label_text(bytes([n] * 10)) for n in range(24))
    assert codes_on(labels, 1) == [label_text(bytes([24] * 10))]
    one = EquipmentLabels((Label("Portable 1", label_text(bytes(10))),))
    assert (one.title, one.face.size.height < one.size.height) == ("Étiquette, Portable 1", True)
    assert codes_on(one.face) == [label_text(bytes(10))]
    assert labels.face is labels


def test_a_reader_reads_the_secret_of_a_badge_and_nothing_else_says_it() -> None:
    (read,) = codes_on(PAPERS["badge"])
    assert read_badge(read) == SECRET
    assert PAPERS["badge"].secret
    assert ToCut((PAPERS["badge"],)).secret
    assert not PAPERS["cards"].secret
    assert ToCut((PAPERS["badge"],)).face is PAPERS["badge"]
    assert PAPERS["cards"].face is PAPERS["cards"]
    assert read not in repr(ToCut((PAPERS["badge"],)))


def test_a_telephone_reads_the_notice() -> None:
    notice = Notice("Rémuzat", "Aventic", DAY)
    # A telephone is held near: a page of A4 fills its picture of four thousand pixels.
    assert codes_on(notice, dots=12) == [notice.short()]
    for said in ("Aventic", "consentement", "12 mois", "coordination", "effacer", "reconnaître"):
        assert said in notice.short()


def test_the_notice_tells_of_every_personal_field_of_the_register() -> None:
    personal = {(kind.name, field.name): field.personal for kind in KINDS for field in kind.fields if field.personal}
    assert set(words_of.kept_words()) == set(personal)
    assert {each.purpose for each in register()} == set(personal.values())


def test_visitors_read_of_themselves_before_they_read_of_animators() -> None:
    assert "animateurs" in register()[-1].what
    assert "Code de la carte" in register()[0].what


def test_a_longer_register_still_holds_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    notice = Notice("Nyons", "Asoft", DAY)
    grown = (*register(), *(Kept("une donnée", Purpose(f"raison {n}", "consentement", "un an")) for n in range(3)))
    monkeypatch.setattr("kiosque.ui.papers.notice.register", lambda: grown)
    assert notice._end(SCALES[0]) > FOOT  # noqa: SLF001 - the page itself shows no end
    assert any(notice._end(scale) <= FOOT for scale in SCALES)  # noqa: SLF001 - as above


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_a_file_says_what_it_is_and_holds_letters_and_lines(paper: Paper) -> None:
    content = pdf(paper)
    assert content.startswith(b"%PDF-1.4")
    assert paper.title.encode("utf-16-be") in content or paper.title.encode() in content
    assert b"/Lang (fr-FR)" in content
    assert content.count(b"/FontFile2") == content.count(b"/Type /FontDescriptor") > 0
    # A picture would be soft on paper, and a code in it harder to read.
    assert b"/Subtype /Image" not in content
    assert content.count(b"/Type /Page\n") == paper.pages


def test_a_catalogue_that_was_written_again_is_where_the_file_says() -> None:
    content = pdf(PAPERS["card"])
    start = int(content.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    assert content[start:].startswith(b"xref\n")
    offset = int(content[start:].split(b"\n")[2].split()[0])
    assert b"/Type /Catalog" in content[offset : offset + 60]


def test_a_card_has_the_size_of_a_bank_card_and_ten_of_them_fit_on_a_page() -> None:
    assert (CARD.width, CARD.height) == (85.6, 54)
    assert 2 * CARD.width < A4.width
    assert 5 * CARD.height < A4.height


def test_words_shrink_before_they_are_cut_and_say_when_they_are() -> None:
    ink = Ink(15)
    assert fitted("Zoé", ink, 40, 1) == (["Zoé"], 1.0)
    lines, scale = fitted(LONG_NAME, ink, 40, 3)
    assert "".join(lines).replace(" ", "") == LONG_NAME.replace(" ", "")
    assert scale < 1
    (cut,), _ = fitted(LONG_NAME, ink, 40, 1)
    assert cut.endswith("…")


def test_centred_words_stand_in_level_lines() -> None:
    lines, _ = fitted("À montrer en arrivant, puis en repartant.", Ink(7, side=Side.CENTRE), 32, 2)
    assert lines == ["À montrer en arrivant,", "puis en repartant."]
    assert height_of("Zoé", Ink(10), 40) == Ink(10).line


def test_the_name_of_a_file_is_one_that_any_disk_takes() -> None:
    assert file_name(PAPERS["day"]) == "Carte de la journée lundi 2 mars 2026.pdf"
    assert file_name(Badge("KB", "Jean/Paul: Élodie")) == "Badge Jean Paul Élodie.pdf"
