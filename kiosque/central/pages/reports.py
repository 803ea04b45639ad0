"""Headquarters' pages of activity reports: the list, one being written, one that is frozen, and their files."""

from asyncio import Task, create_task, wait
from collections.abc import Iterator
from datetime import date
from typing import Any

from litestar import Request, Response, get, post
from litestar.background_tasks import BackgroundTask
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK, HTTP_303_SEE_OTHER
from markupsafe import Markup

from kiosque.actions.inputs import BadInput
from kiosque.central import reporting
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.export_log import exported
from kiosque.central.files import told as told_period
from kiosque.central.freezing import READ, Read, figures_of, freeze, overlap, unready
from kiosque.central.gathering import counting, gather, gathered, received_since
from kiosque.central.once import Once, leading
from kiosque.central.pages.forms import Form, day_of, form_of
from kiosque.central.pages.turning import A_PAGE
from kiosque.central.reporting import Asked as AskedFor
from kiosque.central.reporting import RefusedReport
from kiosque.central.rights import Right, needs, scope
from kiosque.domain.codes import ASSOCIATIONS
from kiosque.domain.french import local
from kiosque.reports.activity.annex import MIME
from kiosque.reports.activity.sections import LONGEST, SECTIONS
from kiosque.reports.activity.since import differences
from kiosque.reports.activity.told import Report
from kiosque.reports.activity.words import said as said_value
from kiosque.reports.activity.words import span
from kiosque.reports.period import ONE_DAY, Period

Asked = Request[Account, dict[str, Any], State]

REPORTS = "/rapports"
REPORT = "/rapports/{number:int}"
LONGEST_FORM = 1024 * 1024
"""Bytes: a comment in each section, every letter of it sent as six bytes."""

OURS: dict[str, Any] = {"guards": [needs(Right.REPORT)], "opt": {"uncompressed": True}}
"""A page that repeats what was typed is not compressed beside a form's token."""

THROWN = "Le brouillon est jeté."
KNOWN = "Ce rapport était déjà demandé\u202f: voici son brouillon."
COUNTED, COMPARED = "Les chiffres sont refaits.", "C’est comparé."
SOON = 2.0
"""Seconds that are waited for figures; a page says how far they are after that."""

PDF = "application/pdf"

YEARS = range(2000, 2101)
"""Of which there may be a report: the project began in 2016, and another year is a slip of the finger."""
MOST_READ = 8
"""Numbers that can be read by subtracting: who freezes knows by then what it is about."""


@get(REPORTS, **OURS)
async def show_reports(request: Asked, central: NamedDependency[Central], once: NamedDependency[Once]) -> Template:
    """Return the reports, and the form that asks for another."""
    return await sync_to_thread(_list, request, central, Form(), once.said)


