from django.apps import AppConfig


class GuidesConfig(AppConfig):
    name = "motcua.guides"

    def ready(self) -> None:
        """Let procedures, their list and the beginning of an application lead here."""
        from motcua.guides import on_other_pages
        from motcua.guides.sitemaps import GuideMap
        from motcua.ui import panels, sitemaps

        sitemaps.register("huong-dan", GuideMap)
        panels.register("procedure.your_case", on_other_pages.of_procedure)
        panels.register("apply.your_case", on_other_pages.before_applying)
        panels.register("procedures.guides", on_other_pages.on_the_list)
