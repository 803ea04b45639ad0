"""What the screen of batch entry shows, and what it notes: kept apart from how it is drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kiosque.actions.done import Done
from kiosque.actions.helping import batch, offers
from kiosque.actions.helping.batch import Act, Draft, More
from kiosque.actions.helping.offers import Offers
from kiosque.actions.network import programmes
from kiosque.actions.opening import permanences
from kiosque.db.store import Store
from kiosque.domain.codes import GROUP_LEVELS, SERVICES, THEMES, VISIT_REASONS, admin_themes_allowed
from kiosque.domain.french import local
from kiosque.ui.animator.base import AnimatorPresenter
from kiosque.ui.animator.batch import DRAFTS, SEVERAL, BatchState, Line
from kiosque.ui.animator.closing_texts import words_of
from kiosque.ui.animator.latest import PAGE, latest
from kiosque.ui.animator.precise import FORMAL, WHO, Held, Named, held_by, precise_from, profile_from
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Batch, Close, Open
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.told import short_of
from kiosque.ui.widgets.chips import Chip

ALIKE = 0
"""Of no draft: what several alike say."""
FEW = 8
"""Durations that are offered: what is longer and unusual was no act in passing, and is logged by itself."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What was touched so far: the way, the drafts as they were changed and chosen, and several alike."""

    way: str = DRAFTS
    changed: tuple[Draft, ...] = ()
    chosen: frozenset[int] = frozenset()
    how_many: int = 1
    theme: str | None = None
    minutes: int = batch.USUAL_MINUTES
    shown: int = PAGE
    """As many drafts as are offered."""
    precising: bool = False
    more: Mapping[int, Held] = field(default_factory=dict)
    """What more is said, by draft; of several alike, by ``ALIKE``."""


@dataclass(frozen=True, slots=True)
class Read:
    """The visits that have no act of help, what is usual here, and the programmes that run."""

    drafts: tuple[Draft, ...]
    offers: Offers
    programmes: tuple[Named, ...]


class BatchPresenter(AnimatorPresenter[BatchState]):
    """Holds what is chosen until it is noted, all of it at once."""

    def __init__(self, backstage: Backstage, screen: Draws[BatchState]) -> None:
        super().__init__(backstage, screen)
        self._begun = Begun()
        self._read: Read | None = None

    def start(self) -> None:
        """Read which visits have no act of help."""
        self.refresh()

    def refresh(self) -> None:
        """Read it again; what was chosen stays chosen."""
        self.read(_drafts, self._found)

    def back(self) -> None:
        """Return to the closing."""
        self.backstage.stage.go(Close())

    def begun(self) -> Begun:
        """Return what was touched so far."""
        return self._begun

    def resume(self, begun: Begun) -> None:
        """Go on from there."""
        self._next(begun)

    def go(self, way: str) -> None:
        """Go to the drafts, or to several alike."""
        self._next(replace(self._begun, way=way))

    def person(self, visit: int) -> None:
        """A draft was touched: choose it, or no longer."""
        self._next(replace(self._begun, chosen=self._begun.chosen ^ {visit}))

    def earlier(self) -> None:
        """Show more of those who came before."""
        self._next(replace(self._begun, shown=self._begun.shown + PAGE))

    def everybody(self) -> None:
        """Choose all who are shown, as many as are noted at once, or none when they are chosen."""
        shown, _ = latest(self._drafts(), self._begun.shown)
        every = frozenset(map(_key, shown[-batch.MOST_AT_ONCE :]))
        self._next(replace(self._begun, chosen=frozenset() if self._begun.chosen >= every else every))

    def count(self, how_many: int) -> None:
        """So many acts are alike."""
        if how_many != self._begun.how_many:
            self._next(replace(self._begun, how_many=how_many))

    def choose_theme(self, theme: str) -> None:
        """What is chosen was about ``theme``; what goes only with paperwork does not go with another."""
        if not admin_themes_allowed((theme,)):
            for family in FORMAL:
                self._hold(family, frozenset())
        if self._begun.way == SEVERAL:
            self._next(replace(self._begun, theme=theme))
        else:
            self._change(theme=theme)

    def choose_minutes(self, minutes: int) -> None:
        """What is chosen took ``minutes``."""
        if self._begun.way == SEVERAL:
            self._next(replace(self._begun, minutes=minutes))
        else:
            self._change(minutes=minutes)

    def precise(self) -> None:
        """Say more, or no more."""
        self._next(replace(self._begun, precising=not self._begun.precising))

    def precised(self, family: str, held: frozenset[str]) -> None:
        """Something more was said of what is chosen."""
        self._hold(family, held)
        self._next(self._begun)

    def send(self) -> None:
        """Note what is chosen."""
        acts, animator = self._acts(), self.backstage.animator
        if acts:
            self.write(
                lambda store: batch.accept(store, acts, animator=animator),
                lambda done: self._noted(done, len(acts)),
            )

    def _noted(self, done: Done, acts: int) -> None:
        self._begun = replace(Begun(), way=self._begun.way, precising=self._begun.precising)
        self.refresh()
        self.backstage.offer_undo(done, words_of.logged(acts), texts.UNDONE, Batch())

    def _change(self, *, theme: str | None = None, minutes: int | None = None) -> None:
        changed = tuple(
            replace(draft, theme=theme or draft.theme, minutes=minutes or draft.minutes)
            if _key(draft) in self._begun.chosen
            else draft
            for draft in self._drafts()
        )
        self._next(replace(self._begun, changed=changed))

    def _drafts(self) -> tuple[Draft, ...]:
        """Return the drafts that there are, as they were changed here."""
        changed = {draft.visits: draft for draft in self._begun.changed}
        return tuple(changed.get(draft.visits, draft) for draft in self._read.drafts) if self._read else ()

    def _chosen(self) -> list[Draft]:
        return [draft for draft in self._drafts() if _key(draft) in self._begun.chosen]

    def _held_of(self, draft: Draft | None) -> Held:
        """Return what more is said of a draft, what was known of who came among it; of several alike when None."""
        known = held_by(draft.profile) if draft else {}
        return {**known, **self._begun.more.get(_key(draft) if draft else ALIKE, {})}

    def _hold(self, family: str, held: frozenset[str]) -> None:
        # A group has no gender and no business: its level says who they are.
        taking = [draft for draft in self._chosen() if family not in WHO or len(draft.visits) == 1]
        keys = [ALIKE] if self._begun.way == SEVERAL else list(map(_key, taking))
        more = {**self._begun.more, **{key: {**self._begun.more.get(key, {}), family: held} for key in keys}}
        self._begun = replace(self._begun, more=more)

    def _act(self, draft: Draft | None, theme: str, minutes: int) -> Act:
        held = self._held_of(draft)
        profile = profile_from(held, draft.profile if draft else {})
        more = More(
            next(iter(held.get("service", ())), None), tuple(sorted(held.get("admin_themes", ()))), precise_from(held)
        )
        return Act(draft.visits if draft else (), theme, minutes, replace(more, profile=profile))

    def _acts(self) -> tuple[Act, ...]:
        """Return what would be noted now; nothing while something that is chosen has no theme."""
        begun = self._begun
        if begun.way == SEVERAL:
            return (self._act(None, begun.theme, begun.minutes),) * begun.how_many if begun.theme else ()
        chosen = self._chosen()
        acts = tuple(self._act(draft, draft.theme, draft.minutes) for draft in chosen if draft.theme)
        return acts if len(acts) == len(chosen) <= batch.MOST_AT_ONCE else ()

    def _found(self, found: Read | None) -> None:
        if found is None:
            self.backstage.stage.go(Open())
            return
        self._read = found
        there = frozenset(map(_key, found.drafts))
        begun = replace(self._begun, chosen=self._begun.chosen & there)
        # Where every visit has its help, only several alike are left.
        self._next(begun)

    def _next(self, begun: Begun) -> None:
        self._begun = begun
        if self._read is None:
            return
        offered = self._read.offers
        offered_now, earlier = latest(self._drafts(), begun.shown)
        several, chosen = begun.way == SEVERAL, self._chosen()
        themes = {begun.theme} if several else {draft.theme for draft in chosen}
        formal = bool(themes) and all(theme and admin_themes_allowed((theme,)) for theme in themes)
        minutes = {begun.minutes} if several else {draft.minutes for draft in chosen}
        self.show(
            BatchState(
                way=begun.way,
                lines=tuple(_line(draft, chosen=_key(draft) in begun.chosen) for draft in offered_now),
                earlier=earlier,
                themes=tuple(map(_theme, (*offered.themes.first, *offered.themes.others))),
                durations=tuple(map(_duration, _durations(offered, minutes))),
                theme=themes.pop() if len(themes) == 1 else None,
                minutes=minutes.pop() if len(minutes) == 1 else None,
                how_many=begun.how_many,
                acts=len(self._acts()),
                missing=0 if several else sum(draft.theme is None for draft in chosen),
                precising=begun.precising,
                held=_common([self._held_of(None)] if several else list(map(self._held_of, chosen))),
                programmes=self._read.programmes,
                bodies=tuple(map(_body, (*offered.services.first, *offered.services.others))),
                formal=formal,
                who=several or any(len(draft.visits) == 1 for draft in chosen),
            )
        )


