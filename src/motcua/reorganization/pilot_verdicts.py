"""Did a share get better, get worse, or can nobody say?

Fewer than ``ENOUGH`` cases on a side say nothing. A difference whose interval of 95 % holds zero
may be chance. What is left is still a difference and never a proof of its cause.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from motcua.reorganization import pilot_intervals
from motcua.reorganization.pilot_intervals import Interval, Share

ENOUGH = 30
"""Cases on a side below which a share is not compared: a rule of thumb of ours, stated with it."""
MINUS = "\N{MINUS SIGN}"


class Tone(StrEnum):
    """What may be said."""

    BETTER = "better"
    WORSE = "worse"
    UNCLEAR = "unclear"
    """Chance alone may have done it."""
    FEW = "few"
    """Too few to say anything."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A tone with its sentence."""

    tone: Tone
    text: str

    @property
    def is_good(self) -> bool:
        return self.tone is Tone.BETTER

    @property
    def warns(self) -> bool:
        return self.tone is Tone.WORSE


@dataclass(frozen=True, slots=True)
class Shares:
    """One share in both windows, here and there."""

    before: Share
    after: Share
    there_before: Share
    there_after: Share

    @property
    def fewest(self) -> int:
        return min(self.before.whole, self.after.whole)

    @property
    def fewest_there(self) -> int:
        return min(self.there_before.whole, self.there_after.whole)


def of(shares: Shares) -> Verdict:
    """Against those it is compared with, where they have enough; else only against before.

    How few there are is not said here: the table says it, where it may be said at all.
    """
    if shares.fewest < ENOUGH:
        return _few()
    if shares.fewest_there < ENOUGH:
        alone = pilot_intervals.difference(shares.after, shares.before)
        return _told(alone, _("So với trước, không có nơi so sánh đủ số liệu"))
    both = [
        (1, shares.after),
        (-1, shares.before),
        (-1, shares.there_after),
        (1, shares.there_before),
    ]
    return _told(pilot_intervals.contrast(both), _("Thay đổi thêm so với nơi so sánh"))


def veiled() -> Verdict:
    """Where a number of the comparison is not shown, what follows from it is not either."""
    text = _("Có số không được nêu vì quá nhỏ, nên cũng không nêu chênh lệch tính từ số ấy.")
    return Verdict(Tone.FEW, text)


def _few() -> Verdict:
    text = _("Có kỳ có quá ít trường hợp (cần ít nhất %(enough)s), nên chưa nói được gì.")
    return Verdict(Tone.FEW, text % {"enough": ENOUGH})


def _told(found: Interval, against: str) -> Verdict:
    tone = _tone(found)
    told = {
        "against": against,
        "points": points(found.value),
        "low": points(found.low),
        "high": points(found.high),
    }
    if tone is Tone.UNCLEAR:
        text = _(
            "%(against)s: %(points)s điểm phần trăm; khoảng tin cậy 95%% từ %(low)s đến %(high)s, "
            "có chứa 0. Riêng ngẫu nhiên cũng có thể gây ra chênh lệch này, chưa kết luận được."
        )
    else:
        text = _(
            "%(against)s: %(points)s điểm phần trăm; khoảng tin cậy 95%% từ %(low)s đến %(high)s, "
            "lớn hơn mức mà ngẫu nhiên thường gây ra."
        )
    return Verdict(tone, text % told)


def _tone(found: Interval) -> Tone:
    if not found.tells_apart:
        return Tone.UNCLEAR
    return Tone.BETTER if found.value > 0 else Tone.WORSE


def points(value: float) -> str:
    """Percentage points with their sign: +3,9; \N{MINUS SIGN}1,2; 0,0."""
    rounded = round(100 * value, 1)
    text = number_format(abs(rounded), decimal_pos=1)
    sign = "" if not rounded else "+" if rounded > 0 else MINUS
    return f"{sign}{text}"
