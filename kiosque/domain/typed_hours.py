"""Opening hours as people type them, in French or in OSM, read as an OSM text; what is not clear is refused."""

import re
import unicodedata

from kiosque.domain.opening_hours import CLOSED, UnreadableHours, parse, says_nothing_of_the_week
from kiosque.domain.repeated import repeated
from kiosque.domain.same_day import added, checked

_DAYS = {
    "lundis?|lun|lu|mo": "Mo",
    "mardis?|mar|ma|tu": "Tu",
    "mercredis?|mer|me|we": "We",
    "jeudis?|jeu|je|th": "Th",
    "vendredis?|ven|ve|fr": "Fr",
    "samedis?|sam|sa": "Sa",
    "dimanches?|dim|di|su": "Su",
}
_WORDS = {
    "tous les jours|chaque jour|7 ?j(?:ours)? ?(?:/|sur) ?7": "Mo-Su",
    "week-?end": "Sa-Su",
    **_DAYS,
    "jours? feries?|feries?|ph": "PH",
    "vacances(?: scolaires)?|sh": "SH",
    "ferme(?:e?s?|ture)|off|closed": CLOSED,
    "sauf|hors|excepte": "!",
    "midi": "12:00",
    "minuit": "24:00",
    "au|a": "-",
    "et|puis": "&",
    "le|les|la|du|de|des|ouverte?s?|pendant": "",
}
_SIGNS = {"-": "-", ",": ",", "/": ",", "&": "&", "+": "&", ";": ";", "\n": ";", ":": "", ".": ""}
_READ = tuple((re.compile(rf"(?:{words})(?!\w)"), said) for words, said in _WORDS.items())
# In *9h 12h* the 12 is an hour of its own; in *9 h 30* it is minutes.
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2})|\s*h(?:eures?)?(?:\s*(\d{2})(?!\s*h|\d|[:.]))?)?(?![\d:])")
_DASHES = dict.fromkeys((*range(0x2010, 0x2016), 0x2212), "-")

_DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_WEEK = rf"{_DAY}(?:-{_DAY})?(?:[ ,&]{_DAY}(?:-{_DAY})?)*"
_HOLIDAYS = "(?:PH|SH)(?:[,&](?:PH|SH))?"
# *lundi et jours fériés* is either, *lundi pendant les vacances* is both; *lundi, vacances* is neither.
_WHEN = rf"(?:{_WEEK}&{_HOLIDAYS}|{_WEEK} (?:PH|SH)|(?:PH|SH) {_WEEK}|{_WEEK}|{_HOLIDAYS})(?![ ,&]?(?:[A-Z]))"
_SPAN = r"\d\d:\d\d-\d\d:\d\d"
_SPANS = rf"{_SPAN}(?:[ ,&]{_SPAN})*"
_DAYS_AND_HOURS = re.compile(rf"[ ,&]?({_WHEN})(?: ?! ?({_WHEN}))?[ ,]?({_SPANS}|{CLOSED})")
# In *9h-12h lundi, 10h-11h* one does not know which hours are Monday's.
_HOURS_ALONE = re.compile(rf"()()({_SPANS}(?=$|[ ,&]?(?:!|{CLOSED}))|{CLOSED}$)")
_BUT = re.compile(rf"[ ,&]?(?:!|{CLOSED}) ?({_WHEN})$")
# *Hors vacances scolaires, lundi 9h-12h*: said first, it is of all that follows up to the next semicolon.
_TERM = re.compile(r"! ?SH[ ,]?(?=.)")
_WEEK_OF_OSM = rf"{_DAY}(?:-{_DAY})?(?:,{_DAY}(?:-{_DAY})?)* "
_ANY_HOLIDAYS = re.compile("PH|SH")
# An English month to the library, a French day to who types it.
_MARCH = re.compile(r"(?<![-\w])mar\.? +\d", re.IGNORECASE)


def read(typed: str) -> str:
    """Return hours that somebody typed as an OSM text. Raises ``UnreadableHours``.

    What is OSM already stays as it is, but for hours of one day that would take each other's place in silence.
    Hours of holidays alone are refused: whoever says *closed on public holidays* means the usual hours for the rest.
    """
    if _readable(typed):
        _check_week(typed, typed)
        if _MARCH.search(typed):
            raise UnreadableHours("«\u00a0mar\u00a0» est-il mardi ou mars\u202f? Écrivez mardi, ou Tu.")
        return added(typed, typed)
    parts = [part for part in _in_signs(typed).split(";") if part]
    term = [rule for part in parts if (out := _TERM.match(part)) for rule in _rules(part[out.end() :], typed)]
    rules = [rule for part in parts if not _TERM.match(part) for rule in _rules(part, typed)]
    said = "; ".join([*_in_term(term, rules, typed), *sorted(rules, key=_rank)])
    checked(said)
    if not _readable(said):
        raise _refusal(typed)
    _check_week(said, typed)
    return added(said, typed)


