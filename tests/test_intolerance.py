"""That the suite is as intolerant as it says: each test here plants a fault and sees it fail."""

from pathlib import Path

import pytest

TESTS = Path(__file__).parent
CONFTEST = (TESTS / "conftest.py").read_text()


def outcome(pytester: pytest.Pytester, test: str) -> pytest.RunResult:
    """Run one test file under this suite's conftest, in a process of its own, waiting less for what leaks."""
    pytester.makeconftest(CONFTEST.replace("GRACE = 5.0", "GRACE = 0.1"))
    options = ("filterwarnings = error", "qt_log_level_fail = WARNING", "markers = expect_log(pattern)")
    pytester.makeini("\n".join(("[pytest]", f"pythonpath = {TESTS.parent}", *options)))
    pytester.makepyfile(test)
    return pytester.runpytest_subprocess("-p", "no:cacheprovider")


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()", "threads left"),
        ("import subprocess\nglobals()['kept'] = subprocess.Popen(['sleep', '5'])", "child processes left"),
        ("import logging\nlogging.getLogger('a').warning('odd')", "not declared"),
        ("import warnings\nwarnings.warn('old')", "UserWarning"),
        ("from PySide6.QtCore import qWarning\nqWarning('odd')", "Qt messages with level"),
    ],
    ids=["thread", "child", "log", "warning", "qt"],
)
def test_fault_fails(pytester: pytest.Pytester, fault: str, said: str) -> None:
    body = "\n".join(f"    {line}" for line in fault.splitlines())
    result = outcome(pytester, f"def test_planted():\n{body}\n")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert said in result.stdout.str()


def test_declared_log_passes_and_must_come(pytester: pytest.Pytester) -> None:
    result = outcome(
        pytester,
        """
        import logging, pytest

        @pytest.mark.expect_log("od+")
        def test_comes():
            logging.getLogger("a").warning("odd")

        @pytest.mark.expect_log("od+")
        def test_never_comes():
            pass
        """,
    )
    result.assert_outcomes(passed=2, errors=1)
    assert "never logged" in result.stdout.str()
