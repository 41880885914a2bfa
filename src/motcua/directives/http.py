"""How do sheets leave the house?"""

from __future__ import annotations

from django.http import HttpResponse


def sheet(text: str, name: str) -> HttpResponse:
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
