"""What the project costs: typed, corrected with its history, taken back, and never given to a PC."""

from datetime import date
from pathlib import Path

import pytest

from kiosque.actions.history import history
from kiosque.actions.inputs import BadInput
from kiosque.actions.network import costs
from kiosque.actions.network.costs import Cost
from kiosque.db.feeds import NETWORK
from kiosque.db.write import Missing
from tests.stores import space

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def test_costs_are_typed_corrected_and_taken_back_at_headquarters_alone(tmp_path: Path) -> None:
    with space(tmp_path) as nyons:
        store = nyons.central
        before = list(store.feed(NETWORK))
        rent = costs.add_cost(
            store, nature="running", label=" Chauffage  et loyer ", amount=123_450, first=FIRST, last=LAST
        ).record
        day = date(2026, 3, 2)
        bought = costs.add_cost(
            store, nature="investment", label="Ordinateurs", amount=900_000, first=day, last=day
        ).record

        def correct(cost: int, amount: int) -> None:
            costs.correct_cost(
                store, cost, nature="investment", label="Ordinateurs", amount=amount, first=day, last=day
            )

        correct(bought, 950_000)
        assert costs.costs(store) == (
            Cost(bought, "investment", "Ordinateurs", 950_000, day, day),
            Cost(rent, "running", "Chauffage et loyer", 123_450, FIRST, LAST),
        )
        assert len(history(store, bought)) == 2
        costs.take_back(store, rent)
        assert [each.id for each in costs.costs(store)] == [bought]
        with pytest.raises(Missing):
            costs.take_back(store, rent)
        with pytest.raises(Missing):
            correct(rent, 1)
        assert list(store.feed(NETWORK)) == before


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": 0},
        {"amount": 10**12},
        {"nature": "gift"},
        {"label": " "},
        {"last": date(2025, 1, 1)},
        {"first": date(2150, 1, 1), "last": date(2150, 1, 1)},
        {"first": date(1999, 12, 31)},
        {"last": date(2126, 1, 1)},
    ],
)
def test_what_is_no_cost_is_refused(tmp_path: Path, wrong: dict[str, object]) -> None:
    typed: dict[str, object] = {"nature": "running", "label": "Loyer", "amount": 1, "first": FIRST, "last": LAST}
    with space(tmp_path) as nyons, pytest.raises(BadInput) as refused:
        costs.add_cost(nyons.central, **(typed | wrong))  # type: ignore[arg-type]
    assert ("label" in wrong) == refused.value.sentence.startswith("Dites ce que c’est")
