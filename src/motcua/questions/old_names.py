"""How do answers come to be looked at again because of a name? Whoever ends offices says so."""

from __future__ import annotations

from collections.abc import Mapping

from motcua.questions.models import OldName, Question

LONGEST = 300


def flag(named: Mapping[str, str], *, source: str, decision: str) -> None:
    """Let answers be looked at again: code to the names that are no more. Once a source."""
    found = Question.objects.filter(code__in=named, published_at__isnull=False)
    OldName.objects.bulk_create(
        [
            OldName(
                question_id=pk, source=source, decision=decision[:100], names=named[code][:LONGEST]
            )
            for pk, code in found.values_list("pk", "code")
        ],
        ignore_conflicts=True,
        batch_size=1000,
    )


def unflag(*, source: str) -> None:
    """The names are right again."""
    OldName.objects.filter(source=source).delete()