@post(REPORTS, status_code=HTTP_200_OK, **OURS)
async def ask_report(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Ask for a report, and go to it."""
    form = await form_of(request)
    try:
        number, known = await sync_to_thread(_begun, central, request.user, form)
    except BadInput as error:
        return await sync_to_thread(_list, request, central, form.refused(error.field, error.sentence))
    if known:
        return await leading(request, central, f"{REPORTS}/{number}", KNOWN)
    return await _counted(request, central, number, "")


@get(REPORT, **OURS)
async def show_report(
    request: Asked, central: NamedDependency[Central], number: FromPath[int], once: NamedDependency[Once]
) -> Template:
    """Return a report: its preview with room for what headquarters says, or what was frozen."""
    return await sync_to_thread(_page, request, central, number, None, once.said)


@post(REPORT, status_code=HTTP_200_OK, request_max_body_size=LONGEST_FORM, **OURS)
async def write_report(request: Asked, central: NamedDependency[Central], number: FromPath[int]) -> Template | Redirect:
    """Keep what was typed in the sections; then, as field ``act`` says, freeze the report or throw it away."""
    form = await form_of(request)
    try:
        said = await sync_to_thread(_written, central, request.user, number, form)
    except RefusedReport as error:
        refused = form.refused(error.field, error.sentence)
        return await sync_to_thread(_page, request, central, number, refused)
    if said is None:
        return await leading(request, central, REPORTS, THROWN)
    if said in {COUNTED, COMPARED}:
        return await _counted(request, central, number, said)
    return await leading(request, central, f"{REPORTS}/{number}", said)


async def _counted(request: Asked, central: Central, number: int, said: str) -> Redirect:
    """Have the figures of a report counted, and lead to it: it says how far that is where it takes a while."""
    address = f"{REPORTS}/{number}"
    task = create_task(sync_to_thread(_count, central, request.user, number))
    await wait({task}, timeout=SOON)
    if task.done():
        await task
        return await leading(request, central, address, said)
    return Redirect(address, status_code=HTTP_303_SEE_OTHER, background=BackgroundTask(_ended, task))


async def _ended(task: Task[None]) -> None:
    await task


def _count(central: Central, account: Account, number: int) -> None:
    asked = _known(central, account, number)
    # Whoever asks for it once more waits for the same.
    if counting(central.store, asked) is None:
        gather(central, asked)


@get("/rapports/{number:int}/rapport.pdf", sync_to_thread=True, guards=[needs(Right.REPORT)])
def give_paper(request: Asked, central: NamedDependency[Central], number: FromPath[int]) -> Response[bytes]:
    """Give the PDF of a report: what was frozen, or a draft of what is not yet."""
    asked, made = _made(central, request.user, number)
    _note(central, request.user, asked, "PDF")
    return _file(reporting.printed(made), PDF, f"{_called(asked, made)}.pdf")


@get("/rapports/{number:int}/annexe.ods", sync_to_thread=True, guards=[needs(Right.REPORT)])
def give_annex(request: Asked, central: NamedDependency[Central], number: FromPath[int]) -> Response[bytes]:
    """Give the annex of a report as a spreadsheet."""
    asked, made = _made(central, request.user, number)
    _note(central, request.user, asked, "annexe ODS")
    return _file(reporting.spreadsheet(made), MIME, f"{_called(asked, made)}-annexe.ods")


HANDLERS = (show_reports, ask_report, show_report, write_report, give_paper, give_annex)


def _begun(central: Central, account: Account, form: Form) -> tuple[int, bool]:
    first, last = day_of("first", form["first"]), day_of("last", form["last"])
    if last < first:
        raise BadInput("last", "Le dernier jour vient après le premier.")
    for name, day in (("first", first), ("last", last)):
        if day.year not in YEARS:
            raise BadInput(name, f"Un rapport va de l’an {YEARS[0]} à l’an {YEARS[-1]}\u202f: avant, rien n’est noté.")
    funder = int(form["funder"]) if form["funder"].isascii() and form["funder"].isdecimal() else None
    return reporting.begin(central, account, Period(first, last), funder, form["association"])


def _written(central: Central, account: Account, number: int, form: Form) -> str | None:
    """Return what was done, in words; None when the report is no more."""
    asked = _known(central, account, number)
    if form["act"] == "again" and asked.frozen_at is not None:
        return COMPARED
    if form["act"] == "throw":
        reporting.throw(central, asked)
        return None
    typed = _fields(form, "c-")
    reporting.say(central, account, asked, typed, _fields(form, "m-"))
    if form["act"] == "again":
        return COUNTED
    if form["act"] != "freeze":
        return "C’est gardé."
    if form["sure"] != "yes":
        raise RefusedReport("C’est gardé. Pour figer, cochez d’abord la case.", "sure")
    freeze(central, account, asked, Read(form["figures"], typed), form["why"])
    return "Le rapport est figé. Il dira toujours la même chose."


def _list(request: Asked, central: Central, form: Form, said: str = "") -> Template:
    today = local(central.store.now()).date()
    context = {
        "account": request.user,
        "said": said,
        "reports": reporting.reports(central, request.user),
        "funders": tuple(reporting.funders(central.store).items()),
        "associations": () if scope(request.user) is not None else tuple(ASSOCIATIONS),
        "form": form if form.values else Form(_usual(today)),
        "now": central.store.now(),
        "today": today,
    }
    return Template("reports.html", context=context, status_code=form.status)


def _usual(today: date) -> dict[str, str]:
    """Return the days that are offered: those of this year that are over; in January, last year's."""
    last = today - ONE_DAY
    return {"first": date(last.year, 1, 1).isoformat(), "last": last.isoformat()}


def _page(request: Asked, central: Central, number: int, form: Form | None = None, said: str = "") -> Template:
    asked = _known(central, request.user, number)
    far = counting(central.store, asked)
    if far and not form:
        context = {"account": request.user, "asked": asked, "far": far, "today": local(central.store.now()).date()}
        return Template("report_counting.html", context=context, headers={"refresh": "2"})
    made, now = reporting.frozen(central.store, number), gathered(central.store, asked)
    shown = made or now or gather(central, asked)
    early = "" if made else unready(central, asked, shown)
    context = {
        "account": request.user,
        "asked": asked,
        "report": shown,
        "sections": list(_sections(shown)),
        "questions": {each.key: each.question for each in SECTIONS},
        "keys": {each.key for each in shown.definitions},
        "typed": _touched(form) if form else {},
        # What was refused for something else goes on saying what was read.
        "figures": form["figures"] if form and form["figures"] and form.wrong != READ else figures_of(shown),
        "form": form or Form(),
        # What stands above: beside no field, or of a form that a frozen report has not.
        "lost": form.sentence if form and (made or form.wrong not in _beside(form, early)) else "",
        "said": said,
        "compared": now if made else None,
        "differences": differences(made, now) if made and now else (),
        "new": received_since(central.store, shown),
        "newer": received_since(central.store, now) if now else 0,
        "early": early,
        "overlap": None if made else overlap(central, request.user, asked, shown),
        "most_lines": A_PAGE,
        "most_read": MOST_READ,
        "days": lambda period: span(period.first, period.last),
        "value": said_value,
        "mark_of": reporting.mark_of,
        "longest": LONGEST,
        "now": central.store.now(),
        "today": local(central.store.now()).date(),
    }
    return Template("report.html", context=context, status_code=form.status if form else HTTP_200_OK)


def _beside(form: Form, early: str) -> set[str]:
    """Return the fields of the page of a report beside which it is said what is wrong with them."""
    said = {name for name in form.values if name.startswith("c-")}
    return said if early else said | {"sure", "why"}


def _fields(form: Form, begin: str) -> dict[str, str]:
    """Return the fields of a form whose names begin so, by the section that they are of."""
    return {name.removeprefix(begin): text for name, text in form.values.items() if name.startswith(begin)}


def _touched(form: Form) -> dict[str, str]:
    """Return what was typed in the sections; of one that was left as it was shown, what is kept now is shown."""
    seen = _fields(form, "m-")
    return {
        key: text
        for key, text in _fields(form, "c-").items()
        if reporting.mark_of(reporting.tidy(text)) != seen.get(key)
    }


def _sections(report: Report) -> Iterator[tuple[Any, Markup | None]]:
    for section in report.sections:
        # Of our own making: every word in it is escaped there.
        drawn = Markup(section.map.replace('role="group"', 'role="img"', 1)) if section.map else None  # noqa: S704
        if not (report.draft or not section.empty):
            continue
        yield section, drawn


def _known(central: Central, account: Account, number: int) -> AskedFor:
    found = reporting.one(central, account, number)
    if found is None:
        raise NotFoundException
    return found


def _made(central: Central, account: Account, number: int) -> tuple[AskedFor, Report]:
    asked = _known(central, account, number)
    made = reporting.frozen(central.store, number) or gathered(central.store, asked)
    return asked, made or gather(central, asked)


def _note(central: Central, account: Account, asked: AskedFor, form: str) -> None:
    what = f"Rapport d’activité, {form}, {told_period(asked.period)}"
    why = f"Pour {asked.funder_name}" if asked.funder_name else "Rapport d’activité"
    exported(central, account, what, why)


def _called(asked: AskedFor, made: Report) -> str:
    draft = "-brouillon" if made.draft else ""
    return f"rapport-d-activite-{asked.period.first}-{asked.period.last}{draft}"


def _file(content: bytes, media_type: str, name: str) -> Response[bytes]:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)
