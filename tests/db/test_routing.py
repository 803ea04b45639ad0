"""Who may touch what, and who hears of it: every kind, by every hand, at every place."""

from dataclasses import dataclass

import pytest

from kiosque.db.feeds import NETWORK
from kiosque.db.keys import Credential, add_credential
from kiosque.db.routing import Outside
from kiosque.db.store import Store
from kiosque.domain.kinds import Kind, Root
from kiosque.domain.records import (
    ANIMATOR,
    ANTENNA,
    ATTENDANCE,
    BY_NUMBER,
    CODE,
    DEVICE,
    ENGAGEMENT,
    EQUIPMENT,
    HOURS,
    HOUSEHOLD,
    INTERVENTION,
    KEY,
    KINDS,
    LINK,
    OBJECTIVE,
    PARTNER,
    PERMANENCE,
    PRESENCE,
    PROGRAMME,
    REGISTRATION,
    STOP,
    SUPPORT,
    SURVEY,
    TRAINING,
    VISIT,
    VISITOR,
    WORKSHOP,
)
from kiosque.journal.entry import Entry, Fields, Value, entry_id
from tests.stores import Space, rows, said

HERE, THERE = 11, 12
"""A PC at Nyons and one at Rémuzat."""


@dataclass(frozen=True)
class Net:
    """A central that knows of two antennas with a PC each; their journals are written by hand."""

    central: Store
    here: int
    there: int

    def entry(self, device: int, kind: Kind, record: int | None = None, **said: Value) -> Entry:
        """Return what comes next in a PC's journal: a creation, or an update of ``record``."""
        head = self.central.head(device)
        number, clock = head.number + 1, max(head.clock, 1_000) + 1
        made = record is None
        changes, personal = split(kind, said)
        return Entry(
            device,
            number,
            clock,
            0 if made else 1,
            5,
            0,
            kind.number,
            entry_id(device, number) if record is None else record,
            changes,
            personal,
        )

    def write(self, device: int, kind: Kind, record: int | None = None, **said: Value) -> Entry:
        """Have the central receive it."""
        each = self.entry(device, kind, record, **said)
        assert self.central.apply([each]) == 1
        return each

    def feed(self, feed: int) -> list[int]:
        return [each.id for each in self.central.feed(feed)]

    def feeds(self) -> dict[int, list[int]]:
        return {feed: self.feed(feed) for feed in (NETWORK, self.here, self.there)}


def split(kind: Kind, values: dict[str, Value]) -> tuple[Fields, Fields]:
    fields = {kind.field(name): value for name, value in values.items()}
    plain = {each.number: value for each, value in fields.items() if not each.personal}
    personal = {each.number: value for each, value in fields.items() if each.personal}
    return plain, personal


@pytest.fixture
def net(nyons: Space) -> Net:
    with nyons.central.writing() as writer:
        there = writer.record(ANTENNA, code="REM", name="Rémuzat")
    for device, antenna in ((HERE, nyons.antenna), (THERE, there)):
        add_credential(nyons.central, Credential(device, antenna, b"", 1))
    return Net(nyons.central, nyons.antenna, there)


# ----- every kind, by a PC --------------------------------------------------------------------------------------------

MADE_BY_PCS = tuple(kind for kind in KINDS if kind.root in (Root.ANTENNA, Root.VISITOR))
HEADQUARTERS_ALONE = tuple(kind for kind in KINDS if kind.root is Root.HEADQUARTERS)
PEOPLE = (VISITOR, LINK, HOUSEHOLD)


def make(net: Net, device: int, kind: Kind) -> Entry:
    """Have a PC create a record of a kind, all of its own."""
    if kind is not LINK:
        return net.write(device, kind)
    one, other = (net.write(device, VISITOR).id for _ in range(2))
    return net.write(device, LINK, one=one, other=other)


def make_at_headquarters(net: Net, kind: Kind, **said: int) -> int:
    with net.central.writing() as writer:
        return writer.record(kind, **said)


