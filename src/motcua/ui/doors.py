"""Which doors does the portal have? The only addresses of upper rooms that this room names."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

HEADER = (
    ("catalog:list", _("Dịch vụ công")),
    ("statistics:overview", _("Tình hình xử lý")),
    ("questions:list", _("Hỏi đáp")),
    ("news:index", _("Tin tức")),
)
"""The four doors of the header, in their order."""

FOOT = (
    ("apparatus:overview", _("Tổ chức bộ máy")),
    ("consultations:list", _("Lấy ý kiến")),
    ("directives:list", _("Chỉ đạo, kết luận")),
    ("pilots:register", _("Mô hình thí điểm")),
    ("home:accessibility", _("Khả năng tiếp cận")),
    ("home:privacy", _("Bảo vệ dữ liệu cá nhân")),
)
"""About the portal."""

FRONT = "home:front"
SERVICES, FIGURES = HEADER[0][0], HEADER[1][0]
SEARCH = "search:find"
"""Where the search box of every page leads."""
LOOK_UP = "tracking:look_up"
SIGN_IN = "accounts:citizen_sign_in"
OFFICER_SIGN_IN = "account_login"
SIGN_OUT = "accounts:sign_out"
MY_ACCOUNT = "accounts:home"
DESK = "desk:inbox"

PRIVATE = ("/tai-khoan/", "/can-bo/", "/bien-tap/", "/tra-cuu/?", "/tim-kiem/", "/*/nop-ho-so/")
"""Addresses that search engines leave alone."""


@dataclass(frozen=True)
class Door:
    """One link of the header or the foot."""

    address: str
    label: str
    is_current: bool = False


def address(name: str) -> str:
    """Where ``name`` leads, or nothing where that door is not built in."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def doors(path: str) -> list[Door]:
    """The header's doors; the one that ``path`` stands behind is the lit one."""
    front = address(FRONT)
    opened = [(name, address(name), label) for name, label in HEADER]
    return [
        Door(at, str(label), _is_behind(path, name, at) or (name == SERVICES and path == front))
        for name, at, label in opened
        if at
    ]


def _is_behind(path: str, name: str, at: str) -> bool:
    """Whether ``path`` is a page behind this door; where my dossier is stands behind figures."""
    look_up = address(LOOK_UP)
    is_look_up = name == FIGURES and bool(look_up) and path.startswith(look_up)
    return is_look_up or path.startswith(at)


def foot() -> list[Door]:
    """The links about the portal."""
    return [Door(at, str(label)) for name, label in FOOT if (at := address(name))]
