"""What do pages of other rooms show of consultations? What is open, and one's own comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua.accounts.models import Person
from motcua.consultations.models import Comment, Consultation
from motcua.consultations.standing import standing
from motcua.periods.clock import today

if TYPE_CHECKING:
    from django.template import Context

    from motcua.ui.panels import Shown

FEW = 3


def latest(_context: Context) -> Shown | None:
    """What takes comments now, the first to close at the top, for the front page."""
    found = Consultation.objects.open_on(today()).for_pages().without_texts()[:FEW]
    rows = [(each, standing(each)) for each in found]
    return ("consultations/public/parts/latest.html", {"rows": rows}) if rows else None


def mine(context: Context) -> Shown | None:
    """One's newest comments, for one's own page; nothing for who never wrote one."""
    person = getattr(context.get("request"), "user", None)
    if not isinstance(person, Person):
        return None
    found = Comment.objects.of(person).public_only().select_related("consultation", "article")
    newest = list(found.order_by("-received_at")[:FEW])
    shown = {"comments": newest}
    return ("consultations/citizen/on_my_page.html", shown) if newest else None
