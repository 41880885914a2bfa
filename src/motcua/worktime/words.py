"""How do we say it? The Vietnamese words for limits, days and standings."""

from datetime import date, datetime
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.periods.clock import VIETNAM, day_of

from .calendars import WorkCalendar
from .limits import Limit, Unit


class Reason(StrEnum):
    """Why a day counts or does not."""

    RECEIVED = "received"
    RECEIVED_LATE = "received_late"
    RECEIVED_CLOSED = "received_closed"
    SUPPLEMENTED = "supplemented"
    WORKING = "working"
    MAKEUP = "makeup"
    CALENDAR = "calendar"
    MONTH = "month"
    WEEKEND = "weekend"
    OFF = "off"
    OFF_ESTIMATED = "off_estimated"
    ROLLED = "rolled"
    WAITING = "waiting"
    HOURS = "hours"


def reason(why: Reason, name: str = "") -> str:
    """Why the day counts or not; ``name`` is the holiday's, or what is counted of the day."""
    sentences = {
        Reason.RECEIVED: _("Ngày tiếp nhận, không tính"),
        Reason.RECEIVED_LATE: _("Tiếp nhận sau %(name)s, tính sang ngày làm việc kế tiếp"),
        Reason.RECEIVED_CLOSED: _("Tiếp nhận ngoài giờ làm việc, không tính"),
        Reason.SUPPLEMENTED: _("Ngày nộp bổ sung, không tính"),
        Reason.WORKING: _("Ngày làm việc"),
        Reason.MAKEUP: _("Ngày làm việc (%(name)s)"),
        Reason.CALENDAR: _("Tính theo ngày lịch"),
        Reason.MONTH: _("Tròn tháng"),
        Reason.WEEKEND: _("Nghỉ cuối tuần"),
        Reason.OFF: _("Nghỉ: %(name)s"),
        Reason.OFF_ESTIMATED: _("Nghỉ (dự kiến): %(name)s"),
        Reason.ROLLED: _("Hết hạn rơi vào ngày nghỉ, chuyển sang ngày làm việc kế tiếp"),
        Reason.WAITING: _("Chờ bổ sung giấy tờ, không tính"),
        Reason.HOURS: _("Tính %(name)s giờ làm việc"),
    }
    return sentences[why] % {"name": name}


def limit(of: Limit) -> str:
    """The limit as citizens read it, for example "5 ngày làm việc"."""
    if not of.is_machine_readable or of.unit is None:
        return of.note or _("Chưa có thời hạn ghi bằng số")
    if of.unit is Unit.SAME_DAY:
        return _("Trong ngày làm việc")
    number = of.value or 0
    counted = {
        Unit.HOUR: ngettext("%(n)s giờ làm việc", "%(n)s giờ làm việc", number),
        Unit.DAY: ngettext("%(n)s ngày", "%(n)s ngày", number),
        Unit.WORKING_DAY: ngettext("%(n)s ngày làm việc", "%(n)s ngày làm việc", number),
        Unit.MONTH: ngettext("%(n)s tháng", "%(n)s tháng", number),
    }
    return counted[of.unit] % {"n": number}


def standing(due_at: datetime, now: datetime, calendar: WorkCalendar) -> str:
    """How much time is left or lost, for example "Còn 2 ngày"; days are working days."""
    due, today = day_of(due_at), day_of(now)
    if now > due_at:
        return _late(due_at, calendar.working_days_between(due, today), today)
    if due == today:
        return _("Hôm nay, %(time)s") % {"time": _clock(due_at)}
    left = calendar.working_days_between(today, due)
    return ngettext("Còn %(n)s ngày", "Còn %(n)s ngày", left) % {"n": left}


def _late(due_at: datetime, lost: int, today: date) -> str:
    if lost:
        return ngettext("Quá hạn %(n)s ngày", "Quá hạn %(n)s ngày", lost) % {"n": lost}
    if day_of(due_at) == today:
        return _("Quá hạn từ %(time)s hôm nay") % {"time": _clock(due_at)}
    return _("Quá hạn từ %(day)s") % {"day": f"{day_of(due_at):%d/%m}"}


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone(VIETNAM):%H:%M}"
