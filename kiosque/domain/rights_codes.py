"""What a person may ask of their data, and how it ends: our own codes, after articles 12 to 21 of the GDPR."""

from kiosque.domain.codelist import Code, CodeList

ACCESS, ERASURE, RECTIFICATION = "access", "erasure", "rectification"
RESTRICTION, OBJECTION = "restriction", "objection"

RIGHTS = CodeList(
    "rights",
    (
        Code(ACCESS, "Savoir ce qui est gardé, et en avoir une copie"),
        Code(RECTIFICATION, "Faire corriger ce qui est gardé"),
        Code(ERASURE, "Faire effacer ce qui est gardé"),
        Code(RESTRICTION, "Faire geler ce qui est gardé, le temps de vérifier"),
        Code(OBJECTION, "S’opposer, et ne plus être suivie d’un passage à l’autre"),
    ),
)

DONE, NOTHING, REFUSED, WITHDRAWN = "done", "nothing", "refused", "withdrawn"

OUTCOMES = CodeList(
    "request_outcomes",
    (
        Code(DONE, "C’est fait"),
        Code(NOTHING, "Rien n’est gardé sur cette personne"),
        Code(REFUSED, "Refusé, avec la raison"),
        Code(WITHDRAWN, "La personne y a renoncé"),
    ),
)

LISTS = (RIGHTS, OUTCOMES)
