"""Headquarters' page of who supports the network, with what and from when to when: noted, corrected, taken back."""

from datetime import date
from typing import Any

from litestar import get, post
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, of_our_time
from kiosque.actions.network import partners
from kiosque.actions.network.partners import Partner, Support
from kiosque.central import decided
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once
from kiosque.central.pages.forms import Form, day_of, last_day_of
from kiosque.central.pages.mine import Mine, mine
from kiosque.central.pages.saying import Asked, Led, Unsure, no_act, sent, story
from kiosque.central.pages.seen import mark_of, require_read
from kiosque.central.pages.turning import turned
from kiosque.central.pages.words import short_day
from kiosque.central.rights import Right, needs
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.domain.network_codes import LABEL, LABELS, NATURES, PARTNER_FORMS
from kiosque.domain.records import PARTNER, SUPPORT
from kiosque.domain.validity import dates

HERE = "/partenaires"
OURS: dict[str, Any] = {"guards": [needs(Right.NETWORK)], "opt": {"uncompressed": True}}
DONE = {
    "partenaire": "Ce partenaire est noté.",
    "soutien": "C’est noté.",
    "corrige": "C’est corrigé.",
    "retire": "C’est à la corbeille.",
}


@get(HERE, **OURS)
async def show_partners(
    request: Asked,
    central: NamedDependency[Central],
    once: NamedDependency[Once],
    partenaire: FromQuery[int | None] = None,
    soutien: FromQuery[int | None] = None,
) -> Template:
    """Return every partner with what they give, and noting more; ``partenaire`` or ``soutien``: what is corrected."""
    form = Form({"partner": str(partenaire or ""), "support": str(soutien or "")})
    return await sync_to_thread(_page, request, central, form, once.said)


@post(HERE, status_code=HTTP_200_OK, **OURS)
async def change_partners(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Note or correct a partner or what one gives, or take it back (field ``act``)."""
    return await sent(
        request,
        central,
        lambda form: _done(central, request.user, form),
        lambda form: _page(request, central, form, ""),
    )


HANDLERS = (show_partners, change_partners)


def _done(central: Central, account: Account, form: Form) -> Led:
    store = central.store
    here = mine(store, account)
    kind, record = (PARTNER, form.number("partner")) if form["act"] == "partner" else (SUPPORT, form.number("support"))
    if record and form["act"] != "remove":
        require_read(store, record, form, lambda: story(store, kind, record, account))
    several, said = _act(store, here, form)
    for done in several:
        decided.note(store, done, account)
    return HERE, DONE[said]


def _act(store: Store, here: Mine, form: Form) -> tuple[tuple[Done, ...], str]:
    partner, support = form.number("partner"), form.number("support")
    match form["act"]:
        case "partner" if partner:
            return (partners.correct_partner(store, partner, label=form["label"], form=form["form"]),), "corrige"
        case "partner":
            return (partners.add_partner(store, label=form["label"], form=form["form"]),), "partenaire"
        case "support" if support:
            return _corrected(store, here, support, form), "corrige"
        case "support":
            return (_given(store, here, form),), "soutien"
        case "remove":
            return (partners.take_back(store, partner or support),), "retire"
    raise no_act()


def _given(store: Store, here: Mine, form: Form) -> Done:
    if form.number("of") not in {each.id for each in partners.partners(store)}:
        raise BadInput("of", "Choisissez qui donne.")
    gift = partners.Gift(
        partner=form.number("of"),
        nature=form["nature"],
        antenna=here.chosen(form["antenna"]).id if form["antenna"] else None,
        label=form["which_label"] or None,
        first=day_of("first", form["first"]),
        last=last_day_of(form),
        share=_share(form),
    )
    of_our_time(store.now(), first=gift.first, last=gift.last)
    other = partners.beside(store, gift)
    # Just the same is refused, not asked about.
    just = other and (other.started_at, other.ended_at, other.share) == (*dates(gift.first, gift.last), gift.share)
    if other and not just and not form["sure"]:
        raise _beside(other)
    return partners.add_support(store, gift)


def _beside(other: Found) -> Unsure:
    share = f", {other.share}\u00a0%" if other.share else ""
    begins = f", depuis le {short_day(local(other.started_at).date(), date.min)}" if other.started_at else ""
    ends = f", jusqu’au {short_day(local(other.ended_at - 1).date(), date.min)}" if other.ended_at else ""
    return Unsure(
        "Le même partenaire donne déjà cela certains de ces jours\u202f: "
        f"{NATURES.label(other.nature)}{share}{begins}{ends}. Les deux seraient gardés\u202f; d’un coût, un rapport "
        "n’en compte qu’un. Est-ce bien un autre soutien\u202f?"
    )


def _corrected(store: Store, here: Mine, support: int, form: Form) -> tuple[Done, ...]:
    share, last = _share(form), last_day_of(form)
    where = here.chosen(form["antenna"]).id if form["antenna"] else None
    said = partners.correct_support(
        store,
        support,
        antenna=where,
        label=form["which_label"] or None,
        first=day_of("first", form["first"]),
        last=last,
        everywhere=where is None,
        goes_on=last is None,
    )
    return said, partners.correct_share(store, support, share)


def _share(form: Form) -> int | None:
    typed = form["share"].strip().removesuffix("%").strip()
    if typed and not (typed.isdecimal() and 0 < int(typed[:4]) <= partners.WHOLE):
        raise BadInput("share", "La part va de 1 à 100 pour cent.")
    return int(typed) if typed else None


def _page(request: Asked, central: Central, form: Form, said: str) -> Template:
    store, account = central.store, request.user
    every, here = partners.partners(store), mine(store, account)
    gifts = {gift.id: gift for each in every for gift in each.gifts}
    partner = next((each for each in every if each.id == form.number("partner")), None)
    support = gifts.get(form.number("support"))
    changing = partner.id if partner else support.id if support else 0
    context = {
        "account": account,
        "partners": every,
        "turn": turned(request, list(every), lambda each: each.name),
        "here": here,
        "partner": partner,
        "support": support,
        "read": mark_of(store, changing) if changing else "",
        "of": {
            "partner": form if form["act"] == "partner" else _of_partner(partner),
            "support": form if form["act"] == "support" else _of_support(support),
        },
        "lost": form.sentence if form.wrong == "act" else "",
        "forms": PARTNER_FORMS.codes,
        "natures": NATURES.codes,
        "labels": LABELS.codes,
        "form_of": PARTNER_FORMS.label,
        "label_nature": LABEL,
        "said": said,
        "today": local(store.now()).date(),
        "history": story(store, PARTNER if partner else SUPPORT, changing, account) if changing else [],
    }
    return Template("partners.html", context=context, status_code=form.status)


def _of_partner(partner: Partner | None) -> Form:
    return Form({"label": partner.name, "form": partner.form} if partner else {})


def _of_support(support: Support | None) -> Form:
    if support is None:
        return Form()
    first = local(support.started_at).date().isoformat() if support.started_at else ""
    last = local(support.ended_at - 1).date().isoformat() if support.ended_at else ""
    share, where = str(support.share or ""), str(support.antenna or "")
    return Form({"antenna": where, "which_label": support.label or "", "first": first, "last": last, "share": share})
