from django.apps import AppConfig


class ReorganizationConfig(AppConfig):
    name = "motcua.reorganization"

    def ready(self) -> None:
        """Let rehearsals ask every room below; stand on the bar of the desk."""
        from motcua.reorganization import (
            pilot_bar,
            pilot_panel,
            placing_panels,
            receivers,  # noqa: F401
        )
        from motcua.reorganization.desk_bar import door
        from motcua.reorganization.lines import (  # noqa: F401
            by_hand,
            competence,
            people,
            staff,
            texts,
            work,
        )
        from motcua.ui import panels

        panels.register("desk.doors", door)
        panels.register("desk.doors", pilot_bar.door)
        panels.register("organization.work", pilot_panel.of_organization)
        panels.register("desk.inbox", placing_panels.of_inbox)
        panels.register("desk.dossier", placing_panels.of_dossier)
