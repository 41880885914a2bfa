from django.apps import AppConfig


class StaffingConfig(AppConfig):
    name = "motcua.staffing"

    def ready(self) -> None:
        """Put the staff on the bar of the desk, for whoever manages it."""
        from motcua.staffing.desk_bar import door
        from motcua.ui import panels

        panels.register("desk.doors", door)
