"""What does a citizen want to know first? Four facts of a version: time, fee, office, result."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext as _

from motcua.ui.quoting import Quoted
from motcua.worktime import words
from motcua.worktime.limits import Limit

if TYPE_CHECKING:
    from .models import Channel, ProcedureVersion


FIRST_PART = re.compile(r"[.;]\s+")
"""Where the words that everyone needs end and the remarks begin."""


NO_MARK = re.compile(r"(?<=\d)[.,\s](?=\d)")
"""What stands between the digits of *8.000*."""
FREE = "Miễn phí"
"""How a record says that nothing is to pay; the portal says it in the reader's language."""
SHORT = 50
"""Longer words are no fact to read at a glance; they stand in smaller letters."""

ON_THE_WAY = ("Thông báo", "Văn bản", "Phiếu từ chối")
"""How results begin that are not what the citizen came for."""


class Fact(NamedTuple):
    """A name, what is so, and a remark in smaller letters."""

    name: str
    value: str
    note: str


def facts(version: ProcedureVersion) -> list[Fact]:
    """The four facts; what is not entered says so, what the record says is ``Quoted``."""
    channels = list(version.channels.all())
    return [
        Fact(_("Thời hạn"), *_limit(channels)),
        Fact(_("Phí, lệ phí"), *_fee(channels)),
        Fact(_("Nơi giải quyết"), *_office(version)),
        Fact(_("Kết quả"), *_result(version)),
    ]


def limit_in_words(limit: Limit) -> tuple[str, str]:
    """A limit and its remark; a number without unit is told in the remark, as it was recorded."""
    if limit.is_machine_readable:
        return words.limit(limit), Quoted(limit.note)
    if limit.value is not None:
        note = _("Chưa ghi đơn vị thời gian: bản ghi viết “%(value)s”") % {"value": limit.value}
        return _("Chưa rõ, hãy hỏi nơi tiếp nhận"), note
    return Quoted(limit.note) if limit.note else _("Chưa nhập"), ""


def amount_in_words(amount: int | None) -> str:
    """*8.000 đồng*; nothing where none was entered."""
    return "" if amount is None else _("%(n)s đồng") % {"n": f"{amount:,}".replace(",", ".")}


def amounts_in_doubt(version: ProcedureVersion) -> list[str]:
    """Amounts that the words of their channel do not say: somebody must look at them."""
    return [
        f"{row.get_kind_display()}: {amount_in_words(row.fee_amount)}"
        for row in version.channels.all()
        if row.fee_amount and str(row.fee_amount) not in NO_MARK.sub("", row.fee_text)
    ]


def _limit(channels: list[Channel]) -> tuple[str, str]:
    said = list(dict.fromkeys(limit_in_words(row.limit) for row in channels))
    if not said:
        return _("Chưa nhập"), ""
    if len(said) == 1:
        return said[0]
    readable = [row.limit for row in channels if row.limit.is_machine_readable]
    first = limit_in_words(readable[0] if readable else channels[0].limit)[0]
    notes = {row.limit.note for row in channels if row.limit.note}
    differs = _("Khác nhau theo cách nộp")
    return first, Quoted(notes.pop()) if len(notes) == 1 else differs


def _fee(channels: list[Channel]) -> tuple[str, str]:
    said = list(dict.fromkeys(row.fee_text for row in channels if row.fee_text))
    if not said:
        return _("Chưa nhập"), ""
    if len(said) == 1:
        head, *rest = FIRST_PART.split(said[0], maxsplit=1)
        if head == FREE:
            return _("Miễn phí"), Quoted("".join(rest))
        if len(head) <= SHORT:
            return Quoted(head), Quoted("".join(rest))
        return _("Có quy định riêng"), Quoted(said[0])
    amounts = sorted({row.fee_amount for row in channels if row.fee_amount is not None})
    if len(amounts) > 1 and all(row.fee_amount is not None for row in channels if row.fee_text):
        return _between(amounts[0], amounts[-1]), _("Tùy cách nộp")
    return _("Tùy cách nộp"), _("Xem từng cách nộp ở trang thủ tục")


def _between(least: int, most: int) -> str:
    """*10.000–20.000 đồng*; what begins at nothing says so."""
    if not least:
        return _("Miễn phí hoặc %(most)s") % {"most": amount_in_words(most)}
    first = f"{least:,}".replace(",", ".")
    return _("%(least)s–%(most)s") % {"least": first, "most": amount_in_words(most)}


def _office(version: ProcedureVersion) -> tuple[str, str]:
    levels = ", ".join(version.level_names)
    office = version.authority or version.competent_authority
    return (Quoted(office), levels) if office else (levels, _("Tên cơ quan chưa nhập"))


def _result(version: ProcedureVersion) -> tuple[str, str]:
    names = [result.name for result in version.results.all()]
    if not names:
        return _("Chưa nhập"), ""
    wanted = next((name for name in names if not name.startswith(ON_THE_WAY)), names[0])
    more = len(names) - 1
    return Quoted(wanted), _("và %(n)s loại kết quả khác") % {"n": more} if more else ""
