"""One round as the exchange drives it: worked at in a helper process, or here on a thread."""

from itertools import count

from litestar.concurrency import sync_to_thread

from kiosque.central.helpers import Helper
from kiosque.central.passing import Cannot, Is, More, Open, Reply
from kiosque.central.work import Opened, Portion, Work
from kiosque.db.store import Store
from kiosque.sync.refusal import Refused
from kiosque.sync.said import Said

_numbers = count(1)


class Round:
    """One round. For one task of the event loop."""

    def __init__(self, store: Store, helper: Helper | None) -> None:
        """Without a ``helper`` it is worked at here."""
        self.device = 0
        """Whose it is; 0 until that is proved."""
        self.said: Said | None = None
        """What to remember of the device, once it is known."""
        self._store = store
        self._number = next(_numbers)
        self._helper = helper
        self._here = None if helper else Work(store)
        # What a helper was given of a round that it may hand back.
        self._before = b""

    async def open(self, chunk: bytes, *, last: bool) -> Opened:
        """Take bytes of the request, and return what they complete. Raises ``Gone``."""
        opened = await self._opened(chunk, last=last)
        self.device, self.said = opened.device, opened.said
        if self.device:
            self._before = b""
        return opened

    async def reply(self, refused: Refused | None, *, hurried: bool) -> Portion:
        """Begin the reply. Raises ``Gone``."""
        if self._here:
            return await sync_to_thread(self._here.reply, refused, hurried=hurried)
        return await self._portion(Reply(self._number, refused, hurried))

    async def more(self) -> Portion:
        """Go on with the reply. Raises ``Gone``."""
        if self._here:
            return await sync_to_thread(self._here.more)
        return await self._portion(More(self._number))

    def close(self) -> None:
        """Say that it is over, however it ended. Twice changes nothing."""
        helper, self._helper = self._helper, None
        if helper:
            helper.forget(self._number)

    async def _opened(self, chunk: bytes, *, last: bool) -> Opened:
        if self._helper and self._here is None:
            if not self.device:
                self._before += chunk
            answer = await self._helper.ask(Open(self._number, self._store.clock, chunk, last))
            if isinstance(answer, Is) and answer.opened:
                return answer.opened
            chunk, self._here = self._before, Work(self._store)
        here = self._here or Work(self._store)
        return await sync_to_thread(here.open, chunk, last=last)

    async def _portion(self, message: Reply | More) -> Portion:
        answer = await self._helper.ask(message) if self._helper else Cannot()
        if isinstance(answer, Is) and answer.portion:
            return answer.portion
        raise AssertionError(answer)
