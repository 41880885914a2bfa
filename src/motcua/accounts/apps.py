from importlib import import_module

from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig

from motcua.accounts import rotation


class AccountsConfig(AppConfig):
    name = "motcua.accounts"
    default = True  # of the two in this file

    def ready(self) -> None:
        """Listen to sign-ins and second factors; say what is sealed here."""
        import_module("motcua.accounts.receivers")
        actions = import_module("motcua.accounts.actions")
        rotation.register(actions.seal_numbers_again)
        rotation.register(actions.seal_factors_again)
        rotation.register(actions.seal_typed_again)


class EditorsConfig(WagtailUsersAppConfig):
    """Wagtail's list of users, for persons as we have them."""

    user_viewset = "motcua.accounts.editors.PersonViewSet"