def refused(net: Net, *entries: Entry) -> None:
    """Have the central refuse entries, one by one: not a value of any table is another after."""
    before = said(net.central)
    for each in entries:
        with pytest.raises(Outside):
            net.central.apply([each])
    assert said(net.central) == before


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_a_pc_may_create(net: Net, kind: Kind) -> None:
    if kind not in MADE_BY_PCS:
        refused(net, net.entry(HERE, kind))
        return
    before = net.feeds()
    made = make(net, HERE, kind)
    after = net.feeds()
    assert after[net.here][-1] == made.id
    assert (after[NETWORK], after[net.there]) == (before[NETWORK], before[net.there])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_a_pc_may_change_of_its_own_antenna(net: Net, kind: Kind) -> None:
    if kind not in MADE_BY_PCS:
        with_antenna = {"antenna": net.here} if any(each.name == "antenna" for each in kind.fields) else {}
        own = {ANTENNA: net.here}.get(kind) or make_at_headquarters(net, kind, **with_antenna)
        refused(net, net.entry(HERE, kind, own, deleted=True))
        return
    # Another PC of the same antenna is as good as the one that wrote it.
    add_credential(net.central, Credential(HERE + 100, net.here, b"", 1))
    made = make(net, HERE + 100, kind)
    change = net.write(HERE, kind, made.id, deleted=True)
    assert net.feed(net.here)[-1] == change.id
    assert change.id not in {*net.feed(NETWORK), *net.feed(net.there)}


@pytest.mark.parametrize("kind", MADE_BY_PCS, ids=lambda kind: kind.name)
def test_what_a_pc_may_not_change_of_another_antenna(net: Net, kind: Kind) -> None:
    made = make(net, THERE, kind)
    # Nor under the name of another kind.
    others = (net.entry(HERE, other, made.id, deleted=True) for other in KINDS)
    refused(net, net.entry(HERE, kind, made.id, erased=()), *others)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_a_pc_may_not_change_of_the_network(net: Net, kind: Kind) -> None:
    made = make_at_headquarters(net, kind)
    refused(net, *(net.entry(HERE, other, made, deleted=True) for other in KINDS))


@pytest.mark.parametrize("kind", [PERMANENCE, WORKSHOP, HOURS], ids=lambda kind: kind.name)
def test_what_headquarters_makes_for_an_antenna_is_that_antenna_s(net: Net, kind: Kind) -> None:
    made = make_at_headquarters(net, kind, antenna=net.here)
    assert [made in net.feed(feed) for feed in (net.here, net.there, NETWORK)] == [True, False, False]
    change = net.write(HERE, kind, made, deleted=True)
    assert net.feed(net.here)[-1] == change.id
    refused(net, net.entry(THERE, kind, made, deleted=True))


@pytest.mark.parametrize(
    ("kind", "field", "parent"),
    [
        (VISIT, "permanence", PERMANENCE),
        (INTERVENTION, "permanence", PERMANENCE),
        (PRESENCE, "permanence", PERMANENCE),
        (REGISTRATION, "workshop", WORKSHOP),
    ],
    ids=lambda each: getattr(each, "name", ""),
)
def test_what_headquarters_adds_goes_where_its_permanence_or_workshop_is(
    net: Net, kind: Kind, field: str, parent: Kind
) -> None:
    for above in (net.write(HERE, parent).id, make_at_headquarters(net, parent, antenna=net.here)):
        made = make_at_headquarters(net, kind, **{field: above})
        assert [made in net.feed(feed) for feed in (net.here, net.there, NETWORK)] == [True, False, False]


def test_attendance_goes_where_its_registration_is(net: Net) -> None:
    workshop = make_at_headquarters(net, WORKSHOP, antenna=net.here)
    above = make_at_headquarters(net, REGISTRATION, workshop=workshop)
    for registration in (above, net.write(HERE, REGISTRATION).id):
        made = make_at_headquarters(net, ATTENDANCE, registration=registration)
        assert [made in net.feed(feed) for feed in (net.here, net.there, NETWORK)] == [True, False, False]


def test_what_headquarters_corrects_goes_where_the_record_is(net: Net) -> None:
    visit = net.write(HERE, VISIT, reason="other").id
    with net.central.writing() as writer:
        change = writer.amend(VISIT, visit, reason="service")
    assert [change in net.feed(feed) for feed in (net.here, net.there, NETWORK)] == [True, False, False]


def test_headquarters_keys_are_everybody_s_and_a_pc_s_its_antenna_s(net: Net) -> None:
    made = make_at_headquarters(net, KEY, animator=1)
    assert made in net.feed(NETWORK)
    own = net.write(HERE, KEY, animator=1).id
    assert [own in net.feed(feed) for feed in (net.here, net.there, NETWORK)] == [True, False, False]


