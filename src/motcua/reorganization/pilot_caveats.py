"""What can a review not say? Sentences that stand below its figures, wherever they are read."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from motcua.reorganization import pilot_verdicts
from motcua.reorganization.pilot_snapshot import Half, Snapshot


def caveats(told: Snapshot) -> Iterator[str]:
    """In the order in which they are read."""
    yield _(
        "So sánh trước với sau và với nơi khác không chứng minh được nguyên nhân: cùng thời gian "
        "ấy còn có thể có những thay đổi khác."
    )
    yield from _about_time(told)
    yield from _about_offices(told.concerned)
    yield from _about_voices(told)
    if not told.has_comparison:
        yield _("Chưa chọn nơi so sánh, nên không biết nơi khác trong cùng thời gian ra sao.")
    yield _(
        "Tỷ lệ chỉ được so sánh khi mỗi kỳ có ít nhất %(enough)s trường hợp. Khoảng tin cậy coi "
        "mỗi hồ sơ là độc lập; hồ sơ của cùng một cơ quan thường giống nhau, nên khoảng thật còn "
        "rộng hơn."
    ) % {"enough": pilot_verdicts.ENOUGH}


def _about_time(told: Snapshot) -> Iterator[str]:
    if not told.months:
        yield _(
            "Từ ngày bắt đầu đến ngày đánh giá chưa có tháng nào trọn, nên chưa có số liệu hồ sơ "
            "để so sánh."
        )
        return
    yield _(
        "Hai kỳ dài bằng nhau nhưng có thể rơi vào mùa khác nhau trong năm; tháng mà mô hình bắt "
        "đầu giữa chừng không tính vào kỳ nào."
    )
    yield _("Biên chế lấy theo năm: %(before)s và %(after)s.") % {
        "before": told.years[0],
        "after": told.years[1],
    }


def _about_offices(half: Half) -> Iterator[str]:
    heirs = [office.name for office in half.offices if office.is_heir]
    if heirs:
        yield _(
            "Có nơi tham gia đã sáp nhập hoặc giải thể trong thời gian thí điểm; từ đó số liệu là "
            "của nơi kế tục, kể cả phần không tham gia: %(names)s."
        ) % {"names": "; ".join(heirs)}
    gone = [office.name for office in half.offices if office.is_parent]
    if gone:
        yield _("Trước đó, số liệu là của các cơ quan tiền thân: %(names)s.") % {
            "names": "; ".join(gone)
        }


def _about_voices(told: Snapshot) -> Iterator[str]:
    if told.was_evaluated:
        yield _(
            "Chỉ người nộp nào muốn thì đánh giá; người không đánh giá có thể nghĩ khác. Đánh giá "
            "tính đến ngày %(day)s, nên hồ sơ giải quyết gần ngày ấy còn ít đánh giá hơn."
        ) % {"day": f"{told.as_of:%d/%m/%Y}"}
