"""One consultation on each step of the way, led there by the verbs themselves."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from motcua.accounts.models import Person
from motcua.consultations import actions, splitting
from motcua.consultations.actions import Said
from motcua.consultations.models import Article, Comment, Consultation, DraftKind
from motcua.consultations.workflow import Stance, Verdict
from motcua.dossiers.tests.factories import pdf
from motcua.organizations.acting import Acting
from motcua.periods.clock import today

TITLE = "Quy định hỗ trợ phí dịch vụ công trực tuyến"
DRAFT = """Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy định này hỗ trợ phí dịch vụ công trực tuyến.
Điều 2. Đối tượng áp dụng
1. Người dân cư trú trên địa bàn.
2. Hộ kinh doanh.
Chương II. TỔ CHỨC THỰC HIỆN
Điều 3. Hiệu lực
Có hiệu lực từ ngày ký.
"""
RECEIVER = "Sở Nội vụ, phòng 305; điện thoại 0203 000 0000"
TERM = 20
"""Days that Luật 64/2025/QH15 demands."""


@dataclass(frozen=True)
class Hands:
    """Who drafts and who decides in one office."""

    drafter: Acting
    approver: Acting


def prepared(hands: Hands, **told: Any) -> Consultation:
    """With three articles in two chapters."""
    facts = {
        "kind": DraftKind.objects.get(slug="van-ban"),
        "title": TITLE,
        "lead": "Sau một năm thí điểm.",
        "asks": "Mức hỗ trợ có phù hợp không?",
        "receiver": RECEIVER,
        **told,
    }
    made = actions.prepare(uuid.uuid4(), facts, by=hands.drafter)
    made.put_articles(splitting.split(DRAFT), by=hands.drafter)
    return made


def opened(hands: Hands, days: int = TERM, **told: Any) -> Consultation:
    """Open for so many days."""
    made = prepared(hands, **told)
    made.open(by=hands.approver, closes_on=today() + timedelta(days=days))
    return made


def commented(
    consultation: Consultation, text: str = "Nên hỗ trợ cả hợp tác xã.", **told: Any
) -> Comment:
    """Somebody without an account says something."""
    said: dict[str, Any] = {"stance": Stance.AMEND, "form_key": uuid.uuid4()} | told
    person = said.pop("person", None)
    return actions.comment(consultation, Said(text=text, **said), person=person)


def article(consultation: Consultation, position: int) -> Article:
    found: Article = consultation.articles.get(position=position)
    return found


def closed(hands: Hands, clock: Any) -> Consultation:
    """With two comments, the day after its last."""
    made = opened(hands)
    commented(made, email="mau@example.vn")
    commented(made, "Thiếu người khuyết tật.", article=article(made, 2), stance=Stance.DISAGREE)
    clock.shift(timedelta(days=TERM + 1))
    return made


def answered(consultation: Consultation, hands: Hands) -> None:
    """Every comment is shown and answered."""
    for comment in consultation.comments.all():
        comment.show(by=hands.drafter, text=comment.text)
        consultation.answer(
            [comment.pk],
            by=hands.drafter,
            verdict=Verdict.TAKEN_UP,
            told={"gist": comment.text, "reason": "Đã bổ sung.", "article": comment.article},
        )


def summed_up(hands: Hands, clock: Any) -> Consultation:
    made = closed(hands, clock)
    answered(made, hands)
    made.sum_up(by=hands.approver, summary="Cảm ơn các góp ý.")
    return made


def canceled(hands: Hands) -> Consultation:
    made = opened(hands)
    made.cancel(by=hands.approver, reason="Dự thảo được soạn lại.")
    return made


def day(text: str) -> date:
    return date.fromisoformat(text)


# --- A whole office, for tests that visit everything ------------------------------------------


@dataclass(frozen=True)
class Consultations:
    """What one office has, with what one citizen said."""

    preparing: Consultation
    """With a document."""
    open: Consultation
    """With a document and an answer to somebody else's comment."""
    canceled: Consultation
    waiting: Comment
    """The citizen's own, that nobody has looked at."""
    with_file: Comment


def in_office(person: Person, hands: Hands) -> Consultations:
    """One of each kind, led there by the verbs."""
    preparing = _with_paper(prepared(hands), hands)
    is_open = _with_paper(prepared(hands), hands)
    is_open.open(by=hands.approver, closes_on=today() + timedelta(days=TERM))
    told = {"gist": "Thêm chữ", "reason": "Đã thêm.", "article": None}
    other = commented(is_open)
    is_open.answer([other.pk], by=hands.drafter, verdict=Verdict.PARTLY, told=told)
    return Consultations(
        preparing=preparing,
        open=is_open,
        canceled=canceled(hands),
        waiting=commented(is_open, person=person),
        with_file=commented(is_open, person=person, file=(pdf(person.username), "y-kien.pdf")),
    )


def _with_paper(consultation: Consultation, hands: Hands) -> Consultation:
    paper = pdf(consultation.code)
    consultation.attach(paper, name="du-thao.pdf", kind="draft", by=hands.drafter)
    return consultation
