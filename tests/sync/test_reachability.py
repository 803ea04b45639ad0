"""A hint of a way out, asked of the real system."""

import socket
from ipaddress import ip_address

from kiosque.sync.reachability import way_out

NOWHERE = (socket.AF_INET, "255.255.255.255")
"""The system refuses to go there without being asked for a broadcast."""
HERE = (socket.AF_INET, "127.0.0.1")


def test_the_way_to_somewhere_is_the_address_that_it_leaves_under() -> None:
    assert way_out([HERE]) == "127.0.0.1"
    assert way_out([NOWHERE, HERE]) == "127.0.0.1"


def test_no_way_is_no_way() -> None:
    assert way_out([NOWHERE]) == ""
    assert way_out([]) == ""


def test_this_machine_says_something_about_itself() -> None:
    found = way_out()
    assert found == "" or not ip_address(found).is_loopback
