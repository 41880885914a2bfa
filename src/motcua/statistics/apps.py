from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    name = "motcua.statistics"

    def ready(self) -> None:
        """Hear of moves."""
        from . import receivers  # noqa: F401
