"""From what was counted to what is told: the sections of a report, with headquarters' words in them."""

from collections.abc import Mapping
from hashlib import blake2b

from sqlalchemy import Connection

from kiosque.db.journal import heads
from kiosque.domain.costs import COST_NATURES
from kiosque.reports import map as maps
from kiosque.reports.activity import coded, sections, tables
from kiosque.reports.activity import definitions as of
from kiosque.reports.activity.contents import Contents
from kiosque.reports.activity.told import Figure, Head, Report, Section, Table, Unit
from kiosque.reports.figures import DEFINITIONS
from kiosque.reports.map import Spot, Standing
from kiosque.reports.spaces import Life
from kiosque.reports.suppress import LEAST, shown, suppressed

Body = tuple[tuple[Figure, ...], tuple[Table, ...]]


def told(
    contents: Contents,
    known: tuple[Head, ...],
    *,
    made: int,
    funder: str = "",
    whose: str = "",
    comments: Mapping[str, str] | None = None,
    draft: bool = False,
) -> Report:
    """Return a report of ``contents``, made at ``made`` (UTC seconds) from journals as far as ``known``."""
    bodies, said = _bodies(contents), comments or {}
    drawn = _maps(contents)
    found = tuple(
        Section(
            *(asked.key, asked.title, said.get(asked.key, "")),
            *bodies.get(asked.key, ((), ())),
            *drawn.get(asked.key, ()),
        )
        for asked in sections.SECTIONS
    )
    period = contents.period
    return Report(
        *(period.first, period.last, contents.day, made, funder, whose),
        found,
        of.definitions(),
        known,
        digest_of(known),
        draft,
    )


def journals(connection: Connection) -> tuple[Head, ...]:
    """Return how far each PC's journal is known, in the order of their numbers."""
    return tuple(Head(device, head.number, head.digest.hex()) for device, head in sorted(heads(connection).items()))


def digest_of(known: tuple[Head, ...]) -> str:
    """Return one digest that stands for all heads: equal digests prove that two reports know the same."""
    said = "\n".join(f"{head.device} {head.number} {head.digest}" for head in known)
    return blake2b(said.encode(), digest_size=16).hexdigest()


def _bodies(contents: Contents) -> dict[str, Body]:
    about = {
        sections.ESSENTIAL: (_essential(contents), ()),
        sections.OBJECTIVES: ((), (tables.objectives(contents.standings),)),
        sections.TERRITORY: ((), (tables.spaces(contents.spaces),)),
        sections.ACTIVITY: (
            (),
            (tables.by_place(contents), *_only(tables.by_month(contents), len(contents.months) > 1)),
        ),
        sections.HOURS: ((), (tables.hours(contents.places),)),
        sections.HELP: ((), (coded.themes(contents), coded.services(contents))),
        sections.PUBLIC: (
            _public(contents),
            (coded.ages(contents), coded.sectors(contents), coded.origins(contents.origins)),
        ),
        sections.PROGRAMMES: ((), (tables.programmes(contents),)),
        sections.COWORKING: (_coworking(contents), ()),
        sections.REPAIRS: (_repairs(contents), (coded.outcomes(contents),)),
        sections.FINANCE: (_finance(contents), (tables.costs(contents.finance), tables.shares(contents.finance))),
        sections.PARTNERS: ((), (tables.partners(contents.spaces),)),
    }
    return {key: (figures, tuple(each for each in several if each.lines)) for key, (figures, several) in about.items()}


def _only(table: Table, wanted: bool) -> tuple[Table, ...]:  # noqa: FBT001 - whether it is one at all
    return (table,) if wanted else ()


def _essential(contents: Contents) -> tuple[Figure, ...]:
    total = contents.total
    values = {
        "seconds": (total.seconds, Unit.TIME),
        "permanences": (total.permanences, Unit.COUNT),
        "visits": (shown(total.visits), Unit.COUNT),
        "interventions": (shown(total.interventions), Unit.COUNT),
        "workshops": (total.workshops, Unit.COUNT),
        "attendances": (shown(total.attendances), Unit.COUNT),
    }
    counted = tuple(Figure(DEFINITIONS[key].name, value, unit, key) for key, (value, unit) in values.items())
    return (*counted, *_public(contents)[:2])