def test_a_record_that_says_another_antenna_stays_with_who_made_it(net: Net) -> None:
    made = net.write(HERE, PERMANENCE, antenna=net.there).id
    assert [made in net.feed(feed) for feed in (net.here, net.there, NETWORK)] == [True, False, False]


def test_a_kind_of_a_later_version_is_its_antenna_s_when_a_pc_writes_it(net: Net) -> None:
    unknown = max(BY_NUMBER) + 1
    later = net.entry(HERE, VISIT)._replace(kind=unknown)
    assert net.central.apply([later]) == 1
    assert net.feed(net.here) == [later.id]
    change = net.entry(THERE, VISIT, later.id)._replace(kind=unknown)
    refused(net, change)
    refused(net, net.entry(HERE, VISIT, net.here)._replace(kind=unknown))


def test_one_that_is_outside_takes_its_whole_frame_with_it(net: Net) -> None:
    good = net.entry(HERE, VISIT, reason="other")
    bad = net.entry(HERE, ANTENNA, net.there, deleted=True)._replace(number=good.number + 1, clock=good.clock + 1)
    before = said(net.central)
    with pytest.raises(Outside):
        net.central.apply([good, bad])
    assert said(net.central) == before


# ----- people: by their card, never by their id -----------------------------------------------------------------------


def test_an_id_shows_nobody(net: Net) -> None:
    odette = net.write(THERE, VISITOR, given_name="Odette").id
    before = net.feeds()
    refused(net, net.entry(HERE, VISITOR, odette, family_name="Chastel"))
    refused(net, net.entry(HERE, LINK, one=odette, other=net.write(THERE, VISITOR).id))
    own = net.write(HERE, VISITOR).id
    for ends in ((own, odette), (odette, own)):
        refused(net, net.entry(HERE, LINK, one=ends[0], other=ends[1]))
    # A visit may name whom it likes: it brings nothing of them.
    visit = net.write(HERE, VISIT, visitor=odette).id
    assert net.feed(net.here) == [*before[net.here], own, visit]


def test_a_link_of_nobody_here_is_refused_and_one_whose_ends_were_erased_concerns_who_held_it(net: Net) -> None:
    refused(net, net.entry(HERE, LINK, one=entry_id(THERE, 77), other=entry_id(THERE, 78)))
    # Made and erased before the line came back: it names nobody, and stays at its antenna.
    nobody = net.write(HERE, LINK).id
    assert (net.feed(net.here)[-1], nobody in net.feed(net.there)) == (nobody, False)
    ends = [net.write(HERE, VISITOR).id for _ in range(2)]
    link = net.write(HERE, LINK, one=ends[0], other=ends[1]).id
    gone = net.write(HERE, LINK, link, erased=()).id
    assert net.feed(net.here)[-1] == gone
    # Whoever does not hold it does not touch it, erased or not.
    refused(net, net.entry(THERE, LINK, link, verdict="same"))


def test_a_card_that_was_shown_here_brings_the_past_of_who_bears_it(net: Net) -> None:
    there = [net.write(THERE, VISITOR, given_name="Odette", card="c1")]
    there.append(net.write(THERE, VISITOR, there[0].id, family_name="Chastel"))
    stranger = net.write(THERE, VISITOR, given_name="Marcel", card="c2").id
    here = net.write(HERE, VISITOR, given_name="Odette", card="c1")
    [link] = [each for each in net.central.entries(net.central.device) if each.kind == LINK.number]
    assert net.feed(net.here) == [here.id, *(each.id for each in there), link.id]
    assert net.feed(net.there) == [there[0].id, there[1].id, stranger, here.id, link.id]
    [row] = rows(net.central)["link"]
    assert {row["one"], row["other"], row["verdict"]} == {there[0].id, here.id, "same"}
    # From now on each hears of what is written of either.
    for device, record in ((HERE, there[0].id), (THERE, here.id)):
        change = net.write(device, VISITOR, record, birth_year=1950)
        assert [net.feed(feed)[-1] for feed in (net.here, net.there)] == [change.id] * 2


def test_a_card_that_comes_later_counts_as_one_that_was_there(net: Net) -> None:
    odette = net.write(THERE, VISITOR, given_name="Odette", card="c1")
    here = net.write(HERE, VISITOR, given_name="Odette")
    assert odette.id not in net.feed(net.here)
    change = net.write(HERE, VISITOR, here.id, card="c1")
    assert {odette.id, here.id, change.id} <= set(net.feed(net.here)) & set(net.feed(net.there))


