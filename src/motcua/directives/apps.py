from django.apps import AppConfig


class DirectivesConfig(AppConfig):
    name = "motcua.directives"

    def ready(self) -> None:
        """Put the tasks on the bar of the desk; let what is public be found."""
        from django.utils.translation import gettext_lazy as _

        from motcua.directives import on_other_pages, publication, receivers  # noqa: F401
        from motcua.directives.desk_bar import door
        from motcua.directives.sitemaps import Conclusions, Tasks
        from motcua.search import kinds
        from motcua.ui import panels, sitemaps

        kinds.register(
            kinds.Kind(
                publication.KIND,
                _("Chỉ đạo, kết luận"),
                publication.address,
                publication.everything,
                place=35,
            )
        )
        panels.register("desk.doors", door)
        panels.register("organization.work", on_other_pages.of_organization)
        sitemaps.register("chi-dao", Conclusions)
        sitemaps.register("nhiem-vu", Tasks)
