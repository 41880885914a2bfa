from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    name = "motcua.consultations"

    def ready(self) -> None:
        """Put drafts on the front page and the desk's bar; let them be found; keep words sealed."""
        from django.utils.translation import gettext_lazy as _

        from motcua.accounts import rotation
        from motcua.consultations import on_other_pages, publication, receivers  # noqa: F401
        from motcua.consultations.actions import seal_comments_again
        from motcua.consultations.desk_bar import door
        from motcua.consultations.sitemaps import Drafts
        from motcua.search import kinds
        from motcua.ui import panels, sitemaps

        kinds.register(
            kinds.Kind(
                publication.KIND,
                _("Lấy ý kiến"),
                publication.address,
                publication.everything,
                place=25,
            )
        )
        panels.register("desk.doors", door)
        panels.register("front.consultations", on_other_pages.latest)
        panels.register("account.home", on_other_pages.mine)
        sitemaps.register("lay-y-kien", Drafts)
        rotation.register(seal_comments_again)