def test_a_third_antenna_is_told_of_all_and_once(net: Net) -> None:
    third = make_at_headquarters(net, ANTENNA)
    add_credential(net.central, Credential(13, third, b"", 1))
    for device in (HERE, THERE, 13, 13):
        net.write(device, VISITOR, card="c1")
    for feed in (net.here, net.there, third):
        held = net.feed(feed)
        assert len(held) == len(set(held))
        assert len([number for number in held if number not in net.feed(NETWORK)]) == 4 + 3
    # Everybody is joined to the first: one person.
    assert len({row["one"] for row in rows(net.central)["link"]}) == 1
    assert len(rows(net.central)["link"]) == 3


def test_two_who_show_one_card_in_one_frame_are_introduced(net: Net) -> None:
    one = net.entry(HERE, VISITOR, card="c1")
    other = one._replace(number=one.number + 1, clock=one.clock + 1, record=one.record + 1)
    assert net.central.apply([one, other]) == 2
    assert len(rows(net.central)["link"]) == 1


def test_who_was_erased_is_introduced_to_nobody(net: Net) -> None:
    odette = net.write(THERE, VISITOR, given_name="Odette", card="c1").id
    net.write(THERE, VISITOR, odette, erased=())
    here = net.write(HERE, VISITOR, given_name="Odette", card="c1").id
    assert net.feed(net.here) == [here]
    # Nor when the card and the erasure arrive together.
    late = net.entry(THERE, VISITOR, card="c1")
    gone = late._replace(number=late.number + 1, clock=late.clock + 1, base=late.clock, changes={2: ()}, personal={})
    assert net.central.apply([late, gone]) == 2
    assert net.feed(net.here) == [here]
    assert not rows(net.central)["link"]


def test_an_erasure_reaches_all_who_knew(net: Net) -> None:
    odette = net.write(THERE, VISITOR, given_name="Odette", card="c1").id
    net.write(HERE, VISITOR, given_name="Odette", card="c1")
    with net.central.writing() as writer:
        erasure = writer.erase(VISITOR, odette)
    # And so does what follows from it: the link of the two who showed one card is between nobody.
    assert [net.feed(feed)[-2:] for feed in (net.here, net.there)] == [[erasure, erasure + 1]] * 2
    assert rows(net.central)["link"][0]["one"] is None
    assert erasure not in net.feed(NETWORK)


def test_links_of_somebody_come_along_when_they_are_introduced(net: Net) -> None:
    one, other = (net.write(THERE, VISITOR, card=card).id for card in ("c1", "c2"))
    link = net.write(THERE, LINK, one=one, other=other, verdict="different")
    net.write(HERE, VISITOR, card="c1")
    assert link.id in net.feed(net.here)
    assert other not in net.feed(net.here)
    net.write(HERE, VISITOR, card="c2")
    assert other in net.feed(net.here)
    assert net.feed(net.here).count(link.id) == 1
    change = net.write(HERE, LINK, link.id, verdict="same")
    assert [net.feed(feed)[-1] for feed in (net.here, net.there)] == [change.id] * 2


# ----- households: one card, several people ---------------------------------------------------------------------------


def home(net: Net, device: int, card: str, *names: str) -> tuple[int, list[int]]:
    """Have a PC write a household and its people."""
    made = net.write(device, HOUSEHOLD, card=card).id
    return made, [net.write(device, VISITOR, given_name=name, household=made).id for name in names]


def test_a_household_s_card_brings_its_people_and_makes_nobody_of_them_the_bearer(net: Net) -> None:
    household, people = home(net, THERE, "c1", "Odette", "Marcel")
    stranger = net.write(THERE, VISITOR, given_name="Aimé").id
    shown = net.write(HERE, VISITOR, card="c1").id
    assert {household, *people, shown} <= set(net.feed(net.here)) & set(net.feed(net.there))
    assert stranger not in net.feed(net.here)
    assert rows(net.central)["link"] == []
    # Who joins the household later, at either antenna, is known at both; so is what is said of them.
    for device in (HERE, THERE):
        born = net.write(device, VISITOR, given_name="Léo", household=household)
        change = net.write(device, VISITOR, people[0], family_name="Chastel")
        for feed in (net.here, net.there):
            assert net.feed(feed)[-2:] == [born.id, change.id]
            assert len(set(net.feed(feed))) == len(net.feed(feed))


