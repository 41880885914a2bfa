from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "motcua.search"
    verbose_name = _("Tìm kiếm")

    def ready(self) -> None:
        """Write after answers what was asked in vain; let documents of editors be found."""
        from django.core.signals import request_finished
        from django.db.models import signals  # noqa: TID251  Wagtail says nothing of documents
        from wagtail.documents import get_document_model

        from motcua.search import documents, receivers

        request_finished.connect(receivers.answer_left)
        signals.post_save.connect(receivers.document_came, sender=get_document_model())
        signals.post_delete.connect(receivers.document_went, sender=get_document_model())
        documents.register()
