"""How is an office named on a page that may be about one which has ended?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from motcua.organizations import successors

if TYPE_CHECKING:
    from motcua.organizations.models import Organization

register = template.Library()


@register.filter
def name_now(organization: Organization) -> str:
    """*UBND xã A (nay là UBND xã B)*; without a query where ``with_names_now`` asked before."""
    return successors.name_now(organization)
