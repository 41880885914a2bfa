from django.apps import AppConfig


class OrganizationsConfig(AppConfig):
    name = "motcua.organizations"

    def ready(self) -> None:
        from motcua.organizations.strip import hat_strip
        from motcua.ui import panels

        panels.register("hat", hat_strip)
