"""What every test of Kiosque lives under: no screen, no trace, no leak, no stray word in the log, one printed seed.

What must be in the environment before anything is collected is set at import: Qt reads its platform when it is loaded.
"""

from __future__ import annotations

import contextlib
import logging
import os
import random
import re
import sys
import threading
import time
from collections.abc import Iterator
from functools import cache
from multiprocessing import resource_tracker
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.sizes import DRAWS, size

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A proxy of the machine would carry the requests of a test away from the loopback.
for _name in [name for name in os.environ if name.lower().endswith("_proxy")]:
    del os.environ[_name]

# A timing never fails a test: speed is measured in benchmarks/.
settings.register_profile(
    "kiosque", deadline=None, max_examples=size(DRAWS), suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("kiosque")

SEED = "KIOSQUE_TEST_SEED"
"""The environment variable that repeats a run: hypothesis and every drawn point of a fault start from it."""

COVERING = (
    *("domain/", "journal/", "sync/"),
    *(f"central/test_{end}.py" for end in ("newcomer", "stick", "helpers")),
)
"""Whose tests cover domain, journal and sync: the others go unmeasured, since measuring slows down every library.

So do, among them, those that are marked ``unmeasured``.
"""

LONG = (
    *("benchmarks/test_scripts", "demo/test_run", "demo/test_faults", "demo/test_central", "e2e/", "faults/"),
    *("sync/test_malformed", "central/test_feeds", "ui/test_geometry", "ui/test_taps"),
)
"""Whose tests take seconds each."""

GRACE = 5.0
"""Seconds that a thread or a child that is already ending has to be gone; only a leak waits that long."""


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Draw the run's seed once, in the controller: the workers of xdist inherit it by the environment."""
    if SEED not in os.environ:
        os.environ[SEED] = str(random.SystemRandom().getrandbits(32))
    if config.getoption("--hypothesis-seed", default=None) is None:
        config.option.hypothesis_seed = os.environ[SEED]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the whole of what a central does be tried on the other database too."""
    choices = {"choices": ("sqlite", "postgresql"), "default": "sqlite"}
    parser.addoption("--database", help="what the tests keep their centrals in", **choices)


def _served(config: pytest.Config) -> bool:
    return bool(config.getoption("--database") == "postgresql")


def pytest_report_header(config: pytest.Config) -> str:
    """Say how to repeat the run."""
    return f"seed: {SEED}={os.environ[SEED]}, centrals in {config.getoption('--database')}"


@pytest.fixture(scope="session", autouse=True)
def centrals(request: pytest.FixtureRequest) -> Iterator[None]:
    """Keep centrals where the run was asked to."""
    if not _served(request.config):
        yield
        return
    from tests.served import served_centrals  # noqa: PLC0415 - most runs need no server

    with served_centrals():
        yield


def _path(item: pytest.Item) -> str:
    return item.path.relative_to(Path(__file__).parent).as_posix()


def _in_a_browser(item: pytest.Item) -> bool:
    return "chromium" in getattr(item, "fixturenames", ())


def _covers(item: pytest.Item) -> bool:
    return _path(item).startswith(COVERING) and item.get_closest_marker("unmeasured") is None


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Begin with the long ones, so that no worker waits for another's last; then measure, without a pause, then not.

    What a browser shows is a walk: it takes seconds to start one.
    """
    for item in items:
        if _in_a_browser(item):
            item.add_marker("walk")
    yield
    for item in items:
        if _served(item.config) and (mark := item.get_closest_marker("in_a_file")):
            item.add_marker(pytest.mark.skip(reason=f"in a file only: {mark.args[0]}"))
        if _served(item.config) and _in_a_browser(item):
            item.add_marker(pytest.mark.skip(reason="what a browser shows does not depend on where the rows come from"))
    items.sort(key=lambda item: 0 if _path(item).startswith(LONG) and not _covers(item) else 2 - _covers(item))


def _measure(config: pytest.Config) -> Any:  # noqa: ANN401 - the plugin has no types
    """Return what measures, if anything does."""
    return getattr(config.pluginmanager.get_plugin("_cov"), "cov_controller", None)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """End, in a worker, what pytest-cov measures as if it were alone: it would go on under what a pause ends."""
    measure = _measure(session.config)
    if measure is not None and hasattr(session.config, "workerinput"):
        measure.cov.stop()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Measure what is covered by the tests that are there to cover it, and no other."""
    measure, covers = _measure(item.config), _covers(item)
    if measure is not None and measure.started != covers:
        if covers:
            _forget()
            measure.resume()
        else:
            measure.pause()
    return (yield)


def _forget() -> None:
    """Let what was read once, while nothing was measured, be read again."""
    ours = ("kiosque.domain.", "kiosque.journal.", "kiosque.sync.")
    for module in [module for name, module in sys.modules.items() if name.startswith(ours)]:
        for each in vars(module).values():
            getattr(each, "cache_clear", int)()


@pytest.fixture(scope="session")
def run_seed() -> int:
    """The run's seed; a test that draws makes ``random.Random(f"{run_seed}:{what}")`` and prints what it drew."""
    return int(os.environ[SEED])


@pytest.fixture(scope="session", autouse=True)
def no_trace_at_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Send home and the desktop's folders into the run's own: no test reads or writes the person's Kiosque."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        # Browsers and Qt keep their caches under these.
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            folder = home / name.lower()
            folder.mkdir()
            patch.setenv(name, str(folder))
        runtime = home / "runtime"
        runtime.mkdir(mode=0o700)
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        patch.setenv("HOME", str(home))
        yield


@pytest.fixture(autouse=True)
def lists_as_they_came() -> Iterator[None]:
    """Let no test leave to the next one the code lists of its network: they are the whole program's."""
    yield
    if codelist := sys.modules.get("kiosque.domain.codelist"):
        codelist.use({})


@pytest.fixture(scope="session", autouse=True)
def stretched_once() -> Iterator[None]:
    """Stretch the same words with the same salt once a run: each time takes 0.2 s of processor, and gives the same."""
    from kiosque.db import holder  # noqa: PLC0415 - what is imported here would not be seen by coverage
    from kiosque.sync import codes  # noqa: PLC0415 - as above

    with pytest.MonkeyPatch.context() as patch:
        for module in (holder, codes):
            patch.setattr(module, "hash_secret_raw", cache(module.hash_secret_raw))
        yield


class _Stray(logging.Handler):
    """Keeps the records of WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_stray_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning it did not declare by ``expect_log``, or declares one that never comes."""
    stray = _Stray()
    root = logging.getLogger()
    root.addHandler(stray)
    try:
        yield
    finally:
        root.removeHandler(stray)
    expected = [str(mark.args[0]) for mark in request.node.iter_markers("expect_log")]
    lines = [f"{record.name}: {record.levelname}: {record.getMessage()}" for record in stray.records]
    unexpected = [line for line in lines if not any(re.search(pattern, line) for pattern in expected)]
    missing = [pattern for pattern in expected if not any(re.search(pattern, line) for line in lines)]
    if unexpected:
        pytest.fail("logged, and not declared by expect_log:\n" + "\n".join(unexpected), pytrace=False)
    if missing:
        pytest.fail("declared by expect_log, and never logged:\n" + "\n".join(missing), pytrace=False)


def _threads() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.is_alive()}


