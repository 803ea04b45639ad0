"""Wishes and smiles at the counter: few touches, nobody's name, nothing that delays a departure; without a window."""

from kiosque.actions.visitors import feedback, reception
from kiosque.actions.workshops import wishes
from kiosque.ui import places
from kiosque.ui.counter.farewell import FarewellPresenter, FarewellState
from kiosque.ui.counter.message import Message, WelcomePresenter
from kiosque.ui.counter.question import Question
from kiosque.ui.counter.tiles import TilesState
from kiosque.ui.counter.wish import CallPresenter, CallState, WishedPresenter, WishPresenter
from tests.stores import Space
from tests.ui.backstages import Pictures, Stage, backstage


def wishing(space: Space, stage: Stage, place: places.Wish) -> tuple[WishPresenter, Pictures[TilesState]]:
    pictures = Pictures[TilesState]()
    presenter = WishPresenter(backstage(space, stage), pictures, place)
    presenter.start()
    return presenter, pictures


def test_a_wish_is_noted_in_one_touch_and_taken_back(opened: Space, stage: Stage) -> None:
    signed = reception.sign_in_unnamed(opened.store, "digital")
    welcome = WelcomePresenter(backstage(opened, stage), Pictures[Message](), signed)
    welcome.wish()
    place = stage.at(places.Wish)
    assert place == places.Wish(signed.visit)
    presenter, pictures = wishing(opened, stage, place)
    assert len(pictures.last.tiles) == 6
    presenter.choose("photo")
    assert stage.at(places.Wished).visit == signed.visit
    assert [(each.subject, each.wishes) for each in wishes.wanted(opened.store)] == [("photo", 1)]
    assert stage.take_back is not None
    stage.take_back()
    assert wishes.wanted(opened.store) == ()
    assert stage.gone[-1] == places.Home()


def test_the_other_subjects_stand_behind_one_more_touch(opened: Space, stage: Stage) -> None:
    presenter, _ = wishing(opened, stage, places.Wish(7))
    presenter.choose("more")
    place = stage.at(places.Wish)
    assert place == places.Wish(7, more=True)
    presenter, pictures = wishing(opened, stage, place)
    assert len(pictures.last.tiles) == 6
    assert pictures.last.tiles[-1][0] == "other"
    presenter.back()
    assert stage.gone[-1] == places.Wish(7)
    WishPresenter(backstage(opened, stage), pictures, places.Wish()).back()
    assert stage.gone[-1:] == [places.Home()]


def test_who_would_like_to_be_called_says_whom(opened: Space, stage: Stage) -> None:
    wished = wishes.wish(opened.store, "genealogy").record
    question = WishedPresenter(backstage(opened, stage), Pictures[Question](), places.Wished(wished))
    question.notice()
    assert stage.at(places.Notice).after == places.Wished(wished)
    question.no()
    assert stage.gone[-1] == places.Home()
    question.yes()
    pictures = Pictures[CallState]()
    presenter = CallPresenter(backstage(opened, stage), pictures, stage.at(places.WishCall))
    presenter.start()
    presenter.send("", "0612345678")
    presenter.send("Odette", "06")
    assert [state.wrong for state in pictures.drawn[1:]] == [
        {"name": "Écrivez votre prénom."},
        {"phone": "Écrivez votre numéro en entier."},
    ]
    presenter.send("Odette", "06 12 34 56 78")
    assert stage.gone[-1] == places.Home()
    assert [each.name for each in wishes.wanted(opened.store)[0].callers] == ["Odette"]


def test_one_face_counts_another_takes_its_place_and_the_same_takes_it_back(opened: Space, stage: Stage) -> None:
    pictures = Pictures[FarewellState]()
    presenter = FarewellPresenter(backstage(opened, stage), pictures, "Zoé")
    # Who is quick touches one before the houses are counted.
    presenter.touch("poor")
    presenter.start()
    assert (pictures.last.title, pictures.last.face) == ("Au revoir Zoé\u202f!", "poor")
    assert feedback.counts(opened.store, 0)["poor"] == 1
    found = []
    for face in ("great", "fair", "fair", "good"):
        presenter.touch(face)
        found.append((pictures.last.face, feedback.counts(opened.store, 0)))
    assert [(face, {name for name, count in counts.items() if count}) for face, counts in found] == [
        ("great", {"great"}),
        ("fair", {"fair"}),
        (None, set()),
        ("good", {"good"}),
    ]
    presenter.back()
    assert stage.gone[-1] == places.Home()
