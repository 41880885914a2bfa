"""How does Wagtail's admin list and edit persons? Officers only, and never the personal number."""

from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import EditView, IndexView, UserViewSet

from motcua.accounts.models import Person

FIELDS = {"username", "full_name", "email", "is_superuser", "groups"}


class PersonCreationForm(UserCreationForm):
    """A new officer, with a first password to hand over."""

    first_name = None
    last_name = None

    class Meta(UserCreationForm.Meta):
        model = Person
        fields = FIELDS


class PersonEditForm(UserEditForm):
    """What an administrator may change of an officer."""

    first_name = None
    last_name = None

    class Meta(UserEditForm.Meta):
        model = Person
        fields = FIELDS | {"is_active"}


class OfficersView(IndexView):
    """Those who can use the password door; citizens are nobody's list."""

    search_fields = ("username", "full_name", "email")

    def get_base_queryset(self) -> QuerySet[Person]:
        return Person.objects.with_password()

    @cached_property
    def columns(self) -> list[Column]:
        """Nobody is deleted, only closed: no boxes to tick for that."""
        shown = super().columns
        return [column for column in shown if not isinstance(column, BulkActionsCheckboxColumn)]

    def get_delete_url(self, instance: Person) -> None:
        return None

    def order_queryset(self, queryset: QuerySet[Person]) -> QuerySet[Person]:
        orders = {"name": "sort_name", "-name": "-sort_name"}
        order: str = self.ordering or "username"
        return queryset.order_by(orders.get(order, order))


class OfficerView(EditView):
    """One officer; closing the account is a tick, deleting is not offered."""

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.can_delete = False


class PersonViewSet(UserViewSet):
    """``/bien-tap/users/``."""

    model = Person
    menu_label = _("Cán bộ")
    index_view_class = OfficersView
    index_template_name = "wagtailadmin/generic/index.html"
    """Without the foot of bulk actions, one of which would delete."""
    edit_view_class = OfficerView

    def get_form_class(self, for_update: bool = False) -> type[Any]:
        return PersonEditForm if for_update else PersonCreationForm
