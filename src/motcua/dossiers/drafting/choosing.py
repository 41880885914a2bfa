"""How does somebody choose between two answers to one question?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.datastructures import MultiValueDict

from motcua.dossiers.drafting import asides
from motcua.dossiers.drafting.answers import of_field, put
from motcua.dossiers.drafting.saving import REVISION

if TYPE_CHECKING:
    from motcua.dossiers.drafting.sheets import Sheet
    from motcua.dossiers.models import Draft


@transaction.atomic
def choose(draft: Draft, sheet: Sheet, said: Mapping[str, str]) -> bool:
    """Let stand what was chosen; nothing where the draft is not as the page showed it."""
    now = draft.held()
    if said.get(REVISION) != str(now.revision):
        return False
    kept, words = now.aside.get(sheet.key, []), _standing(now, sheet)
    for one in asides.chosen(kept, said):
        for key in of_field(words, one["name"]):
            del words[key]
        for key, texts in one["typed"].items():
            words.setlist(key, texts)
    form = sheet.form(now, words)
    now.keep(sheet.key, columns=sheet.columns(now, form), unread=sheet.unread(form), aside=[])
    return True


def _standing(draft: Draft, sheet: Sheet) -> MultiValueDict[str, str]:
    """What a page would send back that shows what stands."""
    stands = sheet.form(draft)
    words: MultiValueDict[str, str] = MultiValueDict()
    for name in stands.fields:
        put(words, stands, name)
    return words
