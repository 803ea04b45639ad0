"""That the suite is as intolerant as it says: faults are planted, and each is seen to fail."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
CONFTEST = (TESTS / "conftest.py").read_text()

PLANTED = """
import logging
import subprocess
import threading
import warnings

import pytest
from PySide6.QtCore import qWarning

kept = []


def test_nothing():
    pass


def test_thread():
    threading.Thread(target=threading.Event().wait, daemon=True).start()


def test_child():
    kept.append(subprocess.Popen(["sleep", "5"]))


def test_log():
    logging.getLogger("a").warning("odd")


def test_warning():
    warnings.warn("old")


def test_qt():
    qWarning("odd")


@pytest.mark.expect_log("od+")
def test_declared_log():
    logging.getLogger("a").warning("odd")


@pytest.mark.expect_log("od+")
def test_log_that_never_comes():
    pass
"""

OUTCOMES = {
    "test_nothing": {"PASSED"},
    "test_thread": {"PASSED", "ERROR"},
    "test_child": {"PASSED", "ERROR"},
    "test_log": {"PASSED", "ERROR"},
    "test_warning": {"FAILED"},
    "test_qt": {"FAILED"},
    "test_declared_log": {"PASSED"},
    "test_log_that_never_comes": {"PASSED", "ERROR"},
}
"""What is looked at after a test, such as leaks, is an error of its end."""


def test_each_planted_fault_fails_and_nothing_else(pytester: pytest.Pytester) -> None:
    # All in one process: to start one costs more than the tests.
    pytester.makeconftest(CONFTEST.replace("GRACE = 5.0", "GRACE = 0.1"))
    options = ("filterwarnings = error", "qt_log_level_fail = WARNING", "markers = expect_log(pattern)")
    pytester.makeini("\n".join(("[pytest]", f"pythonpath = {TESTS.parent}", *options)))
    pytester.makepyfile(test_planted=PLANTED)
    result = pytester.runpytest_subprocess("-rA", "-p", "no:cacheprovider")
    said = result.stdout.str()
    outcomes: dict[str, set[str]] = {}
    for outcome, test in re.findall(r"^(PASSED|FAILED|ERROR) test_planted\.py::(\w+)", said, re.MULTILINE):
        outcomes.setdefault(test, set()).add(outcome)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert outcomes == OUTCOMES
    for test, why in (
        ("thread", "threads left behind"),
        ("child", "child processes left behind"),
        ("log", "not declared by expect_log"),
        ("log_that_never_comes", "never logged"),
    ):
        assert re.search(rf"ERROR at teardown of test_{test} _+\n.*{why}", said), why
    assert "UserWarning: old" in said
    assert "Qt messages with level WARNING or above emitted" in said
