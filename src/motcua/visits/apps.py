from typing import Any

from django.apps import AppConfig
from django.template import Context

from motcua.ui import panels


class VisitsConfig(AppConfig):
    name = "motcua.visits"

    def ready(self) -> None:
        """The meters stand in the foot of every public page."""
        panels.register("foot.visits", _meters)


def _meters(context: Context) -> tuple[str, dict[str, Any]] | None:
    from motcua.visits import readings  # models are ready by now

    last = readings.last()
    return ("visits/meters.html", {"reading": last}) if last else None
