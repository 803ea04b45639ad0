"""Opening hours as people type them: what is clear is read, the rest is refused with an example, nothing in silence."""

import re
from datetime import date, timedelta

import pytest

from kiosque.domain.opening_hours import UnreadableHours, parse, planned
from kiosque.domain.told_hours import opening, told
from kiosque.domain.typed_hours import read

TWICE = "Mo-Fr 09:00-12:00,14:00-17:00"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("9h-12h", "09:00-12:00"),
        ("9:00–12:00", "09:00-12:00"),
        ("9.00-12.00", "09:00-12:00"),
        ("de 9 h 30 à midi", "09:30-12:00"),
        ("09:00-12:00 14:00-17:00", "09:00-12:00,14:00-17:00"),
        ("9h-12h\n14h-minuit", "09:00-12:00,14:00-24:00"),
        ("Mo 9-12", "Mo 09:00-12:00"),
        ("Mo-Fr 09:00-12:00,", "Mo-Fr 09:00-12:00"),
        ("lundi au vendredi 9h-12h 14h-17h", TWICE),
        ("Du lundi au vendredi, de 9 heures à 12 heures et de 14 h à 17 h.", TWICE),
        ("lundi–vendredi\u00a0: 9h00-12h00 / 14h00-17h00", TWICE),
        ("Lun. Mar., et jeu. 9h-12h", "Mo,Tu,Th 09:00-12:00"),
        ("lundi 9h-12h, mercredi fermé, samedi 10h-12h", "Mo 09:00-12:00; Sa 10:00-12:00; We off"),
        ("tous les jours sauf le dimanche 9h-12h", "Mo-Su 09:00-12:00; Su off"),
        ("le week-end 9h-12h, fermé les jours fériés", "Sa-Su 09:00-12:00; PH off"),
        ("jours fériés fermés, lundi 9h-12h", "Mo 09:00-12:00; PH off"),
        ("jours fériés 10h-12h; lundi 9h-12h;; sauf vacances", "Mo 09:00-12:00; PH 10:00-12:00; SH off"),
        ("lundi et jours fériés 9h-12h", "Mo,PH 09:00-12:00"),
        ("lundi pendant les vacances scolaires 9h-12h", "SH Mo 09:00-12:00"),
        ("9h-12h sauf dimanche", "09:00-12:00; Su off"),
        ("fermé", "off"),
        ("hors vacances scolaires, lundi et jeudi 9h-12h", "Mo,Th 09:00-12:00; SH Mo,Th off"),
        ("hors vacances 9h-12h", "09:00-12:00; SH off"),
        ("lundi 9h-12h; hors vacances, mardi 14h-16h", "Tu 14:00-16:00; SH Tu off; Mo 09:00-12:00"),
        (
            "hors vacances, mardi 14h-16h; hors vacances, lundi fermé; vacances : lundi et mardi 10h-12h",
            "Tu 14:00-16:00; SH Tu off; SH Mo,Tu 10:00-12:00",
        ),
    ],
)
def test_what_is_clear_is_read(typed: str, kept: str) -> None:
    assert read(typed) == kept
    parse(kept)


@pytest.mark.parametrize(
    "hours",
    [
        "Mo 13:30-16:30; Fr 09:30-12:00",
        "Mo-Fr 9:00-12:00,13:30-17:00;We off",
        "Mo-Fr 09:00-18:00; We 09:00-12:00",
        "Mo-Fr 09:30-12:00, Tu 14:30-18:00",
        "off; Mo 09:00-12:00",
        "Fr-Mo 10:00-12:00; Tu 10:00-12:00",
        'Mo 14:00-17:00 "sur rendez-vous; 25:00-26:00"',
        "Jul-Aug Mo-Fr 08:00-12:00; Mo-Fr 09:00-12:00",
        "Mar Mo-Fr 09:00-12:00",
        "PH,SH,Mo off",
        "off; SH 09:00-12:00",
        "SH Mo-Fr 09:00-12:00",
        "24/7",
        "00:00-24:00",
        " off",
    ],
)
def test_what_is_osm_already_stays_as_it_is(hours: str) -> None:
    assert read(hours) == hours


@pytest.mark.parametrize(
    "typed",
    [
        "Mo-Fr 09:00-12:00;14:00-17:00",
        "Mo-Fr 09:00-12:00; Mo-Fr 14:00-17:00",
        "Mo-Fr 09:00-12:00; Mo,Tu-Fr 14:00-17:00",
        "lundi au vendredi 9h-12h; 14h-17h",
    ],
)
def test_a_semicolon_between_hours_of_the_same_days_does_not_lose_the_morning(typed: str) -> None:
    assert read(typed) == TWICE
    assert read(f"{typed}; Sa 10:00-12:00; We off").endswith("17:00; Sa 10:00-12:00; We off")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("lundi au vendredi 9h-12h, mardi 14h-17h", "mardi"),
        ("Mo-Fr 09:00-12:00; We 14:00-17:00", "mercredi"),
        ("Mo-We 09:00-12:00; We-Fr 10:00-17:00", "mercredi"),
        ("Mo 09:00-12:00; Mo 10:00-17:00", "lundi"),
        ("Tu 09:00-12:00; Sa 10:00-12:00; 14:00-17:00", "mardi"),
        ("We off; Mo-Fr 09:00-12:00", "mercredi"),
        ("Mo-Fr 09:00-12:00; off", "lundi"),
    ],
)
def test_hours_that_would_hide_others_are_refused(typed: str, day: str) -> None:
    with pytest.raises(UnreadableHours, match=f"Le {day} est dit deux fois"):
        read(typed)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Mo-Fr 09:00-25:00", "24:00 au plus tard"),
        ("lundi 9h-26h", "24:00 au plus tard"),
        ("Mo-Fr 17:00-09:00", "La fermeture vient après"),
        ("lundi 9h-9h", "La fermeture vient après"),
        ("mar 9:00-12:00", "mardi ou mars"),
    ],
)
def test_what_the_library_would_read_otherwise_is_refused(typed: str, sentence: str) -> None:
    with pytest.raises(UnreadableHours, match=sentence):
        read(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "jours fériés fermé",
        "fermé les jours fériés et pendant les vacances",
        "vacances 9h-12h, jours fériés fermé",
        "PH off",
        "PH,SH off",
        "PH Mo-Fr off",
        'SH 09:00-12:00 "Mo"; PH off',
    ],
)
def test_hours_of_holidays_alone_say_nothing_of_the_week_and_are_refused(typed: str) -> None:
    with pytest.raises(UnreadableHours, match="Il manque les horaires de la semaine"):
        read(typed)


