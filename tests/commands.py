"""Commands of headquarters, as somebody types them; in this process."""

import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

from typer.main import get_command
from typer.testing import CliRunner

from kiosque.cli.central import central

# The library's runner reads every command anew each time it runs one: a third of what these tests take.
_command = cache(get_command)


class Said(NamedTuple):
    """What a command wrote: what is asked for, and all of it."""

    asked: str
    all: str


def run(at: Path, command: str, *rest: str) -> Said:
    """Run a command on the central in the folder ``at``, which ends well. Raises what it raises."""
    with CliRunner().isolation() as (asked, _, everything):
        status = _command(central).main([command, "--dir", str(at), *rest], "kiosque central", standalone_mode=False)
        sys.stdout.flush()
        sys.stderr.flush()
        said = Said(asked.getvalue().decode(), everything.getvalue().decode())
    assert not status, said.all
    return said


def typed(at: Path, command: str, *rest: str) -> str:
    """Do the same, and return all that it wrote."""
    return run(at, command, *rest).all
