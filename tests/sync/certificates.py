"""Certificates that a test signs: X.509 in DER (RFC 5280), by Ed25519 keys (RFC 8410), of any dates."""

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import ip_address
from pathlib import Path

from nacl.signing import SigningKey

SEQUENCE, SET, INTEGER, BITS, OCTETS, NAME, TEXT, TIME = 0x30, 0x31, 0x02, 0x03, 0x04, 0x06, 0x0C, 0x18
ED25519 = b"\x2b\x65\x70"
COMMON_NAME, BASIC, ALTERNATIVES = b"\x55\x04\x03", b"\x55\x1d\x13", b"\x55\x1d\x11"
PRIVATE_KEY = bytes.fromhex("302e020100300506032b657004220420")
"""What stands before the 32 bytes of a seed in PKCS#8."""


@dataclass(frozen=True)
class Validity:
    """From when to when a certificate is valid."""

    first: datetime
    last: datetime


ALWAYS = Validity(datetime(1970, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC))
PAST = Validity(datetime(2001, 1, 1, tzinfo=UTC), datetime(2001, 4, 1, tzinfo=UTC))
FUTURE = Validity(datetime(2199, 1, 1, tzinfo=UTC), datetime(2199, 4, 1, tzinfo=UTC))


@dataclass(frozen=True)
class Authority:
    """Who signs certificates, under a name."""

    name: str
    key: SigningKey

    def certificate(self) -> str:
        """Return its own certificate, in PEM."""
        return self._signed(self.name, self.key, ALWAYS, _extension(BASIC, _der(SEQUENCE, b"\x01\x01\xff")))

    def server(self, folder: Path, host: str, validity: Validity) -> ssl.SSLContext:
        """Return the context of a server at the address ``host``, certified for that time."""
        key = SigningKey.generate()
        # An iPAddress (7 of the GeneralNames).
        alternatives = _der(SEQUENCE, _der(0x87, ip_address(host).packed))
        pem = folder / f"{host}-{validity.first.year}.pem"
        private = ssl.DER_cert_to_PEM_cert(PRIVATE_KEY + bytes(key)).replace("CERTIFICATE", "PRIVATE KEY")
        pem.write_text(self._signed(host, key, validity, _extension(ALTERNATIVES, alternatives)) + private)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pem)
        return context

    def _signed(self, subject: str, key: SigningKey, validity: Validity, extension: bytes) -> str:
        algorithm = _der(SEQUENCE, _der(NAME, ED25519))
        public = _der(SEQUENCE, algorithm + _der(BITS, b"\0" + bytes(key.verify_key)))
        times = b"".join(_der(TIME, f"{at:%Y%m%d%H%M%SZ}".encode()) for at in (validity.first, validity.last))
        version, serial = _der(0xA0, _der(INTEGER, b"\x02")), _der(INTEGER, b"\x01")
        body = _der(
            SEQUENCE,
            version
            + serial
            + algorithm
            + _named(self.name)
            + _der(SEQUENCE, times)
            + _named(subject)
            + public
            + _der(0xA3, _der(SEQUENCE, extension)),
        )
        signature = _der(BITS, b"\0" + self.key.sign(body).signature)
        return ssl.DER_cert_to_PEM_cert(_der(SEQUENCE, body + algorithm + signature))


def authority(name: str) -> Authority:
    """Return a new authority."""
    return Authority(name, SigningKey.generate())


def _named(name: str) -> bytes:
    return _der(SEQUENCE, _der(SET, _der(SEQUENCE, _der(NAME, COMMON_NAME) + _der(TEXT, name.encode()))))


def _extension(which: bytes, value: bytes) -> bytes:
    return _der(SEQUENCE, _der(NAME, which) + b"\x01\x01\xff" + _der(OCTETS, value))


def _der(tag: int, content: bytes) -> bytes:
    """Return one value: its tag, its length, itself."""
    size = len(content)
    if size < 0x80:
        return bytes([tag, size]) + content
    length = size.to_bytes((size.bit_length() + 7) // 8)
    return bytes([tag, 0x80 | len(length)]) + length + content
