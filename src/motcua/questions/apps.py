from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    name = "motcua.questions"

    def ready(self) -> None:
        """Put the questions on the bar of the desk; let answers be found; keep contacts sealed."""
        from django.utils.translation import gettext_lazy as _

        from motcua.accounts import rotation
        from motcua.questions import on_other_pages, publication, receivers  # noqa: F401
        from motcua.questions.actions import seal_contacts_again
        from motcua.questions.desk_bar import door
        from motcua.questions.sitemaps import Answers
        from motcua.search import kinds
        from motcua.ui import panels, sitemaps

        kinds.register(
            kinds.Kind(
                publication.KIND,
                _("Hỏi đáp"),
                publication.address,
                publication.everything,
                place=20,
            )
        )
        panels.register("desk.doors", door)
        panels.register("front.questions", on_other_pages.latest)
        panels.register("procedure.answers", on_other_pages.about_procedure)
        panels.register("organization.work", on_other_pages.of_organization)
        panels.register("account.home", on_other_pages.mine)
        sitemaps.register("hoi-dap", Answers)
        rotation.register(seal_contacts_again)
