"""The apparatus as pictures: the chart of a day, and the map of its communes."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.organizations import asked_day, chart, choosing, commune_map, leaders
from motcua.organizations.apparatus import Apparatus, Body


@login_not_required
@require_safe
def org_chart(request: HttpRequest) -> HttpResponse:
    """The top, or the part asked for, with what is directly below it, and the same as a list."""
    asked = asked_day.read(request.GET.get("ngay", ""))
    wish = choosing.Wish.read(request.GET.dict())
    apparatus = Apparatus.of(asked.day)
    tops = choosing.part(apparatus, wish)
    top = next((each for each in tops if each.below), tops[0] if tops else None)
    size = choosing.size(request.GET.get("co", ""))
    drawn = chart.drawn(top, _heads(top, apparatus)) if top else None
    shown = {
        "asked": asked,
        "wish": wish,
        "first_day": asked_day.first_day(),
        "top": top,
        "others": [each for each in apparatus.tops if each is not top],
        "chart": drawn,
        "pixels": drawn.at(size) if drawn else None,
        "size": size,
        "sizes": choosing.SIZES,
    }
    return render(request, "organizations/public/chart.html", shown)


@login_not_required
@require_safe
def map_of_communes(request: HttpRequest) -> HttpResponse:
    """The communes of a day as points, and the same as a list."""
    asked = asked_day.read(request.GET.get("ngay", ""))
    size = choosing.size(request.GET.get("co", ""))
    drawn = commune_map.of(asked.day)
    shown = {
        "asked": asked,
        "first_day": asked_day.first_day(),
        "map": drawn,
        "size": size,
        "sizes": choosing.SIZES,
        "pixels": (commune_map.WIDTH * size // 100, drawn.height * size // 100),
        "width": commune_map.WIDTH,
    }
    return render(request, "organizations/public/map.html", shown)


def _heads(top: Body, apparatus: Apparatus) -> dict[int, str]:
    """Who leads each organization that the chart shows."""
    shown = [top.pk, *(body.pk for body in top.below)]
    found = leaders.heads(shown, apparatus.day)
    return {key: _named(leaders.Held(each)) for key, each in found.items()}


def _named(head: leaders.Held) -> str:
    name: str = head.appointment.person.full_name
    return f"{name} ({head.tag.lower()})" if head.is_in_place else name
