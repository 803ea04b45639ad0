"""What is a password, and what is tried first."""

from pathlib import Path

import pytest

import first_tried
from kiosque.central import passwords
from kiosque.central.passwords import DIGEST_BYTES, TRIED, RefusedAccount, check
from tests.central.house import PASSWORD


@pytest.mark.parametrize(
    "password",
    [
        "motdepasse123",
        "azertyuiop12",
        "123456789012",
        "aaaaaaaaaaaa",
        "1212121212121",
        "Soleil123456",
        "élise1234567",
        "cHoCoLaT--2026!",
        "¡¡Élodie!!1984",
    ],
)
def test_a_password_that_is_tried_first_is_refused(password: str) -> None:
    with pytest.raises(RefusedAccount, match="essaie d’abord"):
        check(password, "élise")


@pytest.mark.parametrize(
    "password",
    [
        "1qaz2wsx3edc",
        "Q1w2e3r4t5y6",
        "leavemealone",
        "123456qwerty",
        "counterstrike",
        "lavieestbelle",
        "azertyazerty",
        "informatique",
    ],
)
def test_one_that_leaked_is_refused_however_long_it_is(password: str) -> None:
    with pytest.raises(RefusedAccount, match="essaie d’abord"):
        check(password, "élise")


@pytest.mark.parametrize(
    "password",
    [
        "Kiosque-2026!",
        "asoft+aventic=2026",
        "Nyons, Rémuzat, Séderon",
        "buislesbaronnies26170",
        "Barons branchés 1",
        "Coordination-Odetta-26",
    ],
)
def test_words_of_the_network_alone_are_no_password(password: str) -> None:
    with pytest.raises(RefusedAccount, match="mots du réseau"):
        check(password, "odetta")


@pytest.mark.parametrize(
    "password",
    [
        PASSWORD,
        "le tilleul de Buis",
        "trois chats roux",
        "motdepasse-demo-1",
        "correct horse battery",
        "8!x94#k22$q1",
        "Nyons élève des escargots",
    ],
)
def test_words_that_do_not_go_together_are_a_password(password: str) -> None:
    check(password, "élise")


def test_the_list_is_what_the_standard_asks_for_and_more() -> None:
    kept = TRIED.read_bytes()
    digests = [kept[start : start + DIGEST_BYTES] for start in range(0, len(kept), DIGEST_BYTES)]
    assert digests == sorted(set(digests))
    # ASVS 5.0, 6.2.4 asks for 3,000 that are as long as ours; there are 44,305, and what the others are made of.
    assert len(digests) > 80_000


def test_what_is_kept_of_a_list_is_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = tmp_path / "tried.bin"
    lines = ["Ourson", "Vercors-2019", "pas à pas, encore et encore", "abc"]
    drawn.write_bytes(b"".join(sorted(set(first_tried.kept(lines)))))
    assert len(drawn.read_bytes()) // DIGEST_BYTES == 5
    monkeypatch.setattr(passwords, "TRIED", drawn)
    passwords._kept.cache_clear()  # noqa: SLF001 - another list, for once
    try:
        for refused in ("ourson1234567", "VERCORS-2019", "!!!vercors!!!!", "Pas à pas, encore et encore"):
            with pytest.raises(RefusedAccount, match="essaie d’abord"):
                check(refused, "élise")
        check("abc, 123 456 789", "élise")
    finally:
        passwords._kept.cache_clear()  # noqa: SLF001 - the real one again
