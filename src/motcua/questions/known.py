"""What does the office know of who asked, so that it is recognized in what is published?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua.strangers.redaction import Known

if TYPE_CHECKING:
    from motcua.questions.models import Question


def known_of(question: Question) -> Known:
    """The asker's own things, as far as they told them."""
    return Known(
        name=question.asker_name,
        phone=question.phone,
        email=question.email,
        address=question.address,
        personal_number=question.asker.personal_number if question.asker else "",
    )
