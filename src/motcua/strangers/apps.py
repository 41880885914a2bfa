from django.apps import AppConfig


class StrangersConfig(AppConfig):
    name = "motcua.strangers"
