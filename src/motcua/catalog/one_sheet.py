"""What does somebody take along who goes to the counter? One sheet of a version."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.catalog.facts import facts, limit_in_words
from motcua.catalog.models import Case, Channel, Component, ProcedureVersion
from motcua.paperwork.one_sheets import (
    LONGEST_PAPER,
    MOST_CASES,
    MOST_PAPERS,
    MOST_PAPERS_TOGETHER,
    OneSheet,
    SheetCase,
    SheetPaper,
    short,
)

if TYPE_CHECKING:
    from .reception import Reception


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody takes the sheet for: a case, by its position, and where they go."""

    case: int | None = None
    office: Reception | None = None


def of(
    version: ProcedureVersion,
    *,
    address: str,
    site: str,
    at: datetime,
    chosen: Chosen | None = None,
) -> OneSheet:
    """The sheet; ``address`` is the page that the QR code leads to.

    Of one ``case``, by its position, every paper stands on it; of all of them the first papers.
    """
    case, office = (chosen.case, chosen.office) if chosen else (None, None)
    every = list(version.cases.all())
    only = [one for one in every if one.position == case] if case is not None else []
    return OneSheet(
        title=version.name,
        code=version.procedure.code,
        organization=site,
        address=address,
        qr_says=_("Mã QR dẫn đến trang thủ tục %(code)s") % {"code": version.procedure.code},
        facts=[(fact.name, fact.value) for fact in facts(version)],
        office_title=_("Nơi nộp"),
        office=_office(office) if office else [],
        papers_title=_("Giấy tờ mang theo"),
        cases=[_whole(one) for one in only] or _cases(every),
        conditions_title=_("Yêu cầu, điều kiện"),
        conditions=[condition.replace("**", "") for condition in version.conditions],
        channels_title=_("Cách nộp, thời hạn, lệ phí"),
        channels=_channels(version.channels.all()),
        foot=_("In ngày %(day)s. Các bước, lưu ý và căn cứ pháp lý: %(address)s")
        % {"day": f"{at:%d/%m/%Y}", "address": address},
        made_at=at,
    )


def _office(office: Reception) -> list[tuple[str, str]]:
    """Where one goes; what is not entered is not told."""
    decides = office.organization.name
    told = [
        (_("Nơi tiếp nhận"), office.counter.name if office.counter else decides),
        (_("Địa chỉ"), office.place),
        (_("Điện thoại"), office.phone),
        (_("Giờ làm việc"), office.hours),
        (_("Cơ quan giải quyết"), decides if office.counter else ""),
        (_("Lưu ý"), office.terms.note if office.terms else ""),
    ]
    return [(name, value) for name, value in told if value]


def _cases(cases: list[Case]) -> list[SheetCase]:
    """Fewer papers of each where there are many cases; how many are left out is said."""
    most = min(MOST_PAPERS, max(2, MOST_PAPERS_TOGETHER // max(1, min(len(cases), MOST_CASES))))
    shown = [_case(case, most) for case in cases[:MOST_CASES]]
    left = len(cases) - MOST_CASES
    if left > 0:
        words = ngettext("và %(n)s trường hợp khác", "và %(n)s trường hợp khác", left)
        shown.append(SheetCase(name="", papers=[], more=words % {"n": left}))
    return shown


def _case(case: Case, most: int) -> SheetCase:
    papers = list(case.components.all())
    told = SheetCase(
        name=short(case.name, LONGEST_PAPER), papers=[_paper(one) for one in papers[:most]]
    )
    left = len(papers) - most
    if left > 0:
        words = ngettext("và %(n)s giấy tờ khác", "và %(n)s giấy tờ khác", left)
        told["more"] = words % {"n": left}
    return told


def _whole(case: Case) -> SheetCase:
    """A case with all its papers."""
    papers = [_paper(one) for one in case.components.all()]
    return SheetCase(name=short(case.name, LONGEST_PAPER), papers=papers)


def _paper(component: Component) -> SheetPaper:
    return SheetPaper(
        name=short(component.name, LONGEST_PAPER), note=short(component.condition, 90)
    )


def _channels(channels: Iterable[Channel]) -> list[str]:
    """A line for what takes as long and costs the same, however it is filed."""
    ways: dict[str, list[str]] = {}
    for channel in channels:
        ways.setdefault(_terms(channel), []).append(str(channel.get_kind_display()))
    return [f"{', '.join(dict.fromkeys(kinds))}: {terms}" for terms, kinds in ways.items()]


def _terms(channel: Channel) -> str:
    limit = limit_in_words(channel.limit)[0]
    fee = channel.fee_text or _("Chưa nhập")
    return f"{limit}. {_('Phí, lệ phí')}: {fee}"
