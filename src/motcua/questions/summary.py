"""What will be sent? The rows of an inquiry as its writer reads them once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from motcua.periods.clock import today
from motcua.questions import sending
from motcua.questions.models import Category
from motcua.questions.workflow import Kind

if TYPE_CHECKING:
    from motcua.questions.models import Inquiry


def rows(inquiry: Inquiry) -> list[tuple[str, str]]:
    """Label and value of everything that was filled in."""
    typed = inquiry.typed
    told = [
        (_("Loại"), str(Kind(typed.get("kind", Kind.QUESTION)).label)),
        (_("Tóm tắt"), typed.get("title", "")),
        (_("Nội dung"), typed.get("text", "")),
        (_("Lĩnh vực"), _category(typed.get("category", ""))),
        (_("Thủ tục"), _procedure(inquiry)),
        (_("Nơi có việc"), _place(inquiry)),
        (
            _("Công khai"),
            _("Có, sau khi che thông tin riêng")
            if typed.get("wants_public")
            else _("Không, chỉ trả lời riêng tôi"),
        ),
        (_("Người hỏi"), typed.get("name", "")),
        (_("Thư điện tử"), typed.get("email", "")),
        (_("Điện thoại"), typed.get("phone", "")),
        (_("Địa chỉ"), typed.get("address", "")),
    ]
    return [(label, value) for label, value in told if value]


def _category(slug: str) -> str:
    found = Category.objects.filter(slug=slug).first() if slug else None
    return _(found.name) if found else ""


def _procedure(inquiry: Inquiry) -> str:
    found = sending.procedure_of(inquiry)
    version = found.version_on(today()) if found else None
    return f"{version.name} ({found.code})" if found and version else ""


def _place(inquiry: Inquiry) -> str:
    found = sending.place_of(inquiry)
    return found.name if found else ""
