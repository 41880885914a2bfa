from django.apps import AppConfig


class FormworkConfig(AppConfig):
    name = "motcua.formwork"

    def ready(self) -> None:
        """Let the page of a draft lead to the builder of its form."""
        from motcua.formwork.on_other_pages import of_draft
        from motcua.ui import panels

        panels.register("draft.changes", of_draft)