def _public(contents: Contents) -> tuple[Figure, ...]:
    came = contents.people
    known = {"named": contents.total.visits - came.unnamed, "unnamed": came.unnamed}
    return (
        Figure("Personnes", shown(came.people), Unit.COUNT, of.PEOPLE),
        Figure("Foyers", shown(came.households), Unit.COUNT, of.HOUSEHOLDS),
        # The visits less these are those of people who are known.
        Figure("Passages anonymes", suppressed(known)["unnamed"], Unit.COUNT, of.UNNAMED),
    )


def _coworking(contents: Contents) -> tuple[Figure, ...]:
    found = contents.coworking
    if not found.places and not found.uses:
        return ()
    # The hours are of the uses that are known: of fewer than five they would be somebody's.
    known = suppressed({"known": found.uses - found.unknown, "unknown": found.unknown})
    return (
        Figure("Places de coworking", found.places, Unit.COUNT, of.PLACES),
        Figure("Antennes qui en ont", found.antennas, Unit.COUNT, of.PLACES),
        Figure("Fois où une place a servi", shown(found.uses), Unit.COUNT, of.COWORKING),
        Figure(
            "Heures connues",
            found.seconds if shown(found.uses - found.unknown) is not None else None,
            Unit.TIME,
            of.COWORKING,
        ),
        Figure("Fois sans départ noté", known["unknown"], Unit.COUNT, of.COWORKING),
    )


def _repairs(contents: Contents) -> tuple[Figure, ...]:
    found = contents.repairs
    if not found.attempts:
        return ()
    # Of fewer than five objects, what they weigh would tell how many they are.
    few = 0 < found.objects < LEAST
    return (
        Figure("Réparations", shown(found.attempts), Unit.COUNT, of.REPAIRS),
        Figure("Objets", shown(found.objects), Unit.COUNT, of.OBJECTS),
        Figure("Déchets évités", None if few else found.avoided.weight, Unit.WEIGHT, of.AVOIDED),
        Figure("CO₂ évité", None if few else found.avoided.co2, Unit.WEIGHT, of.AVOIDED),
        Figure("Réparés, sans chiffre connu", shown(found.avoided.uncounted), Unit.COUNT, of.AVOIDED),
    )


def _finance(contents: Contents) -> tuple[Figure, ...]:
    found = contents.finance
    if not found.costs and not found.across:
        return ()
    several = [Figure(each.label, found.total(each.code), Unit.MONEY, of.COSTS) for each in COST_NATURES]
    several.append(Figure("Coûts en tout", sum(each.amount for each in found.costs), Unit.MONEY, of.COSTS))
    if found.across:
        several.append(Figure("En partie hors période, non compté", found.across, Unit.MONEY, of.COSTS))
    if found.beyond:
        several.append(Figure("Promis au-delà des coûts", found.beyond, Unit.MONEY, of.BEYOND))
    return tuple(several)


def _maps(contents: Contents) -> dict[str, tuple[str, str]]:
    done = {place.antenna: place.figures.interventions for place in contents.places}
    open_ones = [each for each in contents.spaces if each.life is not Life.CLOSED and each.position]
    spots = [
        Spot(
            each.name,
            *(each.position or (0.0, 0.0)),
            Standing.PLANNED if each.life is Life.PLANNED else Standing.OPEN,
            # The size of a spot tells how much was done: below five, as if nothing had been.
            shown(done.get(each.id, 0)) or 0,
            each.name,
        )
        for each in open_ones
    ]
    communes = len({each.commune for each in open_ones})
    said = f"Carte de {len(spots)} antennes dans {communes} communes\u00a0: leur taille dit le nombre d’interventions."
    origin = coded.origin_shown(contents.origins)
    came = f"Carte des communes d’où viennent les visiteurs\u00a0: {len(origin)} communes de 5 passages et plus."
    found = {}
    if spots:
        found[sections.TERRITORY] = (maps.antennas_map(spots, said, ink=maps.INK), said)
    if origin:
        found[sections.PUBLIC] = (maps.origins_map(origin, came, leaving=True, ink=maps.INK), came)
    return found
