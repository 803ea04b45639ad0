"""What a proof of visit says, in French: hours as they are known, and never more."""

from kiosque.domain.proof import Stay, done_at, titled, told, who_says
from tests.stores import MONDAY_9_H

HOUR = 3600


def test_a_stay_is_told_by_its_day_and_hours() -> None:
    known = Stay(MONDAY_9_H + 720, MONDAY_9_H + 2 * HOUR)
    assert told(known) == "Lundi 2\u00a0mars 2026, de 9\u202fh\u202f12 à 11\u202fh"
    assert told(Stay(MONDAY_9_H)) == "Lundi 2\u00a0mars 2026, à partir de 9\u202fh"


def test_its_title_bears_no_name() -> None:
    assert titled((Stay(MONDAY_9_H),)) == "Attestation de présence, lundi 2\u00a0mars 2026"
    assert titled(()) == "Attestation de présence"


def test_who_attests_is_said_as_far_as_it_is_known() -> None:
    assert who_says("Élodie Brès", "Nyons", "Asoft") == "Élodie Brès, pour l’espace de Nyons (association Asoft),"
    assert who_says("", "", "") == "L’équipe, pour cet espace,"
    assert done_at("Nyons", MONDAY_9_H) == "Fait à Nyons, le lundi 2\u00a0mars 2026 à 9\u202fh."
    assert done_at("", MONDAY_9_H) == "Fait le lundi 2\u00a0mars 2026 à 9\u202fh."
