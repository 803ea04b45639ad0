"""Why a personal field is kept, on which basis and for how long: what the notice on the wall says."""

from kiosque.domain.kinds import Purpose
from kiosque.domain.retention import STAFF_YEARS, VISITOR_MONTHS

_12_MONTHS = f"{VISITOR_MONTHS} mois après le dernier passage, puis anonymisation"

RECOGNISE = Purpose("reconnaître la personne à son prochain passage", "consentement", _12_MONTHS)
COUNT_PEOPLE = Purpose("compter les personnes distinctes, sans les nommer", "mission d’intérêt public", _12_MONTHS)
FOLLOW_UP = Purpose("reprendre l’aide là où elle s’est arrêtée", "mission d’intérêt public", _12_MONTHS)
REGISTRATION_LIST = Purpose("tenir la liste des inscrits à un atelier", "mission d’intérêt public", _12_MONTHS)
STAFF = Purpose("savoir qui a tenu la permanence", "intérêt légitime de l’association", f"{STAFF_YEARS} ans")
SIGNATURE = Purpose("prouver qui a suivi un atelier", "mission d’intérêt public", _12_MONTHS)
CONTACT = Purpose("rappeler la personne", "consentement", _12_MONTHS)
ONE_CARD = Purpose("accueillir un foyer avec une seule carte", "consentement", _12_MONTHS)
BOOKED = Purpose("garder une place de travail, compter un abonnement", "mission d’intérêt public", _12_MONTHS)
DESCRIBE = Purpose("décrire le public accueilli, par des codes", "consentement", _12_MONTHS)
MINORS = Purpose("savoir quel adulte répond d’un mineur", "consentement", _12_MONTHS)
SAME_PERSON = Purpose("ne pas compter deux fois la même personne", "mission d’intérêt public", _12_MONTHS)
MACHINES = Purpose("savoir qui sait se servir d’une machine", "mission d’intérêt public", _12_MONTHS)
ANSWER_RIGHTS = Purpose("répondre à une demande sur ses données", "obligation légale", "5 ans")
LOAN_KEPT = Purpose("savoir qui a emprunté quel matériel", "prêt consenti à la personne", _12_MONTHS)
SET_APART = Purpose("respecter une opposition, ou le gel demandé de ses données", "obligation légale", _12_MONTHS)
