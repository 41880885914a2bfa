"""What happens in a life, and which procedures does it take? The portal's own list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_noop as _

from motcua.catalog.models import ProcedureVersion


@dataclass(frozen=True)
class LifeEvent:
    """Something like *Sinh con*, with the procedures in the order in which people need them."""

    slug: str
    name: str
    lead: str
    procedures: tuple[str, ...]
    """Codes; which of them exist today is asked of the procedures themselves."""


EVENTS = (
    LifeEvent(
        "sinh-con",
        _("Sinh con"),
        _("Giấy khai sinh, chỗ ở cho con và bản sao để dùng sau này."),
        (
            "1.001193",
            "1.004222",
            "2.000635",
            "2.000528",
        ),
    ),
    LifeEvent(
        "ket-hon",
        _("Kết hôn"),
        _("Xác nhận tình trạng hôn nhân, đăng ký, rồi nhập hoặc tách hộ."),
        (
            "1.004873",
            "1.000894",
            "2.000806",
            "1.010038",
        ),
    ),
    LifeEvent(
        "chuyen-cho-o",
        _("Chuyển chỗ ở"),
        _("Thường trú, tạm trú, lưu trú ở nơi mới và xóa đăng ký ở nơi cũ."),
        (
            "1.004222",
            "1.004194",
            "2.001159",
            "1.003197",
            "1.010038",
            "1.010041",
        ),
    ),
    LifeEvent(
        "mat-giay-to",
        _("Mất giấy tờ"),
        _("Cấp lại căn cước, khai sinh, giấy phép lái xe, giấy chứng nhận."),
        (
            "2.001194",
            "1.004884",
            "2.000635",
            "3.000348",
            "1.012786",
            "2.000575",
        ),
    ),
    LifeEvent(
        "lam-nha",
        _("Làm nhà"),
        _("Giấy phép xây dựng và gia hạn khi chưa khởi công kịp."),
        (
            "1.013225",
            "1.013227",
            "1.013236",
        ),
    ),
    LifeEvent(
        "nha-dat",
        _("Có đất, mua bán nhà đất"),
        _("Giấy chứng nhận lần đầu, chứng thực giao dịch, hòa giải tranh chấp."),
        (
            "1.013978",
            "2.001035",
            "1.012786",
            "1.012812",
        ),
    ),
    LifeEvent(
        "mo-kinh-doanh",
        _("Mở kinh doanh"),
        _("Lập hộ kinh doanh hay doanh nghiệp, thay đổi, tạm ngừng, chấm dứt."),
        (
            "1.001612",
            "2.001610",
            "2.000720",
            "2.000575",
            "1.001570",
            "1.001266",
        ),
    ),
    LifeEvent(
        "mua-xe-lai-xe",
        _("Mua xe, lái xe"),
        _("Đăng ký xe và giấy phép lái xe: cấp, đổi, cấp lại."),
        (
            "1.012575",
            "3.000346",
            "3.000347",
            "3.000348",
        ),
    ),
    LifeEvent(
        "di-hoc-xin-viec",
        _("Đi học, xin việc"),
        _("Bản sao chứng thực, chữ ký, lý lịch tư pháp, thẻ căn cước."),
        (
            "2.000815",
            "2.000884",
            "2.000908",
            "3.000333",
            "2.000200",
        ),
    ),
    LifeEvent(
        "nguoi-than-qua-doi",
        _("Người thân qua đời"),
        _("Khai tử, xóa đăng ký thường trú, trích lục để làm việc khác."),
        (
            "1.000656",
            "1.003197",
            "2.000635",
        ),
    ),
    LifeEvent(
        "nhan-con-nuoi",
        _("Nhận con nuôi"),
        _("Đăng ký nuôi con nuôi và thay đổi thông tin hộ tịch."),
        (
            "2.001263",
            "1.004859",
            "1.004222",
        ),
    ),
    LifeEvent(
        "gap-kho-khan",
        _("Gặp khó khăn"),
        _("Công nhận hộ nghèo, hộ cận nghèo để được trợ giúp."),
        (
            "1.011607",
            "1.010041",
        ),
    ),
)


def offered(day: date) -> list[LifeEvent]:
    """Those for which there is something to do on ``day``; one query."""
    wanted = {code for event in EVENTS for code in event.procedures}
    versions = ProcedureVersion.objects.published().on(day).filter(procedure__code__in=wanted)
    there = set(versions.values_list("procedure__code", flat=True))
    return [event for event in EVENTS if there.intersection(event.procedures)]


def called(slug: str) -> LifeEvent | None:
    """The event of an address."""
    return next((event for event in EVENTS if event.slug == slug), None)


def versions(event: LifeEvent, day: date) -> list[ProcedureVersion]:
    """What it takes on ``day``, in the event's order."""
    found = ProcedureVersion.objects.published().on(day).in_this_order(event.procedures)
    return list(found.select_related("procedure"))
