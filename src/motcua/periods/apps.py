from django.apps import AppConfig


class PeriodsConfig(AppConfig):
    name = "motcua.periods"
