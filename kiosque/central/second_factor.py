"""The second proof that an account is somebody's: the six digits of a telephone, or one of the codes kept on paper."""

import base64
import secrets
from hashlib import blake2b

import pyotp
from pyotp.utils import strings_equal
from sqlalchemy import func, select

from kiosque.central import tokens
from kiosque.db.account_tables import account, recovery_code
from kiosque.db.played import wall_of
from kiosque.db.store import Store
from kiosque.domain import crockford

ISSUER = "Kiosque"
SECRET_BYTES = 20
"""RFC 4226 recommends 160 bits."""

DIGITS = 6
STEPS = (0, -1, 1)
"""A telephone's clock may be half a minute early or late (RFC 6238, 5.2)."""

RECOVERY_CODES = 8
RECOVERY_LENGTH = 24
"""Characters of a recovery code: 120 bits, so that what it is found by need not be stretched."""


def pending(session_secret: str) -> str:
    """Return the secret that an account is offered to take while it is in the session of that secret.

    Another one for each session; nothing has to be kept until it is taken.
    """
    made = blake2b(session_secret.encode(), digest_size=SECRET_BYTES, person=b"second factor").digest()
    return base64.b32encode(made).decode()


def address(name: str, secret: str) -> str:
    """Return the address that a telephone reads from the square."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER)


class SecondFactor:
    """The second proof of the accounts in the central's database."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def take(self, name: str, secret: str, typed: str) -> tuple[str, ...] | None:
        """Let ``secret`` be the account's from now on, if ``typed`` is its code of now; return its recovery codes.

        None when it is not; nothing is changed then.
        """
        step = self._step(secret, typed)
        if step is None:
            return None
        taken = account.update().where(account.c.name == name).values(secret=secret, step=step)
        self._store.write_local(taken)
        return self.renew(name)

    def check(self, name: str, typed: str) -> bool:
        """Whether ``typed`` is the account's code of now, or one of its recovery codes. Each is accepted once."""
        row = self._store.first(select(account.c.secret).where(account.c.name == name))
        if row is None or row.secret is None:
            return False
        step = self._step(row.secret, typed)
        if step is None:
            return self._spend(name, typed)
        newer = account.c.step.is_(None) | (account.c.step < step)
        accepted = account.update().where(account.c.name == name, newer).values(step=step)
        return self._store.write_local(accepted) > 0

    def renew(self, name: str) -> tuple[str, ...]:
        """Draw the account's recovery codes again and return them: they are kept nowhere."""
        self._store.write_local(recovery_code.delete().where(recovery_code.c.account == name))
        drawn = tuple(
            crockford.digits(secrets.randbits(crockford.BITS * RECOVERY_LENGTH), RECOVERY_LENGTH)
            for _ in range(RECOVERY_CODES)
        )
        for code in drawn:
            self._store.write_local(recovery_code.insert().values(lookup=tokens.lookup(code), account=name))
        return tuple(crockford.grouped(code) for code in drawn)

    def left(self, name: str) -> int:
        """Return how many recovery codes have not served."""
        query = select(func.count()).select_from(recovery_code).where(recovery_code.c.account == name)
        return int(self._store.one(query)[0])

    def forget(self, name: str) -> None:
        """Take the second proof away: the account is asked for another one."""
        self._store.write_local(account.update().where(account.c.name == name).values(secret=None, step=None))
        self._store.write_local(recovery_code.delete().where(recovery_code.c.account == name))

    def _spend(self, name: str, typed: str) -> bool:
        code = crockford.unchecked(typed, RECOVERY_LENGTH)
        if code is None:
            return False
        mine = (recovery_code.c.lookup == tokens.lookup(code)) & (recovery_code.c.account == name)
        return self._store.write_local(recovery_code.delete().where(mine)) > 0

    def _step(self, secret: str, typed: str) -> int | None:
        """Return the step of time of which ``typed`` is the code; None when it is none of now."""
        digits = "".join(typed.split())
        clock = pyotp.TOTP(secret, digits=DIGITS)
        now = wall_of(self._store.now) // clock.interval
        return next((now + each for each in STEPS if strings_equal(clock.generate_otp(now + each), digits)), None)
