"""Which public conclusions are new? A feed for readers and for machines."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from motcua.directives import reading
from motcua.directives.models import Conclusion
from motcua.directives.reading import Told
from motcua.ui import identity
from motcua.ui.sitemaps import printable

AT_MOST = 20


class Conclusions(Feed):
    """The latest public conclusions, each with how its public tasks stand."""

    feed_type = Atom1Feed
    title_template = description_template = None

    def title(self) -> str:
        return _("Chỉ đạo, kết luận – %(portal)s") % {"portal": identity.today().name}

    def link(self) -> str:
        return reverse("directives:list")

    def items(self) -> list[Told]:
        public = Conclusion.objects.public().for_pages().latest_first()
        return reading.told(public[:AT_MOST])

    def item_title(self, item: Told) -> str:
        return printable(f"{item.conclusion.number}: {item.conclusion.title}")

    def item_description(self, item: Told) -> str:
        counts = [f"{name}: {count}" for name, count in item.counts]
        return printable("; ".join([item.conclusion.meeting, *counts]))

    def item_link(self, item: Told) -> str:
        return reverse("directives:conclusion", args=[item.conclusion.code])

    def item_author_name(self, item: Told) -> str:
        return printable(item.conclusion.organization.name)

    def item_pubdate(self, item: Told) -> datetime:
        return item.conclusion.entered_at


feed = login_not_required(Conclusions())
