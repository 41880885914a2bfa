from django.apps import AppConfig


class OrganizationsConfig(AppConfig):
    name = "motcua.organizations"

    def ready(self) -> None:
        """Say on the desk which hat is worn; let everybody find the apparatus."""
        from motcua.organizations.finding import ORGANIZATIONS
        from motcua.organizations.sitemaps import Leaders, Organizations
        from motcua.organizations.strip import hat_strip
        from motcua.search import kinds
        from motcua.ui import panels, sitemaps

        panels.register("hat", hat_strip)
        kinds.register(ORGANIZATIONS)
        sitemaps.register("to-chuc", Organizations)
        sitemaps.register("lanh-dao", Leaders)