def test_whoever_opens_in_the_holidays_alone_says_so() -> None:
    assert read("fermé; vacances 9h-12h") == "off; SH 09:00-12:00"


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "",
            "  ",
            "bientôt",
            "lundi",
            "9h",
            "9h75-12h",
            "9h-12h-14h",
            "lundi 9h au vendredi 17h",
            "lundi matin 9h-12h",
        ),
        *(
            "fermé mercredi, jeudi 9h-12h",
            "lundi, vacances 9h-12h",
            "sauf dimanche 9h-12h",
            "lundi 9h 12h",
            "9h-12h fermé",
            "9h-12h lundi, 10h-11h",
        ),
    ],
)
def test_what_is_not_clear_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(UnreadableHours, match="Écrivez par exemple") as refused:
        read(typed)
    assert f"«\u00a0{typed}\u00a0»" in refused.value.sentence


def test_the_example_of_the_refusal_is_understood() -> None:
    example = "lundi au vendredi 9h-12h 14h-17h, samedi 9h-12h, jours fériés fermé"
    assert read(example) == "Mo-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00; PH off"


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (
            "Mo-Fr 09:00-12:30,14:00-17:00",
            "lundi au vendredi, 9 h – 12 h 30 et 14 h – 17 h ; samedi et dimanche, fermé",
        ),
        (
            "Mo-Sa 09:00-12:00; Tu 10:00-24:00",
            "lundi et mercredi au samedi, 9 h – 12 h ; mardi, 10 h – 24 h ; dimanche, fermé",
        ),
        ("00:00-00:30", "tous les jours, 0 h – 0 h 30"),
    ],
)
def test_hours_are_told_in_french(hours: str, said: str) -> None:
    assert told(hours).replace("\u202f", " ") == f"{said} ; jours fériés, fermé"


def test_holidays_are_told_apart() -> None:
    hours = "PH 09:00-12:00; SH off; Mo 9:00-10:00"
    assert re.sub(r"\s", " ", told(hours)).split(" ; ") == [
        "hors vacances scolaires : lundi, 9 h – 10 h",
        "hors vacances scolaires : mardi au dimanche, fermé",
        "vacances scolaires : lundi, 9 h – 10 h",
        "vacances scolaires : mardi au dimanche, fermé",
        "jours fériés : lundi, 9 h – 10 h",
        "jours fériés : mardi au dimanche, 9 h – 12 h",
    ]
    assert [re.sub(r"\s", " ", each) for each in opening(hours)] == [
        "hors vacances scolaires : lundi, 9 h – 10 h",
        "vacances scolaires : lundi, 9 h – 10 h",
        "jours fériés : lundi, 9 h – 10 h",
        "jours fériés : mardi au dimanche, 9 h – 12 h",
    ]
    assert opening("off") == ("fermé",)


@pytest.mark.parametrize(
    "hours",
    [
        "Mo,Th 09:00-12:30,13:30-17:00; Tu 14:00-18:00; SH Mo-Fr 09:00-12:30",
        "Mo,We,Fr 09:00-12:30,13:30-18:00; SH We 09:00-12:30",
        "Mo-Fr 09:00-12:00; SH off",
        "Mo-Su 10:00-12:00; SH Sa,Su 14:00-24:00; PH off",
        "We 14:00-17:00; SH We off; SH Mo 09:00-12:00",
        "Mo-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00",
        "PH 09:00-12:00; SH off; Mo 9:00-10:00",
    ],
)
def test_what_is_told_is_read_as_the_same_hours(hours: str) -> None:
    again = read(told(hours))
    for day in (date(2026, 1, 1) + timedelta(days=each) for each in range(366)):
        assert planned(again, day, "A") == planned(hours, day, "A"), (day, again)


@pytest.mark.parametrize(
    "typed",
    [
        "lundi au vendredi 9h-12h; hors vacances, mercredi fermé",
        "hors vacances, jours fériés 9h-12h",
        "hors vacances, jadis 9h-12h",
    ],
)
def test_what_school_weeks_alone_cannot_say_is_refused(typed: str) -> None:
    with pytest.raises(UnreadableHours, match="ne se comprennent pas"):
        read(typed)


def test_what_never_opens_is_closed_and_what_no_week_tells_is_given_as_it_is() -> None:
    assert told("off") == told("PH,SH off") == "fermé"
    for hours in ("Jul-Aug Mo-Fr 08:00-12:00", 'Mo 14:00-17:00 "sur rendez-vous"', "sunrise-12:00"):
        assert told(hours) == hours
