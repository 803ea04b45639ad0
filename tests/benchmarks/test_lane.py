"""One way of an emulated line: when packets come out, and which do not."""

import random

from benchmarks.lane import PROFILES, Lane, Profile, lanes

SLOW = Profile(up=8_000, down=8_000, delay=0.1, loss=0, queue=3)
"""A thousand bytes a second."""


def lane(profile: Profile, *, stalls: bool = False) -> Lane:
    return Lane(profile.up, profile, random.Random(1), stalls=stalls)


def test_packets_leave_one_after_the_other_and_travel_together() -> None:
    slow = lane(SLOW)
    slow.take(b"a", 500, 10)
    slow.take(b"b", 250, 10)
    assert slow.due == 10.6
    assert slow.arrived(10.59) == []
    assert slow.arrived(10.6) == [b"a"]
    assert slow.arrived(10.85) == [b"b"]
    assert slow.due is None


def test_what_does_not_fit_in_the_queue_is_dropped_until_something_has_left() -> None:
    slow = lane(SLOW)
    for packet in (b"a", b"b", b"c", b"d"):
        slow.take(packet, 100, 0)
    assert slow.dropped == 1
    assert slow.room(0.11)
    slow.take(b"e", 100, 0.11)
    assert slow.arrived(1) == [b"a", b"b", b"c", b"e"]


def test_losses_are_drawn_from_the_seed_and_are_as_many_as_said() -> None:
    rural = PROFILES["rural"]
    kept = []
    for _ in range(2):
        up, _ = lanes(Profile(0, 0, 0, rural.loss, 1), "7")
        for number in range(20_000):
            up.take(number.to_bytes(2, "big"), 100, 0)
        assert 140 < up.lost < 260
        kept.append(up.arrived(0))
    assert kept[0] == kept[1]


def test_where_nothing_can_be_lost_everything_waits_for_a_round_trip() -> None:
    lossy = Profile(up=0, down=0, delay=0.1, loss=1, queue=3)
    relayed = lane(lossy, stalls=True)
    relayed.take(b"a", 100, 0)
    assert relayed.lost == 0
    assert relayed.due is not None
    assert abs(relayed.due - 0.3) < 1e-9


def test_what_is_on_its_way_arrives_on_the_line_that_follows() -> None:
    before, after = lane(SLOW), lane(SLOW)
    before.take(b"a", 100, 0)
    after.follow(before)
    assert after.arrived(1) == [b"a"]
