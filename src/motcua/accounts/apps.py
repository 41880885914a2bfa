from importlib import import_module

from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    name = "motcua.accounts"
    default = True  # of the two in this file

    def ready(self) -> None:
        """Listen to sign-ins and second factors."""
        import_module("motcua.accounts.receivers")


class EditorsConfig(WagtailUsersAppConfig):
    """Wagtail's list of users, for persons as we have them."""

    user_viewset = "motcua.accounts.editors.PersonViewSet"
