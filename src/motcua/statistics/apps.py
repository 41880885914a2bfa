from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    name = "motcua.statistics"

    def ready(self) -> None:
        """Hear of moves; tell the front page."""
        from motcua.ui import panels

        from . import receivers  # noqa: F401
        from .panels import front

        panels.register("front.figures", front)
