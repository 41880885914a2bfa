from django.apps import AppConfig


class ReorganizationConfig(AppConfig):
    name = "motcua.reorganization"

    def ready(self) -> None:
        """Let rehearsals ask every room below; stand on the bar of the desk."""
        from wagtail.signals import page_published

        from motcua.news.models import Article
        from motcua.reorganization import (
            pilot_bar,
            pilot_panel,
            placing_panels,
            plan_panel,
            receivers,
        )
        from motcua.reorganization.desk_bar import door
        from motcua.reorganization.lines import (  # noqa: F401
            by_hand,
            competence,
            mending,
            people,
            staff,
            texts,
            work,
        )
        from motcua.ui import panels

        panels.register("desk.doors", door)
        panels.register("desk.doors", pilot_bar.door)
        page_published.connect(receivers.article_appeared, sender=Article)
        panels.register("organization.changes", plan_panel.of_organization)
        panels.register("organization.work", pilot_panel.of_organization)
        panels.register("desk.inbox", placing_panels.of_inbox)
        panels.register("desk.dossier", placing_panels.of_dossier)
