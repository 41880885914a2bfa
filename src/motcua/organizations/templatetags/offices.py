"""How is an office named on a page that may be about one which has ended?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from motcua.organizations import successors

if TYPE_CHECKING:
    from motcua.organizations.models import Organization

register = template.Library()


@register.filter
def before(title: str, name: str) -> str:
    """A title as it stands before an office's name: *Trưởng* Ban Tuyên giáo, not *Trưởng Ban*."""
    words, begins = title.split(), name.casefold().split()
    for count in (2, 1):
        said = [word.casefold() for word in words[-count:]]
        if len(words) > count and said == begins[:count]:
            return " ".join(words[:-count])
    return title


@register.filter
def name_now(organization: Organization) -> str:
    """*UBND xã A (nay là UBND xã B)*; without a query where ``with_names_now`` asked before."""
    return successors.name_now(organization)
