"""Words as French people write them."""

import pytest

from kiosque.domain.french import of_place, unaccented


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Nyons", "de Nyons"),
        ("Orpierre", "d’Orpierre"),
        ("Étoile-Saint-Cyrice", "d’Étoile-Saint-Cyrice"),
        ("Le Poët-Laval", "du Poët-Laval"),
        ("Les Pilles", "des Pilles"),
        ("La Charce", "de La Charce"),
        ("", "de "),
    ],
)
def test_a_commune_is_of_its_name(name: str, said: str) -> None:
    assert of_place(name) == said


def test_names_are_sorted_without_their_accents() -> None:
    assert sorted(("Zoé", "Élodie", "elisa", "Émile"), key=unaccented) == ["elisa", "Élodie", "Émile", "Zoé"]
