"""The enrolment file: read as it was written, or refused with a sentence."""

import stat
from pathlib import Path

import pytest

from kiosque.db.identity import Identity
from kiosque.sync import enrolment

NYONS = Identity(device=1_234_567, antenna=42, central=7, address="https://central.example", secret="1234567.abc")


def test_a_file_carries_who_the_device_is_and_nobody_else_may_read_it(tmp_path: Path) -> None:
    file = tmp_path / "inscription.json"
    enrolment.write(file, enrolment.of(NYONS, 99))
    carried = enrolment.read(file)
    assert carried.identity == NYONS
    assert carried.animator == 99
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_is_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "inscription.json"
    file.write_text("something of theirs")
    with pytest.raises(FileExistsError):
        enrolment.write(file, enrolment.of(NYONS, 99))
    assert file.read_text() == "something of theirs"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(None, id="no file"),
        pytest.param("", id="empty"),
        pytest.param("une liste de courses", id="another file"),
        pytest.param('{"version": 1, "device": "x"}', id="wrong types"),
    ],
)
def test_what_is_no_enrolment_is_refused_by_its_name(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "courses.json"
    if content is not None:
        file.write_text(content)
    with pytest.raises(enrolment.UnreadableEnrolment) as caught:
        enrolment.read(file)
    assert "courses.json" in caught.value.sentence


def test_an_enrolment_of_a_later_program_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "inscription.json"
    enrolment.write(file, enrolment.of(NYONS, 99))
    file.write_text(file.read_text().replace('"version": 1', '"version": 2'))
    with pytest.raises(enrolment.UnreadableEnrolment):
        enrolment.read(file)
