from django.apps import AppConfig


class TerritoryConfig(AppConfig):
    name = "motcua.territory"
