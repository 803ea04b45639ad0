"""What the central and its helper processes say to each other: messages with their length before them, on two pipes."""

from typing import Any, BinaryIO

import msgspec

from kiosque.central.work import Opened, Portion
from kiosque.sync.refusal import Reason, Refused

LENGTH_BYTES = 4


class Hello(msgspec.Struct, frozen=True, array_like=True):
    """The first thing that a helper hears: where the database is and what opens it. Never on a command line."""

    database: str
    key: bytes = b""


class Open(msgspec.Struct, frozen=True, array_like=True, tag=1):
    """Take some bytes of a round's request."""

    round: int
    clock: int
    """The greatest clock of all that the central holds."""
    chunk: bytes
    last: bool


class Reply(msgspec.Struct, frozen=True, array_like=True, tag=2):
    """Begin a round's reply."""

    round: int
    refused: Refused | None
    hurried: bool


class More(msgspec.Struct, frozen=True, array_like=True, tag=3):
    """Go on with a round's reply."""

    round: int


class Forget(msgspec.Struct, frozen=True, array_like=True, tag=4):
    """A round is over. There is no answer."""

    round: int


class Cannot(msgspec.Struct, frozen=True, array_like=True, tag=5):
    """The round has to be done where the database may be written."""


class Failed(msgspec.Struct, frozen=True, array_like=True, tag=6):
    """A bug: its name, and where; never the values, which may be names of people."""

    name: str
    trace: str


class Is(msgspec.Struct, frozen=True, array_like=True, tag=7):
    """What was asked for."""

    opened: Opened | None = None
    portion: Portion | None = None


Asked = Open | Reply | More | Forget
Answer = Is | Cannot | Failed


def _to_plain(value: object) -> object:
    if isinstance(value, Refused):
        return [value.reason.name, value.detail]
    raise NotImplementedError


def _from_plain(kind: type, said: Any) -> object:  # noqa: ANN401 - whatever MessagePack holds
    if kind is Refused:
        return Refused(Reason[said[0]], said[1])
    raise NotImplementedError


_encode = msgspec.msgpack.Encoder(enc_hook=_to_plain).encode
_ASKED: msgspec.msgpack.Decoder[Asked] = msgspec.msgpack.Decoder(Asked, dec_hook=_from_plain)
_ANSWER: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer, dec_hook=_from_plain)
_HELLO = msgspec.msgpack.Decoder(Hello)


def packed(message: Hello | Asked | Answer) -> bytes:
    """Return a message as it goes through a pipe."""
    content = _encode(message)
    return len(content).to_bytes(LENGTH_BYTES, "big") + content


def read_hello(pipe: BinaryIO) -> Hello | None:
    """Wait for the first message; None when the pipe is closed."""
    content = _read(pipe)
    return None if content is None else _HELLO.decode(content)


def read_asked(pipe: BinaryIO) -> Asked | None:
    """Wait for the next question; None when the pipe is closed."""
    content = _read(pipe)
    return None if content is None else _ASKED.decode(content)


def unpack_answer(content: bytes) -> Answer:
    """Return an answer from its bytes."""
    return _ANSWER.decode(content)


def _read(pipe: BinaryIO) -> bytes | None:
    length = pipe.read(LENGTH_BYTES)
    content = pipe.read(int.from_bytes(length, "big"))
    return content if len(length) == LENGTH_BYTES and content else None
