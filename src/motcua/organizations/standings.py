"""As what does somebody hold a post, in words? One table for strips, histories and papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from motcua.accounts.models import Person
    from motcua.organizations.models import Capacity, Post

TITLED: dict[str, StrOrPromise] = {
    "concurrent": gettext_lazy("%(title)s (kiêm nhiệm)"),
    "acting": gettext_lazy("Quyền %(title)s"),
    "in_charge": gettext_lazy("%(title)s (người phụ trách)"),
    "cover": gettext_lazy("%(title)s (người thay)"),
    "delegated": gettext_lazy("%(title)s (người được ủy quyền)"),
}
"""How a title reads by the kind of appointment; a substantive holder has the bare title."""

FOR_WHOM: dict[str, StrOrPromise] = {
    "acting": gettext_lazy("thay %(name)s"),
    "in_charge": gettext_lazy("thay %(name)s"),
    "cover": gettext_lazy("thay %(name)s trong thời gian vắng mặt"),
    "delegated": gettext_lazy("theo ủy quyền của %(name)s"),
}
"""How the one who is stood in for is named."""


def titled(kind: str, title: str) -> str:
    """The title as it is held: *Chủ tịch*, *Quyền Chủ tịch*, *Chủ tịch (người thay)*."""
    return str(TITLED[kind]) % {"title": title} if kind in TITLED else title


def for_whom(kind: str, name: str) -> str:
    """*thay Trần Văn A trong thời gian vắng mặt*; empty for a kind that stands in for nobody."""
    return str(FOR_WHOM[kind]) % {"name": name} if kind in FOR_WHOM else ""


def under_name(name: str) -> str:
    """*với tư cách Ban Tổ chức Thành ủy*."""
    return _("với tư cách %(name)s") % {"name": name}


class InWords:
    """Who says in words as what they act: ``Acting`` now, ``Hand`` for ever."""

    if TYPE_CHECKING:
        post: Post | None
        standing: str
        in_place_of: Person | None
        capacity: Capacity | None

    @property
    def title(self) -> str:
        """The post as it is held; empty without a post."""
        return titled(self.standing, self.post.title) if self.post else ""

    @property
    def for_whom(self) -> str:
        """Who is stood in for; empty for who acts in their own right."""
        return for_whom(self.standing, self.in_place_of.full_name) if self.in_place_of else ""

    @property
    def under_which_name(self) -> str:
        """The name of a merged body in this system; empty where it has one name only."""
        return under_name(self.capacity.full_name) if self.capacity else ""
