"""What is a telephone number here, and how is one read that somebody typed?"""

import re

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from motcua.search import folding

NUMBER = re.compile(r"(0|\+84)[0-9]{9,10}")
"""0 or +84, then nine digits (ten for landlines)."""

looks_like_a_phone = RegexValidator(
    rf"^{NUMBER.pattern}\Z",
    _("Số điện thoại bắt đầu bằng 0 hoặc +84, có 10 đến 11 chữ số, ví dụ 0912345678."),
)


def bare(text: str) -> str:
    """Without the blanks, dots, dashes and brackets that people put between digits."""
    return re.sub(r"[\s.\-()]", "", folding.narrow(text))


def is_phone(text: str) -> bool:
    """Whether it is one, however its digits are spaced."""
    return NUMBER.fullmatch(bare(text)) is not None
