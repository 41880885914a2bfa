from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "motcua.notifications"

    def ready(self) -> None:
        from motcua.ui import panels

        from . import panels as ours
        from . import receivers  # noqa: F401

        panels.register("dossier.letters", ours.letters)
