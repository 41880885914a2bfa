"""Who says that a file of a form did not fit on the server? Whichever page answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.utils.deprecation import MiddlewareMixin
from django.utils.translation import gettext as _

from motcua.filekeeping import receiving

if TYPE_CHECKING:
    from django.http import HttpRequest


class SaysWhatDidNotFit(MiddlewareMixin):
    """Stands below the sign-in and the token, which read the form before any view does."""

    def process_view(self, request: HttpRequest, *_view: Any) -> None:
        if request.method != "POST" or not (names := receiving.without_room(request)):
            return
        words = _(
            "Máy chủ tạm thời không còn chỗ cho tệp: %(names)s. Những gì bạn gõ vẫn được nhận; "
            "hãy gửi lại tệp sau ít phút."
        )
        messages.error(request, words % {"names": ", ".join(names)})
