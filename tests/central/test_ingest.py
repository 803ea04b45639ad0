"""The one thread that writes what devices send."""

import asyncio
import threading
from functools import partial

import pytest

from kiosque.central.ingest import Busy, Ingest


def test_writes_run_one_after_the_other_on_one_thread() -> None:
    ingest, threads, order = Ingest(), set(), []

    async def all_of_them() -> list[int]:
        def write(number: int) -> int:
            threads.add(threading.current_thread().name)
            order.append(number)
            return number

        return await asyncio.gather(*(ingest.run(partial(write, number)) for number in range(20)))

    try:
        assert asyncio.run(all_of_them()) == list(range(20)) == order
        assert len(threads) == 1
    finally:
        ingest.close()


def test_a_full_queue_refuses_and_accepts_again_when_it_has_room() -> None:
    ingest, gate = Ingest(most_waiting=2), threading.Event()
    try:
        held = [ingest.submit(gate.wait) for _ in range(2)]
        with pytest.raises(Busy):
            ingest.submit(gate.wait)
        gate.set()
        assert all(each.result(30) for each in held)
        assert ingest.submit(lambda: 5).result(30) == 5
    finally:
        gate.set()
        ingest.close()


def test_a_write_that_was_given_up_leaves_its_place() -> None:
    ingest, gate = Ingest(most_waiting=2), threading.Event()
    try:
        ingest.submit(gate.wait)
        assert ingest.submit(gate.wait).cancel()
        ingest.submit(gate.wait)
    finally:
        gate.set()
        ingest.close()


def test_a_write_that_fails_says_so_and_stops_no_other() -> None:
    ingest = Ingest()

    def fail() -> None:
        raise ArithmeticError

    try:
        with pytest.raises(ArithmeticError):
            ingest.submit(fail).result(30)
        assert ingest.submit(lambda: 5).result(30) == 5
    finally:
        ingest.close()
