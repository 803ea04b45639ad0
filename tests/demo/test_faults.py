"""What goes wrong is drawn from the seed, everything of it; and a demo in which it all does leaves nothing wrong."""

import random
from pathlib import Path

import pytest

from kiosque.db import doctor, folder
from kiosque.demo.faults import CLOCKS, IN_1970, Faults, WrongClock, draw
from kiosque.demo.plan import by_half_days, live
from kiosque.demo.run import Play, run
from kiosque.demo.spaces import spaces
from kiosque.demo.world import PASSPHRASE


def drawn(antennas: int, days: int, seed: int) -> tuple[Faults, list[set[int]]]:
    lives = [live(space, place, days, seed, animators=2) for place, space in enumerate(spaces()[:antennas])]
    openings = [set(by_half_days(life.events)) for life in lives]
    return draw(random.Random(seed), openings, days), openings


@pytest.mark.parametrize("seed", range(6))
def test_everything_goes_wrong_in_a_month_each_thing_where_it_is_noticed(seed: int) -> None:
    faults, openings = drawn(16, 30, seed)

    assert len(faults.dark) == 2
    assert {len(when) for when in faults.dark.values()} == {28}, "two weeks"
    assert faults.cloned is not None
    assert faults.replaced is not None
    copied, lost = faults.cloned[0], faults.replaced[0]
    assert copied not in {0, lost, *faults.dark}
    for place, moment in (faults.cloned, faults.replaced):
        assert any(half_day >= moment for half_day in openings[place])
    assert len({wrong.place for wrong in faults.clocks}) == len(CLOCKS) == 3
    for wrong in faults.clocks:
        assert len(wrong.when) == 6
        assert set(wrong.when) & openings[wrong.place]


@pytest.mark.parametrize(("antennas", "days"), [(1, 1), (1, 3), (2, 1), (2, 2), (3, 3), (25, 2)])
def test_a_small_demo_has_what_it_can(antennas: int, days: int) -> None:
    faults, _ = drawn(antennas, days, 1)

    assert len(faults.dark) == min(antennas, 2)
    for place, when in faults.dark.items():
        leaving = [half_day for half_day in range(2 * days) if faults.stick_leaves(place, half_day)]
        assert leaving == [when[-1]]
    for moment in (faults.cloned, faults.replaced):
        assert moment is not None
        assert moment[0] < antennas
        assert moment[1] < 2 * days
    assert faults.cloned is not None
    assert faults.replaced is not None
    assert faults.cloned[1] < faults.replaced[1]


def test_the_same_seed_draws_the_same() -> None:
    assert drawn(16, 30, 7) == drawn(16, 30, 7)
    assert drawn(16, 30, 7) != drawn(16, 30, 8)


def test_a_stick_leaves_once_a_week_while_the_line_is_dead() -> None:
    faults = Faults(dark={3: range(12, 40)})

    assert [half_day for half_day in range(60) if faults.stick_leaves(3, half_day)] == [25, 39]
    assert not any(faults.stick_leaves(4, half_day) for half_day in range(60))


def test_a_dead_battery_leads_back_to_1970() -> None:
    now = 1_800_000_000
    assert now + WrongClock(0, range(1), None).offset(now) == IN_1970
    assert WrongClock(0, range(1), -7200).offset(now) == -7200


@pytest.mark.walk
def test_a_demo_in_which_everything_goes_wrong_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    ledger = run(tmp_path / "demo", Play(3, 3, 1, faults=True), pictures=False)

    assert ledger.heads_equal
    assert ledger.alike
    assert (ledger.doubled, ledger.missing) == (0, 0)
    assert ledger.entries_kiosk == ledger.entries_central > 200
    assert ledger.visits > 60
    assert ledger.people <= ledger.visitors
    faults = ledger.faults
    assert (faults["sticks"], faults["clones"], faults["replaced"], faults["dead_lines"]) == (2, 1, 1, 2)
    assert faults["wrong_clocks"] >= 2, "three, where somebody opens then"
    assert faults["cuts"] > 0
    assert faults["lost_replies"] > 0
    assert faults["central_killed"] == 1
    assert ledger.bytes_up > 10_000
    every_store_is_healthy(tmp_path / "demo")


def every_store_is_healthy(at: Path) -> None:
    kiosks = [path for path in at.iterdir() if (path / "kiosque.key").exists()]
    assert len(kiosks) == 3 + 1 + 1, "one each, the copy, the lost one"
    stores = [folder.unlock(path, PASSPHRASE).store for path in kiosks] + [folder.open_central(at / "central")]
    for store in stores:
        assert doctor.examine(store).healthy
        store.close()
