"""What do editors see of the search? What was asked in vain, and synonyms to mend it with."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, NumberColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from . import unanswered
from .forms import SynonymForm
from .models import Synonym, Unanswered

ADD = "wagtailsnippets_search_synonym:add"


class AddSynonym(CreateView):
    """A new synonym; what was asked in vain may stand in it already (``?said=…``)."""

    def get_initial(self) -> dict[str, Any]:
        return {"said": self.request.GET.get("said", "").replace("\x00", "")[:100]}


class SynonymViewSet(SnippetViewSet):
    """``/bien-tap/snippets/search/synonym/``."""

    model = Synonym
    menu_label = _("Từ đồng nghĩa")
    icon = "search"
    list_display = ("said", "meant")
    list_export = ("said", "meant")
    ordering = ("said",)
    search_fields = ("said", "meant")
    add_view_class = AddSynonym
    edit_handler = ObjectList(
        [
            FieldPanel("said", help_text=_("Cách người dân thường gõ, ví dụ “bằng lái”.")),
            FieldPanel("meant", help_text=_("Tên chính thức, ví dụ “giấy phép lái xe”.")),
        ],
        base_form_class=SynonymForm,
    )


class UnansweredView(ReportView):
    """What was asked and not found, the most frequent first; each leads to a synonym."""

    model = Unanswered
    permission_policy = ModelPermissionPolicy(Unanswered)
    permission_required = "view"
    page_title = _("Tìm không thấy")
    header_icon = "search"
    index_url_name = "search_unanswered"
    index_results_url_name = "search_unanswered_results"
    default_ordering = "-total"
    columns = [
        TitleColumn(
            "words",
            label=_("Câu hỏi (bấm để thêm từ đồng nghĩa)"),
            get_url=lambda row: f"{reverse(ADD)}?{urlencode({'said': row['words']})}",
        ),
        NumberColumn("total", label=_("Số lần")),
        NumberColumn("loosely", label=_("Trong đó chỉ gần khớp")),
        NumberColumn("elsewhere", label=_("Trong đó không có thủ tục")),
        NumberColumn("days", label=_("Số ngày")),
        Column("first_day", label=_("Lần đầu")),
        Column("last_day", label=_("Lần cuối")),
    ]
    list_export = ["words", "total", "loosely", "elsewhere", "days", "first_day", "last_day"]
    export_headings = {
        "words": _("Câu hỏi"),
        "total": _("Số lần"),
        "loosely": _("Trong đó chỉ gần khớp"),
        "elsewhere": _("Trong đó không có thủ tục"),
        "days": _("Số ngày"),
        "first_day": _("Lần đầu"),
        "last_day": _("Lần cuối"),
    }

    def get_base_queryset(self) -> QuerySet[Unanswered, Any]:
        return unanswered.often_asked()

    def get_queryset(self) -> QuerySet[Unanswered, Any]:
        return unanswered.often_asked()
