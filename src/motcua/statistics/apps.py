from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    name = "motcua.statistics"

    def ready(self) -> None:
        """Hear of moves; tell the front page, and on its page how an organization works."""
        from motcua.ui import panels

        from . import receivers  # noqa: F401
        from .panels import front, of_organization

        panels.register("front.figures", front)
        panels.register("organization.work", of_organization)
