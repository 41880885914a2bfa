"""What has each co-applicant confirmed, and does it still stand?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _

from motcua.accounts.sealing import keyed_hash
from motcua.catalog import forms as procedure_forms
from motcua.dossiers.parts import Part
from motcua.periods.clock import today

if TYPE_CHECKING:
    from motcua.dossiers.models import Attachment, CoApplicant, Draft


class Standing(NamedTuple):
    """Somebody who applies along, as the last page shows them."""

    who: CoApplicant
    has_confirmed: bool
    part: tuple[str, ...] = ()
    """The titles of the pages that they see; none where they see all."""

    @property
    def words(self) -> str:
        """Where it stands with them."""
        if not self.who.has_accepted:
            return _("chưa nhận lời mời")
        if self.has_confirmed:
            return _("đã xác nhận")
        if self.who.confirmed:
            return _("đã xác nhận, nhưng nội dung thay đổi sau đó: cần xác nhận lại")
        return _("chưa xác nhận")


def standing(draft: Draft) -> list[Standing]:
    """Everybody who was asked to apply along, and whether they confirmed what stands."""
    people = draft.co_applicants.standing().select_related("person")
    titles = {page.key: page.title for page in procedure_forms.pages(draft.version)}
    return [Standing(one, has_confirmed(draft, one), _part(one, titles)) for one in people]


def _part(one: CoApplicant, titles: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(titles[page] for page in one.pages if page in titles)


def awaits(draft: Draft) -> str:
    """What waits for whoever writes along in it, in a sentence for their list; empty for nothing.

    ``draft.part`` says who that is.
    """
    mine = draft.part.co_applicant
    if mine is None or has_confirmed(draft, mine):
        return ""
    if mine.confirmed:
        return _("Nội dung đã thay đổi sau khi bạn xác nhận. Hãy xem lại và xác nhận lại.")
    return _("Hồ sơ chờ bạn xác nhận ở trang cuối.")


def has_confirmed(draft: Draft, one: CoApplicant) -> bool:
    """Whether what they confirmed is what stands."""
    return bool(one.confirmed) and one.confirmed == what_stands(draft, one)


def unconfirmed(draft: Draft) -> list[CoApplicant]:
    """Those without whom it is not submitted: invited, and not content with what stands."""
    return [one.who for one in standing(draft) if not one.has_confirmed]


Told = dict[str, str]
"""A line that somebody sees: ``path``, ``page``, ``label``, ``text``."""


class Change(NamedTuple):
    """What reads otherwise than it did when somebody confirmed; empty for what was or is not."""

    label: str
    page: str
    before: str
    now: str


def changes(draft: Draft) -> list[Change]:
    """What changed since whoever opened the draft confirmed, of what they see."""
    mine = draft.part.co_applicant
    if mine is None or not mine.seen or has_confirmed(draft, mine):
        return []
    before, now = ({one["path"]: one for one in each} for each in (mine.seen, told(draft, mine)))
    both = {**now, **before} | now
    found = (
        Change(one["label"], one["page"], _text(before, path), _text(now, path))
        for path, one in both.items()
    )
    return [one for one in found if one.before != one.now]


def _text(lines: Mapping[str, Told], path: str) -> str:
    return lines[path]["text"] if path in lines else ""


def told(draft: Draft, one: CoApplicant) -> list[Told]:
    """All that this co-applicant sees, line by line."""
    part = Part.of(one)
    lines = [
        _line(row.path, section.title, row.label, row.text)
        for section in procedure_forms.summary(draft.version, draft.data)
        if part.sees(section.page)
        for row in section.rows
    ]
    return [*lines, *_of_the_whole(draft)] if part.is_whole else lines


def _of_the_whole(draft: Draft) -> list[Told]:
    """The first page and the papers, which only they see who see everything."""
    page = _("Nơi giải quyết và liên hệ")
    office = draft.organization.name_on(today()) if draft.organization else ""
    papers = draft.attachments.order_by("pk").select_related("component")
    return [
        _line(" office", page, _("Cơ quan giải quyết"), office),
        _line(" name", page, _("Người nộp"), draft.contact_name),
        _line(" address", page, _("Địa chỉ"), draft.contact_address),
        *(_line(f" paper {one.pk}", _("Giấy tờ"), _named(one), one.name) for one in papers),
    ]


def _named(paper: Attachment) -> str:
    return paper.component.name if paper.component else ""


def _line(path: str, page: str, label: str, text: str) -> Told:
    return {"path": path, "page": str(page), "label": str(label), "text": text}


def what_stands(draft: Draft, one: CoApplicant) -> str:
    """A keyed hash of all that this co-applicant sees: equal as long as nothing of it changed."""
    part = Part.of(one)
    summary = procedure_forms.summary(draft.version, draft.data)
    seen: list[object] = [
        [row.path, row.text]
        for section in summary
        if part.sees(section.page)
        for row in section.rows
    ]
    if part.is_whole:
        seen += [draft.organization_id, draft.contact_name, draft.contact_address]
        seen += list(draft.attachments.order_by("pk").values_list("component", "file"))
    text = json.dumps(seen, cls=DjangoJSONEncoder, ensure_ascii=False)
    return keyed_hash("confirmed draft", str(draft.key), text)
