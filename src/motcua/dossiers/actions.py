"""What takes several nouns? Keeping who wanted to open what is hidden from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua.accounts.fields import seal_again
from motcua.dossiers import desks, hands
from motcua.dossiers.models import Clash, CoApplicant, Dossier, Draft, DraftMove, PartnerPrefill

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting


def note_hidden(code: str, *, by: Acting) -> None:
    """Somebody asked for a dossier that lies on their desk and is their own or a relative's."""
    hidden = Dossier.objects.filter(desks.at(by), code=code).select_related("version").first()
    if hidden and (near := hands.nearness(hidden, by)):
        Clash.note(near.kind, hidden, by)


def seal_answers_again() -> int:
    """Answers to forms that a retired key sealed (``manage.py seal_again``)."""
    drafts = sum(seal_again(Draft.objects.all(), name) for name in ("data", "unread", "aside"))
    drafts += seal_again(DraftMove.objects.all(), "left")
    drafts += seal_again(CoApplicant.objects.all(), "seen")
    sent = seal_again(PartnerPrefill.objects.all(), "answers")
    return drafts + sent + seal_again(Dossier.objects.all(), "data")
