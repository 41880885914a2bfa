from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CatalogConfig(AppConfig):
    name = "motcua.catalog"

    def ready(self) -> None:
        """Let procedures be found here and by search engines, and their forms be checked."""
        from motcua.catalog import citing, former, forms, on_other_pages, publication, remarks
        from motcua.catalog.desk_bar import door
        from motcua.catalog.sitemaps import ProcedureMap
        from motcua.catalog.tables import jobs as jobs
        from motcua.legal import citing as laws
        from motcua.search import kinds
        from motcua.ui import panels, sitemaps

        publication.FORM_CHECKS.append(forms.faults)
        laws.register(citing.of)
        sitemaps.register("thu-tuc", ProcedureMap)
        panels.register("organization.work", on_other_pages.of_organization)
        panels.register("desk.doors", door)

        kinds.register(
            kinds.Kind(
                publication.KIND,
                _("Thủ tục hành chính"),
                publication.address,
                publication.everything,
                place=10,
                shows_key=True,
                is_the_same_everywhere=True,
                is_sought=True,
            )
        )
        kinds.register(
            kinds.Kind(
                former.KIND,
                _("Thủ tục cũ, đã hết áp dụng"),
                publication.address,
                former.everything,
                place=80,
                shows_key=True,
                is_the_same_everywhere=True,
                remarks=remarks.of,
            )
        )
