"""The templates, and the words that they may ask for."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.template import TemplateConfig

from kiosque.central.pages import account_words, cells, device_words, objective_words, opener_words, words
from kiosque.central.pages.parts import navigation
from kiosque.central.rights import may
from kiosque.domain import codes, french

HERE = Path(__file__).parent.parent
SHEETS = ("kiosque.css", "figures.css", "exports.css", "reports.css", "network.css")
"""What every page has, and what figures, maps and charts need."""


def template_config() -> TemplateConfig[JinjaTemplateEngine]:
    """Return the templates' engine: everything is escaped, and a name that is missing is a bug."""
    return TemplateConfig(instance=JinjaTemplateEngine.from_environment(_environment()))


FILTERS: Mapping[str, Callable[..., object]] = {
    "number": words.number,
    "hours": words.hours,
    "many_hours": words.many_hours,
    "hour": french.hour,
    "slots": words.slots,
    "minutes": french.duration,
    "long_day": words.long_day,
    "month": words.month,
    "short_day": words.short_day,
    "local_day": words.local_day,
    "day_word": words.day_word,
    "span": words.span,
    "commune": words.commune,
    "place": words.place,
    "heard": words.heard,
    "standing": device_words.standing,
    "device_heard": device_words.heard,
    "received": device_words.received,
    "to_come": device_words.to_come,
    "two_of": device_words.two_of,
    "copy_of": device_words.copy_of,
    "refused": device_words.refusal,
    "key_use": device_words.key_use,
    "opener_what": opener_words.what,
    "opener_made": opener_words.made,
    "opener_reach": opener_words.reach,
    "role_of": account_words.is_for,
    "account_used": account_words.used,
    "account_standing": account_words.standing,
    "whole_day": lambda at: words.short_day(french.local(at).date(), date.min),
    "moment": words.moment,
    "themes": lambda several: words.each_label(codes.THEMES, several),
    "service": codes.SERVICES.label,
    "where": codes.PLACES.label,
    "reason": codes.VISIT_REASONS.label,
    "age_band": codes.AGE_BANDS.label,
    **objective_words.FILTERS,
    **cells.FILTERS,
}
"""What templates say values with, by the names that they call them by."""


@cache
def _environment() -> Environment:
    # One for all the applications of a process: each would compile every template again.
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= FILTERS
    environment.globals |= {
        "plural": french.plural,
        "sheets": tuple(map(_sheet, SHEETS)),
        "navigation": navigation,
        "may": may,
    }
    return environment


def _sheet(name: str) -> str:
    """Return the address of a style sheet: another one when it changes, so that no browser keeps an old look."""
    content = (HERE / "static" / name).read_bytes()
    return f"/static/{name}?{blake2b(content, digest_size=4).hexdigest()}"
