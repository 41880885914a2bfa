"""With which words is a dossier found at the desk? Folded, as they are searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua.search.folding import fold

if TYPE_CHECKING:
    from motcua.dossiers.models import Draft


def words_of(draft: Draft, code: str) -> str:
    """Code, procedure, and everybody who applies, of a draft that becomes the dossier ``code``."""
    along = [one.shown_name for one in draft.co_applicants.accepted().select_related("person")]
    version = draft.version
    words = [code, version.procedure.code, version.name, draft.contact_name, *along]
    return fold(" ".join(words))
