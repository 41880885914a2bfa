"""What do letters about drafts say? Dates and where to look: neither names nor the procedure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import translation

from motcua.dossiers.drafting import keeping
from motcua.dossiers.models.co_applicant import INVITATION_LASTS
from motcua.periods.clock import day_of
from motcua.ui.models import SiteIdentity

from .wording import Words, address_of, in_words

if TYPE_CHECKING:
    from .models import DraftLetter


def words_about_draft(letter: DraftLetter) -> Words:
    """The letter, in Vietnamese."""
    day = day_of(letter.written_at)
    facts = {
        "link": address_of("dossiers:list"),
        "site": SiteIdentity.objects.on(day).first(),
        "is_demo": letter.draft.person.is_demo,
        "days": INVITATION_LASTS.days,
    }
    with translation.override(settings.LANGUAGE_CODE):
        if letter.co_applicant is not None:
            has_accepted = letter.co_applicant.has_accepted
            return in_words("draft_confirm" if has_accepted else "draft_invite", facts)
        last = keeping.Rules(day).last_day(letter.draft)
        return in_words("draft_end", facts | {"last": last, "changed": letter.draft.changed_at})
