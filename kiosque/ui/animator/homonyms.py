"""Two who are called the same, told from each other by what an animator knows of them: never at the counter."""

from collections import Counter
from collections.abc import Sequence

from kiosque.actions.visitors.finding import Person
from kiosque.ui.animator.people_texts import people_words


def told_apart(people: Sequence[Person]) -> tuple[str, ...]:
    """Return how each is called: with the year of birth and the commune where another is called the same."""
    bearers = Counter(each.name for each in people)
    return tuple(
        " · ".join(filter(None, (each.name, people_words.about(each.birth_year, each.commune))))
        if bearers[each.name] > 1
        else each.name
        for each in people
    )
