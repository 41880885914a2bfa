"""What does every page of the desk say about the hat?"""

from django.template import Context

from motcua.ui.panels import Shown


def hat_strip(context: Context) -> Shown | None:
    """The post somebody acts in, under the bar of the desk; a call to choose one where none is."""
    request = context.get("request", None)
    acting = getattr(request, "acting", None)
    shown = {"acting": acting, "here": getattr(request, "path", "")}
    return ("organizations/officer/strip.html", shown) if acting else None
