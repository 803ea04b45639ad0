"""Folders and settings of this machine: the environment, else the settings file, else the default."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from platformdirs import user_config_path, user_data_path, user_log_path

PREFIX = "KIOSQUE_"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What can be set on a machine; everything else comes from headquarters."""

    data: Path = msgspec.field(default_factory=lambda: user_data_path("kiosque", appauthor=False))
    """Folder of the database and of its key file."""

    logs: Path = msgspec.field(default_factory=lambda: user_log_path("kiosque", appauthor=False))

    language: Literal["fr", "en"] = "fr"
    """What the kiosk speaks to whoever has not asked for another language at the counter."""

    full_screen: bool = True
    """Whether the kiosk takes the whole screen."""

    printer: str = ""
    """The printer to use first, by the name that the system gives it; without it, the system's usual one."""

    stick: Path | None = None
    """A folder that stands for a USB stick; without it, those that are plugged in."""

    look: Literal["light", "dark", "contrast"] = "light"

    text_scale: Annotated[float, msgspec.Meta(ge=1, le=2)] = 1.0
    """Of the text, as a part of its usual size."""

    keyboard_always: bool = False
    """Whether the keyboard on the screen comes for a mouse too: some touch screens say that they are one."""

    sound: bool = True
    """Whether an arrival sounds."""


class UnreadableSettings(Exception):
    """The settings file or a variable cannot be read: it says which, and why, to whoever installs."""


def load(environment: Mapping[str, str] = os.environ, file: Path | None = None) -> Settings:
    """Return the settings. ``file`` is TOML; by default ``kiosque.toml`` in the user's configuration folder.

    Raises ``UnreadableSettings``.
    """
    path = file or settings_file()
    known = {field.name for field in msgspec.structs.fields(Settings)}
    said = {name: environment[PREFIX + name.upper()] for name in known if PREFIX + name.upper() in environment}
    try:
        written = msgspec.toml.decode(path.read_bytes()) if path.exists() else {}
        return msgspec.convert({**written, **said}, Settings, strict=False, dec_hook=_path)
    except (msgspec.MsgspecError, OSError) as error:
        variables = ", ".join(PREFIX + name.upper() for name in said)
        sentence = f"Un réglage ne se lit pas, dans {path} ou parmi les variables {variables or 'KIOSQUE_…'} : {error}"
        raise UnreadableSettings(sentence) from error


def settings_file() -> Path:
    """Return where the settings of this account are kept."""
    return user_config_path("kiosque", appauthor=False) / "kiosque.toml"


def keep(changed: Mapping[str, str | bool | float], file: Path | None = None) -> None:
    """Write settings down, whole or not at all; the others stay as they are. Comments are lost.

    Raises ``UnreadableSettings`` when what is there cannot be read, ``OSError`` when it cannot be written.
    """
    path = file or settings_file()
    try:
        written = msgspec.toml.decode(path.read_bytes()) if path.exists() else {}
    except msgspec.MsgspecError as error:
        raise UnreadableSettings(f"Un réglage ne se lit pas, dans {path} : {error}") from error
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    # The values of TOML that we use are written as those of JSON.
    lines = (f"{name} = {msgspec.json.encode(value).decode()}\n" for name, value in {**written, **changed}.items())
    unfinished.write_text("".join(lines), "utf-8")
    unfinished.replace(path)


def _path(_: type, value: object) -> Path:
    if not isinstance(value, str):
        message = "a folder is a text"
        raise TypeError(message)
    return Path(value)
