from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "motcua.notifications"

    def ready(self) -> None:
        from motcua.reorganization import lines
        from motcua.ui import panels

        from . import panels as ours
        from . import receivers, rehearsing  # noqa: F401

        lines.register(rehearsing.LINE)
        panels.register("dossier.letters", ours.letters)
        panels.register("plan.letters", ours.of_plan)
