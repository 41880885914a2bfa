"""What does a letter about a consultation say? Which draft, and where its summary is read.

Nothing that the commenter typed travels: the address was only typed, and may be a stranger's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import translation

from motcua.periods.clock import day_of
from motcua.ui.models import SiteIdentity

from .wording import Words, address_of, in_words

if TYPE_CHECKING:
    from .models import ConsultationLetter


def words_about_summary(letter: ConsultationLetter) -> Words:
    """The letter, in Vietnamese."""
    consultation, day = letter.event.consultation, day_of(letter.event.at)
    facts = {
        "code": consultation.code,
        "title": consultation.title,
        "office": consultation.organization.name_on(day),
        "link": address_of("consultations:consultation", consultation.code) + "#tiep-thu",
        "site": SiteIdentity.objects.on(day).first(),
        "is_demo": consultation.organization.is_demo,
    }
    with translation.override(settings.LANGUAGE_CODE):
        return in_words("consultation_sum_up", facts)
