"""What anybody may read of a place, in the words of the national standard of places of digital help."""

from kiosque.domain.codelist import Code, CodeList

CARE = CodeList(
    "care",
    (
        Code("moteur", "Handicaps moteurs"),
        Code("vue", "Déficience visuelle"),
        Code("surdite", "Surdité"),
        Code("mental", "Handicaps mentaux"),
        Code("illettrisme", "Illettrisme"),
        Code("anglais", "Langues étrangères (anglais)"),
        Code("langues", "Langues étrangères (autres)"),
    ),
)
"""Whom the place helps in a way of their own."""

PUBLICS = CodeList(
    "publics",
    (
        Code("jeunes", "Jeunes"),
        Code("etudiants", "Étudiants"),
        Code("familles", "Familles et/ou enfants"),
        Code("seniors", "Seniors"),
        Code("femmes", "Femmes"),
    ),
)
"""For whom it is meant first; none: for everybody alike."""

FEES = CodeList(
    "fees",
    (
        Code("gratuit", "Gratuit"),
        Code("sous_condition", "Gratuit sous condition"),
        Code("payant", "Payant"),
    ),
)

LISTS = (CARE, PUBLICS, FEES)
