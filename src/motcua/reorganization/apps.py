from django.apps import AppConfig


class ReorganizationConfig(AppConfig):
    name = "motcua.reorganization"