def _children() -> dict[int, str]:
    """The children of this process by pid, with their command lines; empty where the system does not say (no /proc)."""
    children: dict[int, str] = {}
    for task in Path("/proc/self/task").glob("*/children"):
        with contextlib.suppress(FileNotFoundError):  # a thread that ended meanwhile
            for pid in task.read_text().split():
                children[int(pid)] = _command(int(pid))
    # Started once by multiprocessing for the life of the process.
    tracker = getattr(getattr(resource_tracker, "_resource_tracker", None), "_pid", None)
    children.pop(tracker or 0, None)
    return children


def _command(pid: int) -> str:
    try:
        line = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return "gone"
    return line.replace(b"\0", b" ").decode(errors="replace").strip() or "ended, and not waited for"


@pytest.fixture(autouse=True)
def no_leak(no_stray_log: None) -> Iterator[None]:  # noqa: ARG001 - set up after it, so that leaks are looked for first
    """Fail a test that leaves a thread or a child process behind; those of wider fixtures were there before it."""
    threads, children = _threads(), _children()
    yield
    deadline = time.monotonic() + GRACE
    for thread in _threads() - threads:
        if thread is not threading.current_thread():
            thread.join(max(0.0, deadline - time.monotonic()))
    leaked_threads = _threads() - threads
    leaked_children = {pid: line for pid, line in _children().items() if pid not in children}
    if leaked_threads:
        frames = sys._current_frames()  # noqa: SLF001 - the one way to say where a thread stands
        where = {thread.name: frames.get(thread.ident or 0) for thread in leaked_threads}
        pytest.fail(f"threads left behind: {where}", pytrace=False)
    if leaked_children:
        pytest.fail(f"child processes left behind: {leaked_children}", pytrace=False)
