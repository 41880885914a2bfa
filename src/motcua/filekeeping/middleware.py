"""Who says that a file of a form did not fit on the server? Whichever page answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.utils.deprecation import MiddlewareMixin
from django.utils.translation import gettext_lazy as _

from motcua.filekeeping import receiving

if TYPE_CHECKING:
    from django.http import HttpRequest


FORM_WITH_FILES = "multipart/form-data"
WORDS = _(
    "Máy chủ tạm thời không còn chỗ cho tệp: %(names)s. Những gì bạn gõ vẫn được nhận; "
    "hãy gửi lại tệp sau ít phút."
)


class SaysWhatDidNotFit(MiddlewareMixin):
    """Stands below the sign-in and the token, which read the form before any view does.

    A door for programs, which asks for no token of ours, reads what it is sent itself.
    """

    def process_view(self, request: HttpRequest, view: Any, *_given: Any) -> None:
        if request.method != "POST" or request.content_type != FORM_WITH_FILES:
            return
        if getattr(view, "csrf_exempt", False):
            return
        _read = request.FILES  # whoever reads the form first lets the files arrive
        names = receiving.without_room(request)
        if names:
            messages.error(request, WORDS % {"names": ", ".join(names)})
