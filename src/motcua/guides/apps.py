from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuidesConfig(AppConfig):
    name = "motcua.guides"

    def ready(self) -> None:
        """Let guides be found; let procedures, their list and an application's start lead here."""
        from motcua.catalog import reception
        from motcua.guides import citing, my_office, on_other_pages, publication
        from motcua.guides.sitemaps import GuideMap
        from motcua.legal import citing as laws
        from motcua.search import kinds
        from motcua.ui import panels, sitemaps

        kinds.register(
            kinds.Kind(
                publication.KIND,
                _("Hướng dẫn theo việc"),
                publication.address,
                publication.everything,
                place=15,
                is_the_same_everywhere=True,
                goes_ahead=True,
            )
        )

        laws.register(citing.of)
        reception.OWN_TERMS.append(my_office.own_terms)
        sitemaps.register("huong-dan", GuideMap)
        panels.register("procedure.your_case", on_other_pages.of_procedure)
        panels.register("apply.your_case", on_other_pages.before_applying)
        panels.register("procedures.guides", on_other_pages.on_the_list)
