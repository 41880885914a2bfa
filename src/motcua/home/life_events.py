"""What happens in a life, and which guides are there for it? Names of ours, for translators."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_noop as _

from motcua.guides.models import Edition

NAMES = (
    _("Sinh con"),
    _("Kết hôn"),
    _("Làm nhà"),
    _("Mở kinh doanh"),
    _("Người thân qua đời"),
    _("Chuyển chỗ ở"),
    _("Học hành"),
    _("Nghỉ hưu, tuổi già"),
    _("Khuyết tật"),
    _("Xe và bằng lái"),
    _("Mất giấy tờ"),
    _("Có đất, mua bán nhà đất"),
    _("Xin việc, đi làm"),
    _("Nhận con nuôi"),
    _("Gặp khó khăn"),
)
"""Those that come with the portal; what editors add is shown as they wrote it."""


def offered(day: date) -> list[Edition]:
    """The guides of ``day``, in the portal's order; one query."""
    return list(Edition.objects.on(day).in_order())
