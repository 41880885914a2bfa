"""Which roles, and who has them today?"""

from typing import Any, Self

from django.db.models import Q

from motcua.periods.clock import today
from motcua.periods.models import DatedQuerySet


class RoleQuerySet(DatedQuerySet):
    """Questions to the list of roles."""

    def held_by(self, person: Any) -> Self:
        """Those that ``person`` has today: given to them, or to a post that they hold today."""
        day = today()
        own = Q(person=person)
        by_post = Q(
            post__appointments__person=person, post__appointments__valid_during__contains=day
        )
        return self.on(day).filter(own | by_post).distinct()
