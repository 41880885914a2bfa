"""Which answers are new? A feed for readers and for machines."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext as _

from motcua.questions import choosing
from motcua.questions.models import Question
from motcua.ui import identity

AT_MOST = 30


class Answers(Feed):
    """The latest published answers, all or of ``?linh-vuc=``, ``?co-quan=`` and ``?thu-tuc=``."""

    feed_type: type[SyndicationFeed] = Atom1Feed
    title_template = description_template = None

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> choosing.Wish:
        return choosing.Wish.read(request.GET)

    def title(self, wish: choosing.Wish) -> str:
        return _("Hỏi đáp – %(portal)s") % {"portal": identity.today().name}

    def link(self, wish: choosing.Wish) -> str:
        return reverse("questions:list")

    def description(self, wish: choosing.Wish) -> str:
        return _("Câu trả lời mới của các cơ quan")

    def items(self, wish: choosing.Wish) -> list[Question]:
        return choosing.latest(wish, AT_MOST)

    def item_title(self, item: Question) -> str:
        return item.public_title

    def item_description(self, item: Question) -> str:
        return item.public_answer

    def item_link(self, item: Question) -> str:
        return reverse("questions:question", args=[item.code])

    def item_author_name(self, item: Question) -> str:
        return item.organization.name

    def item_pubdate(self, item: Question) -> datetime | None:
        return item.published_at

    def item_updateddate(self, item: Question) -> datetime | None:
        return item.published_at


class AnswersAsRSS(Answers):
    """The same for readers that know RSS only."""

    feed_type = Rss201rev2Feed


feed = login_not_required(Answers())
rss = login_not_required(AnswersAsRSS())
