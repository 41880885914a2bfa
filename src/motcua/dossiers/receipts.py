"""What stands on the receipt? Form 01: *Giấy tiếp nhận hồ sơ và hẹn trả kết quả* (domain.md §1.5).

The facts are fixed when the dossier is received and kept in the event; the PDF is set from them
whenever somebody downloads it, so that it says for ever what was promised that day.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from motcua.paperwork.receipts import Receipt, ReceiptComponent
from motcua.periods.clock import day_of
from motcua.worktime import words
from motcua.worktime.deadlines import Due

if TYPE_CHECKING:
    from motcua.dossiers.models import Dossier
    from motcua.organizations.acting import Acting

LONGEST_FEE = 120
"""Some records say pages about the fee; a receipt has a line."""


def receipt_data(dossier: Dossier) -> Receipt | None:
    """The receipt that holds now; None for a dossier that was never received."""
    event = dossier.events.filter(payload__has_key="receipt").order_by("-pk").first()
    return cast("Receipt", event.payload["receipt"]) if event else None


@translation.override(settings.LANGUAGE_CODE)
def snapshot(
    dossier: Dossier,
    *,
    by: Acting,
    at: datetime,
    due: Due,
    components: list[ReceiptComponent] | None = None,
) -> Receipt:
    """The receipt as it is issued at ``at`` by the clerk at the counter.

    It is an official paper, so it speaks Vietnamese whatever the clerk reads the screen in.
    Without ``components`` it names the papers that were handed in.
    """
    told = {
        **_whose(dossier),
        **_what(dossier, day_of(at)),
        **_promised(dossier, at, due),
        "components": papers(dossier) if components is None else components,
        "receiver_name": by.person.full_name,
        "receiver_post": ", ".join(filter(None, [by.title, by.for_whom, by.under_which_name])),
        "look_up_url": "",  # the address of this site is put in when the page is set
    }
    return cast("Receipt", told)


def _whose(dossier: Dossier) -> dict[str, Any]:
    """Who applied, and how they are reached."""
    return {
        "applicant_name": dossier.applicant_name,
        "applied_along": ", ".join(dossier.people_along.values()),
        "address": dossier.address,
        "phone": dossier.phone,
        "email": dossier.email,
    }


def _what(dossier: Dossier, day: date) -> dict[str, Any]:
    """What was applied for, where, and who decides, as they are called that day."""
    office, counter, version = dossier.organization, dossier.counter, dossier.version
    return {
        "code": dossier.code,
        "organization": counter.name_on(day),
        "competent_organization": "" if office == counter else office.name_on(day),
        "procedure_code": version.procedure.code,
        "procedure_name": version.name,
        "sets": version.how_many_sets or 1,
        "fee": _fee(dossier),
        "is_demo": office.is_demo,
    }


def _promised(dossier: Dossier, at: datetime, due: Due) -> dict[str, Any]:
    """When it came and how, when and how the result is returned."""
    return {
        "limit": words.limit(dossier.limit),
        "received_at": at.isoformat(timespec="seconds"),
        "due_at": due.at.isoformat(),
        "due_is_official": due.is_official,
        "channel": str(dossier.get_channel_display()),
        "result_delivery": _("Tải về trong tài khoản của người nộp sau khi được trả"),
    }


def _fee(dossier: Dossier) -> str:
    """The fee in the words of the record, never a sum of ours (domain.md §5.2)."""
    channel = dossier.version.channel(dossier.channel)
    said = " ".join(channel.fee_text.split()) if channel else ""
    return said if len(said) <= LONGEST_FEE else _("Theo quy định của thủ tục")


def reissued(dossier: Dossier, *, at: datetime, due: Due) -> Receipt | None:
    """The same receipt after a supplement: the papers now there and the new appointment."""
    before = receipt_data(dossier)
    if before is None:
        return None
    return {
        **before,
        "components": papers(dossier),
        "supplemented_at": at.isoformat(timespec="seconds"),
        "due_at": due.at.isoformat(),
        "due_is_official": due.is_official,
    }


def papers(dossier: Dossier) -> list[ReceiptComponent]:
    """The papers as a table; all of them came as files."""
    files = Counter(
        paper.component.name if paper.component else paper.name
        for paper in dossier.attachments.select_related("component")
    )
    return [
        ReceiptComponent(name=name, originals=0, copies=0, electronic=number)
        for name, number in files.items()
    ]