def test_who_comes_to_live_in_a_household_is_told_with_their_past(net: Net) -> None:
    household, _ = home(net, THERE, "c1")
    net.write(HERE, VISITOR, card="c1")
    odette = net.write(THERE, VISITOR, given_name="Odette").id
    assert odette not in net.feed(net.here)
    moved = net.write(THERE, VISITOR, odette, household=household).id
    assert net.feed(net.here)[-2:] == [odette, moved]


def test_a_household_that_comes_after_its_card_is_introduced_too(net: Net) -> None:
    first = net.write(HERE, VISITOR, card="c1").id
    second = net.write(THERE, VISITOR, card="c1").id
    household, people = home(net, THERE, "c1", "Odette")
    for feed in (net.here, net.there):
        assert {first, second, household, *people} <= set(net.feed(feed))
    # The two who showed the card before are one person as ever; the household is not another.
    [link] = rows(net.central)["link"]
    assert {link["one"], link["other"]} == {first, second}


def test_the_people_of_a_household_that_come_in_the_same_frame_come_once(net: Net) -> None:
    net.write(HERE, VISITOR, card="c1")
    household = net.entry(THERE, HOUSEHOLD, card="c1")
    member = net.entry(THERE, VISITOR, given_name="Odette", household=household.record)._replace(
        number=household.number + 1,
        clock=household.clock + 1,
        record=household.record + 1,
    )
    assert net.central.apply([household, member]) == 2
    for feed in (net.here, net.there):
        assert net.feed(feed).count(member.id) == net.feed(feed).count(household.id) == 1


def test_an_id_opens_no_household(net: Net) -> None:
    household, people = home(net, THERE, "c1", "Odette")
    refused(net, net.entry(HERE, HOUSEHOLD, household, card="c2"))
    refused(net, net.entry(HERE, VISITOR, given_name="Intrus", household=household))
    own = net.write(HERE, VISITOR).id
    refused(net, net.entry(HERE, VISITOR, own, household=household))
    # Whoever knows one of its people by their own card knows that one only.
    net.write(THERE, VISITOR, people[0], card="c3")
    net.write(HERE, VISITOR, card="c3")
    assert people[0] in net.feed(net.here)
    assert household not in net.feed(net.here)


def test_an_erased_household_is_introduced_to_nobody(net: Net) -> None:
    household, people = home(net, THERE, "c1", "Odette")
    net.write(THERE, HOUSEHOLD, household, erased=())
    net.write(HERE, VISITOR, card="c1")
    assert not {household, *people} & set(net.feed(net.here))


def test_those_whom_headquarters_lists_are_seen_by_nobody(net: Net) -> None:
    before = net.feeds()
    made = make_at_headquarters(net, VISITOR)
    assert net.feeds() == before
    refused(net, net.entry(HERE, VISITOR, made, given_name="Odette"))


def test_a_kiosk_has_no_feeds_of_its_own(nyons: Space) -> None:
    head = nyons.store.feed_head(nyons.antenna)
    with nyons.store.writing() as writer:
        writer.record(VISIT, reason="other")
    assert nyons.store.feed_head(nyons.antenna) == head


def test_what_is_headquarters_alone_reaches_no_pc_and_none_writes_of_it(net: Net) -> None:
    assert [kind.name for kind in HEADQUARTERS_ALONE] == ["request", "cost"]
    before = net.feeds()
    for kind in HEADQUARTERS_ALONE:
        made = make_at_headquarters(net, kind)
        with net.central.writing() as writer:
            writer.amend(kind, made, deleted=True)
            writer.erase(kind, made)
        refused(net, net.entry(HERE, kind, made, deleted=True))
    assert net.feeds() == before


def test_kinds_that_the_network_shares_are_these(net: Net) -> None:
    shared = {ANTENNA, ANIMATOR, DEVICE, PARTNER, SUPPORT, SURVEY, STOP, TRAINING, PROGRAMME, EQUIPMENT}
    shared |= {OBJECTIVE, ENGAGEMENT, CODE}
    assert {kind for kind in KINDS if kind.root is Root.NETWORK} == shared
    assert {kind for kind in KINDS if kind.root is Root.VISITOR} == set(PEOPLE)
    for kind in shared:
        assert make_at_headquarters(net, kind) == net.feed(NETWORK)[-1]
