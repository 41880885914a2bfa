from django.apps import AppConfig


class DossiersConfig(AppConfig):
    name = "motcua.dossiers"

    def ready(self) -> None:
        """Put the door of the inbox on the bar of the desk."""
        from motcua.dossiers.desk_bar import door
        from motcua.ui import panels

        panels.register("desk.doors", door)
