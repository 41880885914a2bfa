from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    name = "motcua.statistics"

    def ready(self) -> None:
        """Hear of moves; tell the front page; let offices be found."""
        from motcua.search import kinds
        from motcua.ui import panels

        from . import receivers  # noqa: F401
        from .finding import OFFICES
        from .panels import front

        panels.register("front.figures", front)
        kinds.register(OFFICES)
