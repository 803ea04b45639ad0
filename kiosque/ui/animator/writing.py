"""Writing somebody down, or correcting who they are; who may be known already is looked for while one types."""

from dataclasses import replace

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.actions.visitors import links, people
from kiosque.actions.visitors.links import Possible
from kiosque.actions.visitors.people import Answers
from kiosque.domain.errors import KnownError
from kiosque.domain.french import capital
from kiosque.domain.persons import Described
from kiosque.domain.profile import PROFILE
from kiosque.ui.animator.base import AnimatorPresenter
from kiosque.ui.animator.bringing import bring
from kiosque.ui.animator.communes import wrong_commune
from kiosque.ui.animator.people_texts import commune_words, people_words, phone_words
from kiosque.ui.animator.write import Known, Typed, WriteState
from kiosque.ui.backstage import Backstage
from kiosque.ui.meant import Meant, commune_here
from kiosque.ui.places import Compare, Dossier, Find, WriteDown
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.told import told


class WritePresenter(AnimatorPresenter[WriteState]):
    """Checks what was typed; looks for who is known already, of a new person."""

    def __init__(self, backstage: Backstage, screen: Draws[WriteState], place: WriteDown) -> None:
        super().__init__(backstage, screen)
        self._visitor, self._then = place.visitor, place.then
        self._looked_for: Typed | None = None
        self._commune = Meant()
        if place.visitor is None:
            title, how = people_words.WRITE_NEW, people_words.WRITE_NEW_HOW
        else:
            title, how = people_words.WRITE_CORRECT, people_words.WRITE_CORRECT_HOW
        known = () if place.visitor is None else None
        self._state = WriteState(title, how, known=known)
        self._begin = _begin(place.typed)

    def start(self) -> None:
        """Show what was looked for in vain, or what is known of the person."""
        visitor = self._visitor
        self.read(commune_here, self._stand)
        if visitor is None:
            self._next(replace(self._state, typed=self._begin))
            self._look(self._begin)
        else:
            self.read(lambda store: people.answers(store, visitor), self._known_before)

    def back(self) -> None:
        """To the person, or to the search."""
        self.backstage.stage.go(Find(then=self._then) if self._visitor is None else Dossier(self._visitor))

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Say to wait: who is writing comes first."""
        self.later(readings)

    def begun(self) -> tuple[str | None, dict[str, str | None]]:
        """The commune that was chosen, and what is said in codes."""
        return self._commune.insee, self._state.profile

    def resume(self, begun: tuple[str | None, dict[str, str | None]]) -> None:
        """Keep them."""
        self._commune.insee, profile = begun
        self._next(replace(self._state, profile=profile))

    def profile(self, field: str, code: str | None) -> None:
        """A chip was touched."""
        self._next(replace(self._state, profile={**self._state.profile, field: code}))

    def edited(self, name: str, typed: Typed) -> None:
        """A line has changed: what was wrong with it is no longer said, and others may be meant."""
        if self._state.wrong.get(name):
            self._next(replace(self._state, wrong={**self._state.wrong, name: ""}))
        if self._visitor is None:
            self._look(typed)

    def commune_typed(self, text: str) -> None:
        """Look for the communes that the letters may mean."""
        self._next(replace(self._state, suggested=self._commune.typed(text)))

    def commune_chosen(self, label: str) -> None:
        """One of the suggested communes was touched."""
        self._commune.choose(label)
        self._next(replace(self._state, suggested=(), commune=label, wrong={**self._state.wrong, "commune": ""}))

    def choose(self, visitor: int) -> None:
        """It is somebody who is known already: nobody is written down."""
        if self._then is None:
            self.backstage.stage.go(Dossier(visitor))
        else:
            bring(self, self._then, visitor)

    def send(self, typed: Typed) -> None:
        """Check, then write."""
        wrong, year = {}, typed.birth_year.strip()
        if year and not (year.isdecimal() and len(year) == 4):  # noqa: PLR2004 - the digits of a year
            wrong["birth_year"] = people_words.YEAR_WRONG
        if doubt := wrong_commune(self._commune, typed.commune):
            wrong["commune"] = doubt
        if wrong:
            offered = self._commune.offered if "commune" in wrong else ()
            self._next(replace(self._state, wrong=wrong, suggested=offered, look_at=next(iter(wrong))))
            return
        commune = self._commune.insee if typed.commune.strip() else None
        told = (typed.given_name, typed.family_name, int(year) if year else None, commune, typed.phone, typed.email)
        said = Answers(*told, *(self._state.profile.get(field) for field in PROFILE))
        visitor, author = self._visitor, self.backstage.animator
        if visitor is None:
            self.write(lambda store: people.write_down(store, said, author=author), self._written, self._wrong)
        else:
            self.write(
                lambda store: people.correct_person(store, visitor, said, author=author), self._corrected, self._wrong
            )

    def _written(self, done: Done) -> None:
        if self._then is not None:
            bring(self, self._then, done.record)
            return
        # What was shown while typing is asked again, now that there is somebody to say it of.
        known = self._state.known
        self.backstage.stage.go(Compare(done.record, known[0].visitor) if known else Dossier(done.record))
        self.backstage.offer_undo(done, people_words.WRITTEN, texts.UNDONE, Find())

    def _corrected(self, done: Done) -> None:
        self.backstage.stage.go(Dossier(done.record))
        self.backstage.offer_undo(done, people_words.CORRECTED, texts.UNDONE, Dossier(done.record))

    def _wrong(self, error: KnownError) -> None:
        if isinstance(error, BadInput):
            self._next(replace(self._state, wrong={error.field: told(error)}, look_at=error.field))
        else:
            self.backstage.refused(error)

    def _look(self, typed: Typed) -> None:
        self._looked_for = typed
        who = Described(typed.given_name, typed.family_name, typed.phone, typed.email)
        self.read(lambda store: links.possible(store, who), lambda found: self._found(typed, found))

    def _found(self, typed: Typed, found: tuple[Possible, ...]) -> None:
        if typed == self._looked_for:
            self._next(replace(self._state, known=tuple(map(_known, found))))

    def _known_before(self, answers: Answers) -> None:
        self._commune.insee = answers.commune
        typed = Typed(
            answers.given_name,
            answers.family_name,
            str(answers.birth_year or ""),
            commune_words(answers.commune),
            phone_words(answers.phone),
            answers.email,
        )
        profile = {field: getattr(answers, field) for field in PROFILE}
        self._next(replace(self._state, typed=typed, profile=profile))

    def _stand(self, commune: str | None) -> None:
        self._commune.near = commune

    def _next(self, state: WriteState) -> None:
        # What is put into the lines, and which of them gets the keyboard, is said once.
        self._state = replace(state, typed=None, commune=None, look_at=None)
        self.show(state)


def _begin(typed: str) -> Typed:
    """Return what was looked for as the beginning of an answer: a first name, then a surname; or a telephone."""
    if typed and not any(letter.isalpha() for letter in typed):
        return Typed(phone=typed)
    given, _, family = typed.strip().partition(" ")
    return Typed(capital(given), capital(family.strip()))


def _known(possible: Possible) -> Known:
    about = people_words.about(possible.birth_year, possible.commune)
    note = " · ".join(filter(None, (people_words.alike(possible.likeness), about)))
    return Known(possible.visitor, possible.name, note)
