from django.apps import AppConfig


class TrackingConfig(AppConfig):
    name = "motcua.tracking"

    def ready(self) -> None:
        """Whoever searches for a dossier's code is led to the look-up."""
        from motcua.ui import panels

        from .panels import code_asked

        panels.register("search.asked", code_asked)
