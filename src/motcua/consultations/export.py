"""What does the drafting office take away? Every comment by article, public or not, as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from motcua.periods.clock import VIETNAM
from motcua.ui import sheets, workbooks

if TYPE_CHECKING:
    from motcua.consultations.models import Comment, Consultation

AT_ONCE = 500
WIDTHS = (6, 24, 18, 14, 17, 22, 26, 26, 60, 60, 18, 24, 22, 60)


def as_csv(consultation: Consultation) -> str:
    return sheets.written(heads(), rows(consultation))


def as_xlsx(consultation: Consultation) -> bytes:
    """One sheet; every cell is text, so nothing in it is computed."""
    return workbooks.written(consultation.code, heads(), rows(consultation), widths=WIDTHS)


def heads() -> list[str]:
    return [
        _("STT"),
        _("Điều, mục"),
        _("Thái độ"),
        _("Mã góp ý"),
        _("Nhận lúc"),
        _("Người góp ý"),
        _("Thay mặt"),
        _("Thư điện tử"),
        _("Nguyên văn"),
        _("Bản công khai"),
        _("Tình trạng"),
        _("Lý do không công khai"),
        _("Kết quả"),
        _("Tiếp thu, giải trình"),
    ]


def rows(consultation: Consultation) -> Iterator[list[str]]:
    """The whole first, then article by article, in the order in which they came."""
    found = consultation.comments.select_related("article", "answer").order_by(
        "article__position", "received_at", "pk"
    )
    ordered = sorted(found, key=lambda each: each.article.position if each.article else 0)
    for number, comment in enumerate(ordered, 1):
        yield [str(number), *_told(comment)]


def _told(comment: Comment) -> list[str]:
    answer = comment.answer
    return [
        comment.article.name if comment.article else _("Toàn bộ dự thảo"),
        comment.get_stance_display(),
        comment.code,
        f"{comment.received_at.astimezone(VIETNAM):%Y-%m-%d %H:%M}",
        comment.name,
        comment.represents,
        comment.email,
        comment.text,
        comment.public_text,
        comment.get_showing_display(),
        comment.get_why_not_display() if comment.why_not else "",
        answer.get_verdict_display() if answer else "",
        answer.reason if answer else "",
    ]
