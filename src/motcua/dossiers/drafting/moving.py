"""When a new version of its procedure is in force, how does a draft come to it?

A dossier keeps the version under which it was submitted; a draft is no dossier. Whoever opens any
of its pages lets it move, in one transaction and once: answers that the new form asks as well and
papers that it names stay where they are, everything else is kept beside and shown in full.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction

from motcua.accounts.sealing import keyed_hash
from motcua.catalog import forms as procedure_forms
from motcua.catalog.forms.groups import COUNT
from motcua.catalog.forms.schema import pattern_of
from motcua.dossiers.drafting import carrying, cases, confirming, papers
from motcua.dossiers.drafting.carrying import Left, Questions
from motcua.dossiers.drafting.unread import OFFICE_PAGE
from motcua.dossiers.models import CoApplicant, Draft, DraftMove
from motcua.dossiers.parts import Part
from motcua.periods.clock import today

if TYPE_CHECKING:
    from motcua.catalog.models import ProcedureVersion
    from motcua.dossiers.drafting.asides import Aside

NOWHERE = "-"
"""The page of who was invited to pages of which none is left that is theirs alone."""
Asides = dict[str, list[Any]]


def in_force(draft: Draft, day: date) -> ProcedureVersion | None:
    """The version to which the draft has to come; None where it is there, or cannot."""
    if draft.version.holds_on(day):
        return None
    there = draft.version.procedure.version_on(day)
    return there if there is not None and there.takes_online else None


def catch_up(draft: Draft) -> bool:
    """Bring a draft to the version in force; whether it stands in another one now."""
    if draft.is_submitted or (later := in_force(draft, today())) is None:
        return False
    procedure = draft.version.procedure
    with transaction.atomic():
        now = draft.held()
        if now.version_id != later.pk:  # else another window did
            _move(now, later)
    draft.refresh_from_db()
    draft.version, later.procedure = later, procedure
    return True


def _move(draft: Draft, later: ProcedureVersion) -> None:
    """The draft is held."""
    earlier = draft.version
    was, asks = carrying.questions(earlier), carrying.questions(later)
    carried = carrying.carry(draft.data, was, asks)
    aside, homeless = at_home(draft.aside, was, asks)
    confirmed = _confirmed(draft)
    loose = papers.move(draft, later)
    case = cases.here(draft.case, later)
    _stand(draft, later, data=carried.answers, aside=aside, case=case)
    follow(draft.co_applicants.standing(), was, asks)
    _confirm_again(draft, confirmed)
    left = [*carried.left, *homeless, *map(_as_left, loose)]
    DraftMove.objects.create(draft=draft, earlier=earlier, later=later, left=left)


def _as_left(loose: tuple[str, list[str]]) -> Left:
    name, files = loose
    return {"page": OFFICE_PAGE, "label": name, "text": ", ".join(files), "is_paper": True}


def _stand(draft: Draft, later: ProcedureVersion, **columns: Any) -> None:
    """Nobody went on with it, so that it is not kept longer for that."""
    revision = draft.revision + 1
    columns |= {"version": later, "revision": revision, "moved_revision": revision}
    for name, value in columns.items():
        setattr(draft, name, value)
    Draft.objects.filter(pk=draft.pk).update(**columns)


# --- What lies beside an answer ------------------------------------------------------------------


def at_home(
    aside: Mapping[str, Iterable[Aside]], was: Questions, asks: Questions
) -> tuple[Asides, list[Left]]:
    """What lies beside answers, on the pages where those stand now; and what has no page."""
    there: Asides = {}
    homeless: list[Left] = []
    for page, beside in aside.items():
        for one in beside:
            path = str(one["name"]).replace("__", ".")
            home = page if page == OFFICE_PAGE else _page_of(path, asks)
            if home is not None:
                there.setdefault(home, []).append(one)
            elif text := _typed(one):
                homeless.append(carrying.left_of(was.get(pattern_of(path)), path, text))
    return there, homeless


def _page_of(path: str, asks: Questions) -> str | None:
    asked = asks.get(pattern_of(path))
    return asked.page if asked else None


def _typed(one: Aside) -> str:
    """What was typed, as text; how many entries a group has is no text."""
    is_count = str(one["name"]).endswith(COUNT)
    texts = [] if is_count else [text for some in one["typed"].values() for text in some if text]
    return ", ".join(texts)


# --- Who writes along ----------------------------------------------------------------------------


def follow(along: Iterable[CoApplicant], was: Questions, asks: Questions) -> None:
    """Where a question went to another page, so does who typed it, but nobody who did not see it.

    A page on which a question stands now that they did not see before is theirs no more.
    """
    went = {(was[path].page, asks[path].page) for path in was.keys() & asks.keys()}
    for one in along:
        wrote = {*one.wrote, *(there for here, there in went if here in one.wrote)}
        strange = {there for here, there in went if here not in one.pages}
        one.wrote = sorted(wrote)
        if one.pages:
            one.pages = [page for page in one.pages if page not in strange] or [NOWHERE]
        CoApplicant.objects.filter(pk=one.pk).update(wrote=one.wrote, pages=one.pages)


Seen = list[Any]


def _confirmed(draft: Draft) -> list[tuple[CoApplicant, Seen]]:
    """Whose confirmation stands, and what they see, whatever the version."""
    along = draft.co_applicants.accepted().exclude(confirmed="")
    return [(one, _seen(draft, one)) for one in along if confirming.has_confirmed(draft, one)]


def _seen(draft: Draft, one: CoApplicant) -> Seen:
    part = Part.of(one)
    told = [
        [section.title, row.label, row.text]
        for section in procedure_forms.summary(draft.version, draft.data)
        if part.sees(section.page)
        for row in section.rows
    ]
    lying = draft.attachments.order_by("pk") if part.is_whole else draft.attachments.none()
    return [*told, *map(list, lying.values_list("component__name", "file"))]


def _confirm_again(draft: Draft, confirmed: list[tuple[CoApplicant, Seen]]) -> None:
    """A confirmation stands where they would see the same; else they are asked again."""
    for one, before in confirmed:
        now = draft.co_applicants.get(pk=one.pk)
        if _seen(draft, now) == before:
            what = confirming.what_stands(draft, now)
        else:
            what = keyed_hash("confirmed of another version", one.confirmed)
        CoApplicant.objects.filter(pk=one.pk).update(confirmed=what)
