"""Settings: the environment, else the file, else the default; what cannot be read is said."""

from pathlib import Path

import pytest

from kiosque.settings import UnreadableSettings, load


def test_the_environment_comes_before_the_file_before_the_default(tmp_path: Path) -> None:
    file = tmp_path / "kiosque.toml"
    assert load({}, file).full_screen
    file.write_text(f'data = "{tmp_path}/file"\nlogs = "{tmp_path}/logs"\nfull_screen = false\n')
    said = load({"KIOSQUE_DATA": f"{tmp_path}/variable"}, file)
    assert (said.data, said.logs, said.full_screen) == (tmp_path / "variable", tmp_path / "logs", False)
    assert load({"KIOSQUE_FULL_SCREEN": "true"}, file).full_screen


@pytest.mark.parametrize("content", ["data = 5", "not toml", 'full_screen = "perhaps"'])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: str) -> None:
    file = tmp_path / "kiosque.toml"
    file.write_text(content)
    with pytest.raises(UnreadableSettings, match=r"kiosque\.toml"):
        load({}, file)
