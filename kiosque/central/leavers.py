"""Who left opens no PC any more: headquarters says so on the day after their last one, before it answers anybody."""

from datetime import date

from litestar.concurrency import sync_to_thread

from kiosque.actions.network import leaving
from kiosque.db.store import Store
from kiosque.domain.french import local


class Leavers:
    """Looks once a day who left. It is written before a device is answered, so that it learns it in the same round."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._looked_on: date | None = None

    async def look(self) -> None:
        """Look, unless it was done today: at the first request of a day, whoever asks."""
        today = local(self._store.now()).date()
        if today != self._looked_on:
            self._looked_on = today
            await sync_to_thread(leaving.shut_out, self._store)