def _key(draft: Draft) -> int:
    return draft.visits[0]


def _line(draft: Draft, *, chosen: bool) -> Line:
    reason = VISIT_REASONS.find(draft.reason) if draft.reason else None
    why = short_of(reason) if reason else words_of.NO_REASON
    name = draft.name or (words_of.UNNAMED if draft.visitor is None else words_of.CARD_ONLY)
    icon = (reason and reason.icon) or "user-round"
    if len(draft.visits) > 1 or draft.level:
        name, icon = words_of.group(len(draft.visits)), "users"
        why = short_of(GROUP_LEVELS.find(draft.level)) if draft.level else why
    act = words_of.act(short_of(THEMES.find(draft.theme)), draft.minutes) if draft.theme else ""
    return Line(_key(draft), name, words_of.came(draft.arrived_at, why), icon, act, chosen)


def _durations(offered: Offers, held: set[int]) -> list[int]:
    """Return as many durations as stand in two rows: the usual ones, those near half an hour, and what holds."""
    near = sorted(offered.other_durations, key=lambda minutes: abs(minutes - batch.USUAL_MINUTES))
    others = near[: max(0, FEW - len(offered.durations))]
    return sorted({*offered.durations, *others, *held})


def _theme(code: str) -> Chip:
    theme = THEMES.find(code)
    return Chip(code, short_of(theme), theme.icon)


def _body(code: str) -> Chip:
    return Chip(code, short_of(SERVICES.find(code)))


def _common(several: Sequence[Held]) -> Held:
    """Return what holds of each of them."""
    families = {family for held in several for family in held}
    none: frozenset[str] = frozenset()
    alike = {family: {held.get(family, none) for held in several} for family in families}
    return {family: said.pop() for family, said in alike.items() if len(said) == 1}


def _duration(minutes: int) -> Chip:
    return Chip(str(minutes), texts.duration(minutes))


def _drafts(store: Store) -> Read | None:
    current = permanences.current(store)
    if current is None or current.forgotten:
        return None
    running = programmes.programmes(store, local(store.now()).date())
    return Read(batch.drafts(store), offers.offers(store), tuple(Named(each.id, each.name) for each in running))
