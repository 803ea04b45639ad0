"""Whom the line trusts, whether or not this machine knows the date, and the sessions that it resumes."""

import socket
import ssl
from collections.abc import Callable

import certifi

NO_CHECK_TIME = ssl.VerifyFlags(0x200000)
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME (openssl/x509_vfy.h), to which Python gives no name.

Only the dates of the certificates are passed over: their chain and the host's name are verified all the same.
"""


class Trust(ssl.SSLContext):
    """The usual authorities, for one host. Certificates' dates count, unless this machine's clock is in doubt.

    Built here: a stale SSL_CERT_FILE in the environment would stop the client.
    """

    def __new__(cls, clock_in_doubt: Callable[[], bool], patience: float) -> "Trust":  # noqa: ARG004, PYI034 - see below
        """OpenSSL's context is made here, not in ``__init__``; nobody derives from this class."""
        return super().__new__(cls, ssl.PROTOCOL_TLS_CLIENT)

    def __init__(self, clock_in_doubt: Callable[[], bool], patience: float) -> None:
        """``clock_in_doubt`` is asked before each handshake; ``patience``: seconds that one may take."""
        self._clock_in_doubt = clock_in_doubt
        self._patience = patience
        self._session: ssl.SSLSession | None = None
        self.load_verify_locations(certifi.where())

    def keep(self, session: ssl.SSLSession | None) -> None:
        """Remember a session, to be resumed by the next connection: it saves the certificates, most of a handshake.

        It is asked of a connection once something was read there: since TLS 1.3 the ticket comes after the handshake.
        """
        self._session = session

    def wrap_socket(
        self,
        sock: socket.socket,
        server_side: bool = False,  # noqa: FBT001, FBT002
        do_handshake_on_connect: bool = True,  # noqa: FBT001, FBT002
        suppress_ragged_eofs: bool = True,  # noqa: FBT001, FBT002
        server_hostname: str | bytes | None = None,
        session: ssl.SSLSession | None = None,
    ) -> ssl.SSLSocket:
        """Do as every context does, by the session that is remembered. Raises ``ssl.SSLError`` or ``TimeoutError``."""
        # Taken, not shared: a ticket serves once (RFC 8446, C.4), and one that fails does not stand in the way again.
        known, self._session = self._session, None
        flags = NO_CHECK_TIME if self._clock_in_doubt() else ssl.VerifyFlags(0)
        if (self.verify_flags & NO_CHECK_TIME) != flags:
            # Resuming verifies no certificate: what was accepted in doubt is verified again once there is none.
            known = None
            self.verify_flags = (self.verify_flags & ~NO_CHECK_TIME) | flags
        # The three kilobytes of a handshake, on a line that crawls, take longer than a connection.
        sock.settimeout(self._patience)
        return super().wrap_socket(
            sock,
            server_side,
            do_handshake_on_connect,
            suppress_ragged_eofs,
            server_hostname,
            session or known,
        )
