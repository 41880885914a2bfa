"""What does this room have in ``/bien-tap/``? Guides, conditions, fees, offices' own terms."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from motcua.catalog.models import LifeEvent
from motcua.guides import flags
from motcua.guides.forms import ConditionForm, EditionForm
from motcua.guides.models import Condition, Edition, Exemption, Fee, OfficeTerms
from motcua.ui import dated_panel

ALSO_CALLED = _(
    "Mỗi dòng một cách nói, ví dụ “mới sinh em bé”. Chỉ để tìm ra hướng dẫn; không hiện trên trang."
)


class LifeEventViewSet(SnippetViewSet):
    """What guides are for; also a filter of the list of procedures."""

    model = LifeEvent
    menu_label = _("Việc trong đời")
    icon = "list-ul"
    list_display = ("name", "slug", "position")
    panels = (FieldPanel("name"), FieldPanel("slug"), FieldPanel("position"))


class EditionViewSet(SnippetViewSet):
    """Guides; the list flags those that name a procedure which holds no more."""

    model = Edition
    menu_label = _("Hướng dẫn theo việc")
    icon = "list-ol"
    list_display = (
        "happening",
        dated_panel.held(),
        Column("flag", label=_("Cần xem lại"), accessor=flags.of_edition),
    )
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("event", heading=_("Việc trong đời")),
                    FieldPanel("lead"),
                    FieldPanel("also_called", help_text=ALSO_CALLED),
                    FieldPanel("source"),
                    dated_panel.days(),
                ],
                heading=_("Hướng dẫn"),
            ),
            FieldPanel("questions"),
            FieldPanel("steps"),
        ],
        base_form_class=EditionForm,
    )


class ConditionViewSet(SnippetViewSet):
    """Whether one may apply."""

    model = Condition
    menu_label = _("Điều kiện")
    icon = "help"
    list_display = ("procedure", dated_panel.held())
    edit_handler = ObjectList(
        [
            FieldPanel("procedure"),
            FieldPanel("questions"),
            FieldPanel("source"),
            dated_panel.days(),
        ],
        base_form_class=ConditionForm,
    )


class FeeViewSet(SnippetViewSet):
    """Amounts with their legal basis."""

    model = Fee
    menu_label = _("Mức phí")
    icon = "tag"
    list_display = ("procedure", "channel", "case", "amount", dated_panel.held())
    panels = (
        *map(FieldPanel, ("procedure", "position", "channel", "case", "amount")),
        *map(FieldPanel, ("per", "first", "most", "basis")),
        dated_panel.days(),
    )


class ExemptionViewSet(SnippetViewSet):
    """Who pays less or nothing."""

    model = Exemption
    menu_label = _("Miễn, giảm")
    icon = "minus-inverse"
    list_display = ("procedure", "who", "percent_off", dated_panel.held())
    panels = (
        *map(FieldPanel, ("procedure", "position", "who", "percent_off", "proof", "basis")),
        dated_panel.days(),
    )


class OfficeTermsViewSet(SnippetViewSet):
    """The same procedure at one office."""

    model = OfficeTerms
    menu_label = _("Nơi giải quyết")
    icon = "home"
    list_display = ("procedure", "organization", dated_panel.held())
    panels = (
        *map(FieldPanel, ("procedure", "organization", "fee", "limit_value", "limit_unit")),
        *map(FieldPanel, ("place", "phone", "hours", "note", "basis")),
        dated_panel.days(),
    )


class GuidesGroup(SnippetViewSetGroup):
    """One door in the editors' menu."""

    items = (
        EditionViewSet,
        LifeEventViewSet,
        ConditionViewSet,
        FeeViewSet,
        ExemptionViewSet,
        OfficeTermsViewSet,
    )
    menu_icon = "list-ol"
    menu_label = _("Hướng dẫn")
    menu_name = "guides"


register_snippet(GuidesGroup)
