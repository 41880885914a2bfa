"""What is known of whoever writes a draft, so that its form need not ask as if nothing were?"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

from motcua.catalog.forms import suggesting
from motcua.organizations.models import Jurisdiction
from motcua.periods.clock import today
from motcua.territory.tiers import Tier

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.catalog.forms import Known
    from motcua.dossiers.models import Draft


def of_person(person: Person) -> dict[str, Any]:
    """What the sign-in tells, by the names that forms use (docs/forms.md)."""
    return {
        "full_name": person.full_name,
        "birth_date": person.birth_date,
        "sex": person.sex,
        "personal_number": person.personal_number,
        "phone": person.phone,
        "email": person.email,
    }


def of_draft(draft: Draft) -> Known | None:
    """The same, and where the office chosen is; who writes along finds their own beside it.

    Who sees only a part of the draft would read in other proposals what the pages say that are not
    theirs.
    """
    known: dict[str, Any] = {}
    if draft.part.is_whole:
        known = of_person(draft.person) | {
            "office_commune": partial(_commune_of_office, draft),
            suggesting.BROUGHT: cache(partial(_brought, draft)),
        }
    mine = draft.part.co_applicant
    if mine is not None and mine.person is not None:
        known[suggesting.ALONG] = (of_person(mine.person), draft.part.pages)
    return known or None


def _brought(draft: Draft) -> list[str]:
    """The questions that a partner or an earlier dossier answered."""
    return [path for paths in draft.sources.values_list("paths", flat=True) for path in paths]


def _commune_of_office(draft: Draft) -> str:
    """The code of the one commune that the office serves; empty for all others."""
    if draft.organization_id is None:
        return ""
    served = Jurisdiction.objects.on(today()).filter(
        organization=draft.organization_id, unit__tier=Tier.COMMUNE
    )
    codes = list(served.values_list("unit__code", flat=True)[:2])
    return codes[0] if len(codes) == 1 else ""
