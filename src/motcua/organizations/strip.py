"""What does every page of the desk say about the hat?"""

from django.template import Context

from motcua.ui.panels import Shown


def hat_strip(context: Context) -> Shown | None:
    """The post somebody acts in, under the bar of the desk; a call to choose one where none is."""
    acting = getattr(context.get("request", None), "acting", None)
    return ("organizations/officer/strip.html", {"acting": acting}) if acting else None
