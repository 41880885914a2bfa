"""How do machines read an answered question? As a schema.org QAPage."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from motcua.ui.structured import data_block

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from motcua.questions.models import Question


def faq_page(questions: Iterable[Question]) -> SafeString:
    """JSON-LD of answers that offices themselves chose and stand for; say it of those that hold."""
    entries = [
        {
            "@type": "Question",
            "name": each.public_title,
            "acceptedAnswer": {"@type": "Answer", "text": each.public_answer},
        }
        for each in questions
    ]
    return data_block({"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": entries})


def qa_page(question: Question, address: str, *, office: str) -> SafeString:
    """JSON-LD of what is public, and of nothing else: the asker has no name in it."""
    answer = {
        "@type": "Answer",
        "text": question.public_answer,
        "url": f"{address}#tra-loi",
        "datePublished": question.answered_at.isoformat() if question.answered_at else "",
        "author": {"@type": "GovernmentOrganization", "name": office},
    }
    asked = {
        "@type": "Question",
        "name": question.public_title,
        "text": question.public_text,
        "datePublished": question.asked_at.isoformat(),
        "answerCount": 1,
        "acceptedAnswer": answer,
    }
    return data_block(
        {
            "@context": "https://schema.org",
            "@type": "QAPage",
            "url": address,
            "mainEntity": asked,
        }
    )
