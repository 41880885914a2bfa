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

if TYPE_CHECKING:
    from motcua.dossiers.models import CoApplicant, Draft


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
