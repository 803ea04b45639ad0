"""Sticks as the systems tell of them."""

import sys
from pathlib import Path

import pytest

from kiosque.sync.volumes import Folder, Letters, Mounted, volumes

TABLE = r"""
22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:25 / /run rw,nosuid shared:5 - tmpfs tmpfs rw,size=100k
41 30 0:40 / /run/media/odette/souvenir rw - tmpfs tmpfs rw
77 22 8:33 / /media/odette/CLE\040DE\040NYONS rw,nosuid,nodev shared:30 - vfat /dev/sdc1 rw,uid=1000
78 22 8:17 / /run/media/odette/A\134B rw,nosuid master:2 shared:31 - exfat /dev/sdb1 rw
79 22 11:0 / /media/cdrom0 ro - iso9660 /dev/sr0 ro
80 22 8:1 / /mnt/disque rw - ext4 /dev/sda1 rw
""".strip()


def test_linux_tells_sticks_from_the_rest(tmp_path: Path) -> None:
    table = tmp_path / "mountinfo"
    table.write_text(TABLE)
    assert Mounted(table).sticks() == (Path("/media/odette/CLE DE NYONS"), Path("/run/media/odette/A\\B"))


@pytest.mark.skipif(sys.platform != "linux", reason="Linux's own table")
def test_the_table_of_this_machine_is_read() -> None:
    found = volumes().sticks()
    assert all(path.is_dir() for path in found)


class Machine:
    """A PC with Windows: a floppy, a disk, a stick and a reader without a card."""

    def GetLogicalDrives(self) -> int:  # noqa: N802 - Windows' name
        return 0b1000_1101

    def GetDriveTypeW(self, root: str) -> int:  # noqa: N802 - Windows' name
        return {"A:\\": 2, "C:\\": 3, "D:\\": 2, "H:\\": 2}[root]


def test_windows_tells_sticks_from_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Here a drive's letter is a name like another.
    monkeypatch.chdir(tmp_path)
    (tmp_path / "D:\\").mkdir()
    assert Letters(Machine()).sticks() == (Path("D:\\"),)


def test_a_folder_stands_for_a_stick_while_it_is_there(tmp_path: Path) -> None:
    at = tmp_path / "clé"
    looking = volumes(at)
    assert isinstance(looking, Folder)
    assert looking.sticks() == ()
    at.mkdir()
    assert looking.sticks() == (at,)
