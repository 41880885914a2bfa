"""Which drafts were opened lately? A feed for readers and for machines."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from motcua.consultations import choosing, publication
from motcua.consultations.models import Consultation
from motcua.consultations.standing import standing
from motcua.ui import identity

AT_MOST = 30


class Drafts(Feed):
    """The latest drafts; an extension or a summary is an update of its entry."""

    feed_type = Atom1Feed
    title_template = description_template = None

    def title(self) -> str:
        return _("Lấy ý kiến – %(portal)s") % {"portal": identity.today().name}

    def link(self) -> str:
        return reverse("consultations:list")

    def items(self) -> list[Consultation]:
        return choosing.latest(AT_MOST)

    def item_title(self, item: Consultation) -> str:
        return item.title

    def item_description(self, item: Consultation) -> str:
        until = _("Nhận góp ý đến hết %(day)s.") % {"day": f"{item.closes_on:%d/%m/%Y}"}
        return f"{standing(item).words}. {until} {item.lead}"

    def item_link(self, item: Consultation) -> str:
        return publication.address(item.code)

    def item_author_name(self, item: Consultation) -> str:
        return item.organization.name

    def item_pubdate(self, item: Consultation) -> datetime | None:
        return item.opened_at

    def item_updateddate(self, item: Consultation) -> datetime:
        return item.moved_at


feed = login_not_required(Drafts())
