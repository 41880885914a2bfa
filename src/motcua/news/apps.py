from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from motcua.search import kinds
from motcua.ui import panels, sitemaps


class NewsConfig(AppConfig):
    name = "motcua.news"
    verbose_name = _("Tin tức")

    def ready(self) -> None:
        """Wagtail says what appears and goes; the site's search and the front page show it."""
        from wagtail import signals

        from motcua.news import actions, announcing, desk_bar, front, receivers
        from motcua.news import sitemaps as maps
        from motcua.news.models import Article
        from motcua.news.newsroom import receivers as newsroom

        newsroom.listen()
        signals.page_published.connect(receivers.appeared, sender=Article)
        signals.page_unpublished.connect(receivers.went, sender=Article)
        for name, kind in maps.MAPS.items():
            sitemaps.register(name, kind)
        panels.register("desk.doors", desk_bar.door)
        panels.register("front.news", front.latest)
        panels.register("procedure.answers", front.about_procedure)
        panels.register("organization.work", front.about_organization)
        panels.register("conclusion.news", front.about_conclusion)
        panels.register("front.announcements", announcing.front)
        panels.register("notice", announcing.notice)
        kinds.register(
            kinds.Kind(
                actions.KIND,
                _("Tin tức"),
                _address,
                all_entries=actions.everything_findable,
                place=30,
            )
        )


def _address(key: str) -> str:
    return reverse("news:permalink", args=[int(key)])
