"""Headquarters' page of one visit: what was noted of it, corrected with its history."""

from litestar import get, post
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK

from kiosque.actions import corrections
from kiosque.actions.corrections import Stay, Who
from kiosque.actions.done import Done
from kiosque.actions.inputs import commune
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once
from kiosque.central.pages.correcting import OURS, Asked, corrected, require_mine, template
from kiosque.central.pages.forms import Form, end_of, hour_typed, time_of
from kiosque.central.pages.seen import mark_of
from kiosque.db.store import Store
from kiosque.domain import codes, communes
from kiosque.domain.french import local
from kiosque.domain.profile import PROFILE
from kiosque.domain.records import VISIT

ONE = "/passages/{visit:int}"


@get(ONE, **OURS)
async def show_stay(
    request: Asked, central: NamedDependency[Central], visit: FromPath[int], once: NamedDependency[Once]
) -> Template:
    """Return one visit."""
    return await sync_to_thread(_page, request, central, visit, None, once.said)


@post(ONE, status_code=HTTP_200_OK, **OURS)
async def correct_stay(request: Asked, central: NamedDependency[Central], visit: FromPath[int]) -> Template | Redirect:
    """Correct a visit, or throw it away."""

    def correct(store: Store, form: Form, _: Account) -> Done:
        return _correct(store, visit, form)

    return await corrected(request, central, VISIT, visit, correct, _page)


HANDLERS = (show_stay, correct_stay)


def _correct(store: Store, visit: int, form: Form) -> Done:
    stay = corrections.stay_of(store, visit)
    arrived = time_of("arrived_at", form["arrived_at"], local(stay.arrived_at).date())
    if hour_typed(stay.arrived_at) == form["arrived_at"]:
        arrived = stay.arrived_at
    left = None if not form["left_at"].strip() else end_of("left_at", form["left_at"], arrived)
    if stay.left_at is not None and hour_typed(stay.left_at) == form["left_at"]:
        # To the second, as it was noted.
        left = stay.left_at
    where = form["commune"].strip()
    said: dict[str, str | None] = {name: form[name] or None for name in ("age_band", *PROFILE)}
    if where:
        said["commune"] = stay.commune if where == _named(stay.commune) else commune(where)
    return corrections.correct_visit(
        store,
        visit,
        reason=form["why_came"] or None,
        arrived_at=arrived,
        left_at=left,
        who=Who(stay.visitor, stay.name, **said),
        author=0,
    )


def _page(request: Asked, central: Central, visit: int, form: Form | None, said: str = "") -> Template:
    require_mine(central.store, VISIT, visit, request.user)
    read = mark_of(central.store, visit)
    stay = corrections.stay_of(central.store, visit)
    more = {
        "read": read,
        "said": said,
        "stay": stay,
        "day": local(stay.arrived_at).date(),
        "reasons": codes.VISIT_REASONS,
        "lists": {"age_band": ("Tranche d’âge", codes.AGE_BANDS), **_profile()},
    }
    return template(request, central, VISIT, visit, form or _first(stay), more, name="stay.html")


def _profile() -> dict[str, tuple[str, object]]:
    titles = {"gender": "Genre", "status": "Situation", "sector": "Activité"}
    return {name: (titles[name], listed) for name, listed in PROFILE.items()}


def _first(stay: Stay) -> Form:
    said = {name: getattr(stay, name) or "" for name in ("age_band", *PROFILE)}
    hours = {"arrived_at": hour_typed(stay.arrived_at), "left_at": hour_typed(stay.left_at)}
    return Form({"why_came": stay.reason or "", **hours, "commune": _named(stay.commune), **said})


def _named(insee: str | None) -> str:
    found = communes.by_insee(insee or "")
    return communes.display(found) if found else insee or ""
