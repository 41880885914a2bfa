"""What do letters about papers say? Where to look: neither the file's name nor what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import translation

from motcua.periods.clock import day_of
from motcua.ui.models import SiteIdentity

from .wording import Words, address_of, in_words

if TYPE_CHECKING:
    from .models import PaperLetter


def words_about_paper(letter: PaperLetter) -> Words:
    """The letter, in Vietnamese."""
    dossier, draft = letter.paper.dossier, letter.paper.draft
    about = {"code": dossier.code, "is_demo": dossier.is_demo} if dossier else {}
    where = ["dossiers:detail", dossier.code] if dossier else ["dossiers:list"]
    facts = {
        "is_demo": bool(draft and draft.person.is_demo),
        "link": address_of(*where),
        "site": SiteIdentity.objects.on(day_of(letter.written_at)).first(),
    }
    with translation.override(settings.LANGUAGE_CODE):
        return in_words("paper_blocked", facts | about)
