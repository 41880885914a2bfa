from django.apps import AppConfig


class TerritoryConfig(AppConfig):
    name = "motcua.territory"

    def ready(self) -> None:
        """Let questions for procedures be read without the places that they speak of."""
        from motcua.search import noise
        from motcua.territory.mentions import without_places

        noise.register(without_places)
