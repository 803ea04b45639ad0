"""Papers at the desk and at the counter: chosen, looked at, printed, or kept where no printer is."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from kiosque.actions import papers
from kiosque.actions.inputs import BadInput
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.bootstrap import central as headquarters
from kiosque.bootstrap import devices
from kiosque.bootstrap import kiosk as root
from kiosque.db import folder, keyfile
from kiosque.db.identity import Identity
from kiosque.db.paths import KIOSK_KEY
from kiosque.domain.card import read_card
from kiosque.domain.errors import KnownError
from kiosque.settings import Settings
from kiosque.sync.sticks import Plugged
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.given import GivenPresenter, GivenState
from kiosque.ui.papers.badge import Badge
from kiosque.ui.papers.card import MemberCard, ToCut
from kiosque.ui.papers.choice import PapersPresenter, PapersState, new_cards
from kiosque.ui.papers.closing import DayCard
from kiosque.ui.papers.keeping import NotKept, documents, keep
from kiosque.ui.papers.notice import Notice
from kiosque.ui.papers.preview import PreviewPresenter, PreviewState
from kiosque.ui.papers.printers import SystemPrinters
from kiosque.ui.papers.printing import PrinterTrouble, print_on
from kiosque.ui.papers.texts import words_of
from kiosque.ui.places import Given, Papers, Preview
from tests.stores import CENTRAL, Space
from tests.templates import settled
from tests.ui.backstages import Pictures, Stage, backstage
from tests.ui.conftest import Kiosk
from tests.ui.pocket import Pocket
from tests.ui.presses import Press

PHRASE = "olive lavande tilleul genêt"


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    """Papers are drawn in the fonts of the tokens."""
    del qapp


@pytest.fixture
def press(tmp_path: Path) -> Press:
    return Press(tmp_path)


@pytest.fixture
def behind(opened: Space, stage: Stage, press: Press) -> Backstage:
    made = backstage(opened, stage)
    made.services = replace(made.services, printers=press)
    return made


@pytest.fixture
def choosing(behind: Backstage) -> PapersPresenter:
    return PapersPresenter(behind, Pictures[PapersState]())


def looking(behind: Backstage, paper: Preview) -> tuple[PreviewPresenter, Pictures[PreviewState]]:
    pictures = Pictures[PreviewState]()
    presenter = PreviewPresenter(behind, pictures, paper.paper, paper.after)
    presenter.start()
    return presenter, pictures


def shown(choosing: PapersPresenter, stage: Stage) -> Preview:
    choosing.notice()
    return stage.at(Preview)


def test_the_notice_is_of_this_antenna_and_of_today(choosing: PapersPresenter, stage: Stage) -> None:
    notice = shown(choosing, stage).paper
    assert isinstance(notice, Notice)
    assert (notice.antenna, notice.association, notice.day.isoformat()) == ("Nyons", "Asoft", "2026-03-02")


def test_new_cards_are_ten_and_each_is_another(choosing: PapersPresenter, stage: Stage, opened: Space) -> None:
    choosing.cards()
    sheet = stage.at(Preview).paper
    assert isinstance(sheet, ToCut)
    codes = [card.code for card in sheet.cards if isinstance(card, MemberCard)]
    assert len(set(codes)) == 10
    # Who shows one is counted, and has no name.
    assert reception.sign_in_card(opened.store, codes[0]).given_name is None
    assert isinstance(new_cards(papers.Where()), ToCut)


def test_there_is_no_card_of_a_day_before_one_was_closed(
    choosing: PapersPresenter, stage: Stage, opened: Space
) -> None:
    choosing.day()
    assert stage.gone == []
    reception.sign_in_unnamed(opened.store, "digital")
    permanence = permanences.current(opened.store)
    assert permanence
    opened.clock.pass_(minutes=90)
    permanences.close_permanence(opened.store, permanence.id, author=opened.animator)
    choosing.day()
    card = stage.at(Preview).paper
    assert isinstance(card, DayCard)
    assert (card.antenna, card.visits, card.closed_at - card.opened_at) == ("Nyons", 1, 5400)


def test_a_badge_that_is_made_here_opens_here_and_is_of_who_is_at_work(
    behind: Backstage, stage: Stage, opened: Space, tmp_path: Path
) -> None:
    at = tmp_path / "kiosk"
    settled(at, Identity(77, opened.antenna, CENTRAL, ""), opened.animator, PHRASE)
    mine = folder.unlock(at, PHRASE, opened.clock)
    mine.store.apply(opened.central.entries(CENTRAL))
    try:
        behind.opened = mine
        PapersPresenter(behind, Pictures[PapersState]()).own_badge()
        paper = stage.at(Preview).paper
        assert paper.title == "Badge Élodie Brès"
        assert paper.secret
        assert isinstance(paper, ToCut)
        text = getattr(paper.cards[0], "text", "")
        assert keyfile.unlock(at / KIOSK_KEY, text).holder.animator == opened.animator
        assert text not in repr(stage.gone)
        assert mine.by
        with pytest.raises(BadInput):
            papers.new_badge(mine.store, at, mine.by.key, 12)
    finally:
        mine.store.close()


def test_without_a_key_file_no_badge_is_made(choosing: PapersPresenter, stage: Stage) -> None:
    choosing.own_badge()
    assert stage.said == [words_of.BADGE_LATER]
    assert "secret" not in repr(papers.NewBadge("secret", "Zoé"))


def test_a_paper_is_looked_at_and_printed(
    behind: Backstage, stage: Stage, choosing: PapersPresenter, press: Press
) -> None:
    presenter, pictures = looking(behind, shown(choosing, stage))
    assert pictures.last.picture is not None
    assert (pictures.last.printers, pictures.last.chosen) == (("Accueil",), "Accueil")
    presenter.print()
    assert pictures.last.said == words_of.PREVIEW_PRINTED
    ((name, path),) = press.printed
    assert name == "Accueil"
    assert path.read_bytes().startswith(b"%PDF")
    presenter.back()
    assert isinstance(stage.gone[-1], Papers)


def test_the_printer_that_was_chosen_stays_chosen(
    behind: Backstage, stage: Stage, choosing: PapersPresenter, press: Press
) -> None:
    press.found = ("Accueil", "Bureau")
    presenter, _ = looking(behind, shown(choosing, stage))
    presenter.choose("Bureau")
    presenter.print()
    assert press.printed[0][0] == "Bureau"
    _, again = looking(behind, shown(choosing, stage))
    assert again.last.chosen == "Bureau"
    press.found = ("Accueil",)
    _, gone = looking(behind, shown(choosing, stage))
    assert gone.last.chosen == "Accueil"


def test_a_printer_that_does_not_answer_is_said_and_can_be_tried_again(
    behind: Backstage, stage: Stage, choosing: PapersPresenter, press: Press
) -> None:
    press.out = "Accueil"
    presenter, pictures = looking(behind, shown(choosing, stage))
    presenter.print()
    assert "pas répondu" in pictures.last.wrong
    press.out = ""
    presenter.print()
    assert (pictures.last.wrong, pictures.last.said) == ("", words_of.PREVIEW_PRINTED)


@pytest.mark.parametrize("installed", [True, False], ids=["none found", "none ever"])
def test_without_a_printer_the_file_is_kept_among_the_documents(
    behind: Backstage, stage: Stage, choosing: PapersPresenter, press: Press, tmp_path: Path, *, installed: bool
) -> None:
    press.found = ()
    printers = press if installed else None
    behind.services = replace(behind.services, printers=printers, documents=lambda: tmp_path / "Documents")
    presenter, pictures = looking(behind, shown(choosing, stage))
    assert pictures.last.printers == ()
    presenter.print()
    assert press.printed == []
    presenter.keep()
    presenter.keep()
    assert {path.name for path in (tmp_path / "Documents").iterdir()} == {
        "Vos données ici.pdf",
        "Vos données ici 2.pdf",
    }
    assert "dans les documents" in pictures.last.said


def test_a_badge_is_kept_on_a_stick_only(tmp_path: Path) -> None:
    badge = Badge("KB", "Zoé")
    with pytest.raises(NotKept):
        keep(badge, None, tmp_path)
    kept = keep(badge, tmp_path / "stick", tmp_path)
    assert (kept.path.parent, kept.stick) == (tmp_path / "stick", True)


def test_the_stick_that_is_plugged_in_comes_before_the_documents(
    behind: Backstage, stage: Stage, choosing: PapersPresenter, opened: Space, tmp_path: Path
) -> None:
    pocket = Pocket(opened)
    pocket.plugged = (tmp_path,)
    assert isinstance(pocket.look(), Plugged)
    behind.services = replace(behind.services, sticks=pocket)
    presenter, pictures = looking(behind, shown(choosing, stage))
    presenter.keep()
    assert "sur la clé USB" in pictures.last.said
    assert (tmp_path / "Vos données ici.pdf").is_file()


def test_a_folder_that_cannot_be_written_is_said(
    behind: Backstage, stage: Stage, choosing: PapersPresenter, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    behind.services = replace(behind.services, documents=lambda: tmp_path / "file")
    presenter, pictures = looking(behind, shown(choosing, stage))
    presenter.keep()
    assert pictures.last.wrong == words_of.NOT_KEPT


def test_the_documents_are_where_the_desktop_says() -> None:
    found = documents()
    assert found is not None
    assert found.is_absolute()


def test_this_machine_has_the_printers_that_it_has() -> None:
    printers = SystemPrinters("une imprimante qui n’existe pas")
    assert "une imprimante qui n’existe pas" not in printers.names()
    with pytest.raises(PrinterTrouble):
        printers.print(Notice("", "", date(2026, 3, 2)), "une imprimante qui n’existe pas")


@pytest.mark.qt_log_ignore("QPainter::begin.*Returned false")
def test_what_cannot_be_printed_is_said(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "paper.pdf"))
    with pytest.raises(PrinterTrouble):
        print_on(printer, MemberCard("7K2M9XQP7K2M9XQP7"))


def test_a_visitor_prints_their_card_without_their_name(
    behind: Backstage, stage: Stage, opened: Space, press: Press
) -> None:
    signed = reception.sign_in_unnamed(opened.store, "digital")
    card = reception.remember(opened.store, signed.visit, given_name="Zoé").card
    pictures = Pictures[GivenState]()
    presenter = GivenPresenter(behind, pictures, Given("Zoé", card))
    presenter.start()
    assert pictures.last.printer
    press.out = "Accueil"
    presenter.print()
    assert not pictures.last.printing
    press.out = ""
    presenter.print()
    presenter.print()
    assert len(press.printed) == 1
    assert stage.said[-1] == words_of.PREVIEW_PRINTED
    assert read_card(card) == card


def test_without_a_printer_a_visitor_is_offered_none(behind: Backstage, press: Press) -> None:
    for printers in (None, replace(press, found=())):
        behind.services = replace(behind.services, printers=printers)
        pictures = Pictures[GivenState]()
        presenter = GivenPresenter(behind, pictures, Given("Zoé", "7K2M9XQP7K2M9XQP7"))
        presenter.start()
        presenter.print()
        assert not pictures.last.printer


def test_the_kiosk_brings_its_printers_and_its_documents(tmp_path: Path) -> None:
    post = root.post_of(tmp_path)
    services = root.services(post, full_screen=False, settings=Settings(printer="Accueil"))
    assert services.printers is not None
    assert services.documents() is not None


def test_from_the_desk_to_a_paper_and_back(kiosk: Kiosk) -> None:
    robot = kiosk.robot
    kiosk.open()
    kiosk.desk()
    robot.tap("desk.more")
    robot.tap("more.papers")
    robot.tap("papers.notice")
    robot.wait_for("animator.preview")
    robot.wait_for(lambda: robot.has("preview.keep"))
    for back in ("animator.papers", "animator.desk"):
        robot.tap("back")
        robot.wait_for(back)


def test_headquarters_writes_a_badge_that_a_reader_reads(tmp_path: Path) -> None:
    central, to = tmp_path / "central", tmp_path / "badge.pdf"
    headquarters.create(central, tmp_path / "root")
    headquarters.add_animator(central, given_name="Élodie", family_name="Brès", status="employed", antenna=None)
    devices.badge_paper(central, "Élodie Brès", to)
    assert to.read_bytes().startswith(b"%PDF")
    assert to.stat().st_mode & 0o077 == 0
    with pytest.raises(KnownError):
        devices.badge_paper(central, "Élodie Brès", to)
    with pytest.raises(KnownError):
        devices.badge_paper(central, "Personne", tmp_path / "other.pdf")
    assert not (tmp_path / "other.pdf").exists()
