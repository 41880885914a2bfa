"""Whose place decides which office? Mostly the asker's; for some procedures another's.

Only how the question is put: which office decides there, the catalog's assignments say.
"""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OWN = _("Bạn ở phường, xã nào?")
LAST_HOME = _("Người mất cư trú lần cuối ở phường, xã nào?")
HOUSE = _("Nhà xây ở phường, xã nào?")
SHOP = _("Hộ kinh doanh đặt trụ sở ở phường, xã nào?")

ASKED: dict[str, str | Promise] = {
    "1.000656": LAST_HOME,  # khai tử: Luật Hộ tịch 60/2014/QH13, Điều 32
    "1.013225": HOUSE,  # cấp phép xây dựng: where the building is
    "1.013227": HOUSE,
    "1.001612": SHOP,  # hộ kinh doanh: where its seat is
}


def question(code: str) -> str | Promise:
    """How the place is asked for."""
    return ASKED.get(code, OWN)
