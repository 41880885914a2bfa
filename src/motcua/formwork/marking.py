"""How do problems reach the fields of Wagtail's blocks? Nested as the blocks are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from .problems import Place, Problem

STREAMS = frozenset({"pages", "questions"})
"""Fields that hold blocks of several kinds; other lists hold one kind."""


def marked(problems: Sequence[Problem]) -> ValidationError:
    """One error that puts each sentence beside its field; the first steps are numbers of pages."""
    return _nested([(each.place, each.sentence) for each in problems], "pages")


def _nested(told: list[tuple[Place, str]], field: str) -> ValidationError:
    here = [sentence for place, sentence in told if not place]
    if here and all(not place for place, _sentence in told):
        return ValidationError(" ".join(here))
    below: dict[Any, list[tuple[Place, str]]] = defaultdict(list)
    for place, sentence in told:
        if place:
            below[place[0]].append((place[1:], sentence))
    errors: dict[Any, Any] = {
        step: _nested(each, step if isinstance(step, str) else "") for step, each in below.items()
    }
    if all(isinstance(step, str) for step in errors):
        return StructBlockValidationError(block_errors=errors, non_block_errors=here)
    of = StreamBlockValidationError if field in STREAMS else ListBlockValidationError
    return of(block_errors=errors, non_block_errors=here)