def _readable(hours: str) -> bool:
    try:
        parse(hours)
    except UnreadableHours:
        return False
    return bool(hours.strip())


def _check_week(hours: str, typed: str) -> None:
    if says_nothing_of_the_week(hours):
        raise UnreadableHours(
            "Il manque les horaires de la semaine\u00a0: «\u00a0{hours}\u00a0» ne parle que de jours fériés "
            "ou de vacances. Écrivez par exemple\u00a0: lundi au vendredi 9h-12h, jours fériés fermé.",
            hours=repeated(typed),
        )


def _refusal(typed: str) -> UnreadableHours:
    return UnreadableHours(
        "Ces horaires ne se comprennent pas\u00a0: «\u00a0{hours}\u00a0». "
        "Écrivez par exemple\u00a0: lundi au vendredi 9h-12h 14h-17h, samedi 9h-12h, jours fériés fermé.",
        hours=repeated(typed),
    )


def _in_signs(typed: str) -> str:
    """Return the words of ``typed`` as OSM writes them, *&* for *et* and *!* for *sauf*."""
    letters = unicodedata.normalize("NFKD", typed.translate(_DASHES).strip()).casefold()
    text = "".join(letter for letter in letters if not unicodedata.combining(letter))
    said, at = [], 0
    while at < len(text):
        word, at = _next_sign(text, at, typed)
        said.append(word)
    signs = " ".join(" ".join(said).split())
    signs = re.sub(r" ?([-,&;]) ?", r"\1", signs)
    return re.sub(r"[,&]*(;|$)", r"\1", re.sub(r",+&|,+", lambda found: found[0][-1], signs))


def _next_sign(text: str, at: int, typed: str) -> tuple[str, int]:
    """Return how OSM writes what stands at ``at``, and where the next begins."""
    for pattern, said in _READ:
        if found := pattern.match(text, at):
            return said, found.end()
    if found := _TIME.match(text, at):
        return f"{int(found[1]):02}:{found[2] or found[3] or '00'}", found.end()
    if text[at] in _SIGNS:
        return _SIGNS[text[at]], at + 1
    if text[at].isspace():
        return "", at + 1
    raise _refusal(typed)


def _in_term(term: list[str], others: list[str], typed: str) -> list[str]:
    """Return the OSM rules of school weeks, and their days closed in school holidays: ``others`` may open them.

    A closing of school weeks alone says nothing where no week opens otherwise; where one does, OSM has no sign for it.
    """
    opened = [rule for rule in term if not rule.endswith(CLOSED)]
    week = any(not _ANY_HOLIDAYS.search(rule) for rule in others)
    if any(_ANY_HOLIDAYS.search(rule) for rule in term) or (week and len(opened) < len(term)):
        raise _refusal(typed)
    days = (found[0] if (found := re.match(_WEEK_OF_OSM, rule)) else "" for rule in opened)
    return [*opened, *(f"SH {each}{CLOSED}" for each in days)]


def _rules(part: str, typed: str) -> list[str]:
    """Return the OSM rules of what stands between two semicolons."""
    rules: list[str] = []
    at = 0
    while at < len(part):
        if found := _BUT.match(part, at):
            but = found[1]
        elif found := _DAYS_AND_HOURS.match(part, at) or (None if rules else _HOURS_ALONE.match(part)):
            when, but, spans = found.groups()
            rules.append(f"{_when(when)} {re.sub('[ &]', ',', spans)}".strip())
        else:
            raise _refusal(typed)
        if but:
            rules.append(f"{_when(but)} {CLOSED}")
        at = found.end()
    return rules


def _when(said: str) -> str:
    """Return days and holidays as OSM writes them: *PH Mo* is both, *Mo,PH* either."""
    holidays = _ANY_HOLIDAYS.findall(said)
    week = ",".join(re.findall(rf"{_DAY}(?:-{_DAY})?", said))
    both = week and holidays and "&" + holidays[0] not in said
    return f"{holidays[0]} {week}" if both else ",".join(filter(None, (week, *holidays)))


def _rank(rule: str) -> int:
    """Return where a rule stands: a later one holds before those above it, and a closing is said of the others."""
    if rule.endswith(f" {CLOSED}"):
        return 2
    return 1 if _ANY_HOLIDAYS.search(rule) else 0
