"""Communes as people really type them: one when it can be no other, choices when there is a doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosque.domain import communes
from kiosque.domain.place_names import CHOICES, Resolved, resolve
from kiosque.domain.place_typed import key as telling
from kiosque.domain.spelling import words

NYONS, SAINT_AUBAN = "26220", "26292"


@pytest.mark.parametrize(
    ("typed", "insee"),
    [
        ("Nyons", NYONS),
        ("  NYONS (Drôme) 26110", NYONS),
        ("26110 nyons", NYONS),
        ("NYONS CEDEX", NYONS),
        ("St Auban s/ Ouvèze", SAINT_AUBAN),
        ("saint auban sur l'ouveze 26170", SAINT_AUBAN),
        ("Ste Jalle", "26306"),
        ("la motte chalancon", "26215"),
        ("Motte-Chalancon", "26215"),
        ("Mirabel aux Baronnies", "26182"),
        ("Mollans s Ouveze", "26188"),
        ("L'EPINE", "05048"),
        # Former and delegated communes lead to today's.
        ("Ribiers", "05118"),
        ("Antonaves 05300", "05118"),
        ("Montmorin", "05024"),
        # The département in words, the country, figures as they are typed.
        ("26110 NYONS (Drôme)", NYONS),
        ("Orpierre (Hautes Alpes)", "05097"),
        ("Nyons, Drôme, France", NYONS),
        ("26 110 Nyons", NYONS),
        ("2611O Nyons", NYONS),
        ("F-26110 Nyons", NYONS),
        ("26110Nyons", NYONS),
        ("St Paul 3 Châteaux", "26324"),
        ("Livron Drôme", "26165"),
        ("Fontaine de Vaucluse", "84139"),
        # Namesakes are told apart by their département or their postal code.
        ("Venterol (26)", "26367"),
        ("Venterol 05130", "04234"),
    ],
)
def test_what_can_mean_one_commune_alone_is_resolved(typed: str, insee: str) -> None:
    found = resolve(typed)
    assert found.commune is not None, found.choices
    assert (found.commune.insee, found.choices) == (insee, ())


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Venterol", {"26367", "04234"}),
        ("Nyonss", {NYONS}),
        ("Remuzatt", {"26264"}),
        ("Buis", {"26063"}),
        ("Sedron", {"26340"}),
        ("Vinsobre", {"26377"}),
        # The code is another's: who typed it knows which of them is wrong.
        ("Nyons 26170", {NYONS}),
        ("Nyons (05)", {NYONS}),
        ("26110", {NYONS}),
        ("26110 Mirabl aux Baronnies", {"26182"}),
        ("Mirabel 26110", {"26182"}),
        ("Nyons 26 05", {NYONS}),
        ("26110 Nyons 05300", {NYONS}),
        ("26110 (05)", {NYONS}),
        # A département beside a name, or the end of one; after a link, a river.
        ("Mirabel (Drôme)", {"26182", "26183", "07159"}),
        ("Saint-Quentin (Isère)", {"38450", "38449"}),
        ("Crest sur Drôme", {"26108"}),
        ("26110 France", {NYONS}),
        ("Drôme", {"26165"}),
        # Words around a name, several names.
        ("Nyons / Aubres", {NYONS, "26016"}),
        ("Quartier les Laurons Nyons", {NYONS}),
        ("12 rue de la Roche 26110 NYONS", {NYONS}),
        ("Quartier Saint-Pierre, Nyons", {NYONS}),
        ("Quartier des Laurons, le Buis", {"26063"}),
        # Half of a name, one that is called so no more, by the ear, by the INSEE code.
        ("le Buis", {"26063"}),
        ("Buis les Bies", {"26063"}),
        ("Barret-le-Bas", {"05014"}),
        ("Nions", {NYONS}),
        ("05126", {"05126"}),
        ("Trifouilly 26110", {NYONS}),
        ("Paris 26110", {NYONS}),
    ],
)
def test_a_doubt_gets_a_few_choices_and_never_an_answer(typed: str, first: set[str]) -> None:
    found = resolve(typed, near=NYONS)
    assert found.commune is None
    assert 0 < len(found.choices) <= CHOICES
    assert first <= {each.insee for each in found.choices}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Mirabel", "26182"),
        ("Mérindol", "26180"),
        ("St Pantaléon", "26322"),
        ("Montréal", "26209"),
        ("La Roche", "26278"),
    ],
)
def test_a_name_cut_short_offers_the_nearest_first_though_another_bears_it_whole(typed: str, meant: str) -> None:
    assert resolve(typed, near=NYONS).choices[0].insee == meant


def test_a_whole_name_is_in_doubt_as_soon_as_another_begins_with_it() -> None:
    bearers: dict[tuple[str, ...], set[communes.Commune]] = {}
    for said, commune in communes.names():
        key = telling(said)
        for kept in range(len(key)):
            bearers.setdefault(key[: kept + 1], set()).add(commune)
    cut_short = [(said, each) for said, each in communes.names() if len(bearers[telling(said)]) > 1]
    assert len({telling(said) for said, _ in cut_short}) > 54
    for said, commune in cut_short:
        for near in (None, NYONS):
            found = resolve(" ".join(said), near)
            assert (found.commune, len(found.choices) <= CHOICES) == (None, True), said
            assert commune in found.choices, said
        code = commune.postal_codes[0]
        rivals = [each for each in bearers[telling(said)] if code in each.postal_codes]
        assert resolve(f"{' '.join(said)} {code}").commune == (commune if rivals == [commune] else None), said
    for said, commune in communes.names()[::30]:
        if len(bearers[telling(said)]) == 1:
            assert resolve(" ".join(said)) == Resolved(commune), said


def test_an_article_puts_the_names_that_have_it_first() -> None:
    assert all(each.name.startswith("La Roche") for each in resolve("La Roche", near=NYONS).choices[:3])
    assert [each.name for each in resolve("Roche", near=NYONS).choices[:2]] == [
        "Roche-Saint-Secret-Béconne",
        "La Roche-sur-le-Buis",
    ]


def test_the_nearest_namesake_comes_first() -> None:
    assert [each.department for each in resolve("Venterol", near="05070").choices] == ["04", "26"]
    assert [each.department for each in resolve("Venterol", near=NYONS).choices] == ["26", "04"]
    assert [each.department for each in resolve("Vanterol", near=NYONS).choices] == ["26", "04"]


@pytest.mark.parametrize("typed", ["", "(26)", "99999", "Paris", "???", "75001 Paris"])
def test_what_is_not_around_here_is_nothing(typed: str) -> None:
    assert resolve(typed).commune is None
    assert NYONS not in {each.insee for each in resolve(typed).choices}


def test_a_name_with_its_postal_code_and_departement_never_leads_silently_to_another() -> None:
    for commune in communes.everywhere()[::9]:
        for typed in (
            f"{commune.name} {commune.postal_codes[0]} ({commune.department})",
            f"{commune.postal_codes[0]} {' '.join(words(commune.name)).upper()} {commune.department}",
        ):
            found = resolve(typed)
            assert commune in (found.commune, *found.choices), typed
            assert found.commune in (commune, None), typed


@pytest.mark.parametrize("typed", ["France", "Lyon", "Marseille", "Brigadoon", "Saint-Zébulon", "New York", "99999"])
def test_what_is_unknown_stays_unknown(typed: str) -> None:
    assert resolve(typed, near=NYONS) == Resolved(None)


def test_a_name_among_other_words_is_offered_and_never_decided() -> None:
    for commune in communes.everywhere()[::130]:
        for typed in (
            f"Quartier des Ruinas, {commune.name}",
            f"{commune.name} / Nyons",
            f"chez Zoé {commune.name} France",
        ):
            found = resolve(typed, near=NYONS)
            assert found.commune is None, typed
            assert commune in found.choices, typed


def test_a_name_with_its_departement_in_words_never_leads_silently_to_another() -> None:
    called = {
        "04": "Alpes de Haute-Provence",
        "05": "Hautes-Alpes",
        "07": "Ardèche",
        "26": "Drôme",
        "38": "Isère",
        "84": "Vaucluse",
    }
    for commune in communes.everywhere()[::19]:
        code = commune.postal_codes[0]
        for typed in (
            f"{commune.name} ({called[commune.department]})",
            f"{code[:2]} {code[2:].replace('0', 'O')} {commune.name}, {called[commune.department]}, France",
        ):
            found = resolve(typed)
            assert commune in (found.commune, *found.choices), typed
            assert found.commune in (commune, None), typed


@pytest.mark.unmeasured
@given(st.sampled_from(communes.everywhere()), st.data())
def test_a_slip_never_leads_silently_to_another(commune: communes.Commune, data: st.DataObject) -> None:
    name = "".join(words(commune.name))
    place = data.draw(st.integers(0, len(name) - 1))
    slipped = name[:place] + data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz")) + name[place + 1 :]
    found = resolve(slipped)
    # A slip may make another whole name, of one word; then it is that name that was typed.
    assert (
        found.commune is None
        or "".join(words(found.commune.name)) == slipped
        or found.commune == commune
        or any("".join(said) == slipped and each == found.commune for said, each in communes.names())
    )
