from typing import Any

from django.apps import AppConfig
from django.template import Context

from motcua.ui import panels

PLACES = ("citizen.sign_in", "officer.sign_in")


class DemoConfig(AppConfig):
    name = "motcua.demo"

    def ready(self) -> None:
        """Say at both doors whom one can be."""
        for place in PLACES:
            panels.register(place, _try_it)
        panels.register("foot", _foot)
        panels.register("notice", _notice)


def _try_it(context: Context) -> tuple[str, dict[str, Any]]:
    return "demo/try_it.html", {}


def _notice(context: Context) -> tuple[str, dict[str, Any]]:
    """Above every page: what is invented here."""
    return "demo/notice.html", {}


def _foot(context: Context) -> tuple[str, dict[str, Any]]:
    """The demo's own pages."""
    return "demo/foot.html", {}
