"""What does a text in YAML say, line by line? Everything stays text: a code keeps its zeros.

Read from the parser's events, never loaded: no object is made, an anchor or an alias (which can
make a few lines stand for billions) is refused, and so is what is too large or too deep.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from django.utils.translation import gettext as _

from motcua.reorganization.exceptions import PlanInvalid
from motcua.reorganization.problems import Problem

LARGEST = 8 * 1024 * 1024
"""Bytes; the change of the whole country on 01/07/2025 is a third of it."""
DEEPEST = 8
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Node:
    """A word, a list or a section, and the line on which it begins."""

    row: int
    value: str | list[Node] | dict[str, Node]

    @property
    def is_empty(self) -> bool:
        return self.value in ("", "null", "~", [], {})


def text_of(content: bytes) -> str:
    """The file's text; raises PlanInvalid that says why it is none."""
    if len(content) > LARGEST:
        megabytes = LARGEST // (1024 * 1024)
        raise PlanInvalid(
            [Problem(_("Tệp lớn hơn %d MB; hãy chia phương án thành nhiều tệp.") % megabytes)]
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PlanInvalid(
            [Problem(_("Tệp không phải văn bản UTF-8; hãy lưu lại bằng mã UTF-8."))]
        ) from None


def read(text: str) -> Node:
    """The whole text as one tree; raises PlanInvalid with the line where it cannot be read."""
    try:
        events = yaml.parse(text, Loader=LOADER)
        return _document(_harmless(events))
    except yaml.YAMLError as broken:
        raise PlanInvalid([_broken(broken)]) from None


def _harmless(events: Iterator[Any]) -> Iterator[Any]:
    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _refused(
                event,
                _("không dùng được neo (&) và tham chiếu (*); hãy viết đủ nội dung ở từng chỗ."),
            )
        if depth > DEEPEST:
            raise _refused(event, _("các mục lồng nhau quá sâu; hãy viết theo tệp mẫu."))
        yield event


def _document(events: Iterator[Any]) -> Node:
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            return _node(event, events)
    raise PlanInvalid([Problem(_("Tệp trống; hãy viết theo tệp mẫu."))])


def _node(event: Any, events: Iterator[Any]) -> Node:
    row = event.start_mark.line + 1
    if isinstance(event, yaml.ScalarEvent):
        return Node(row, event.value.strip())
    if isinstance(event, yaml.SequenceStartEvent):
        return Node(row, list(_items(events)))
    return Node(row, _section(events))


def _items(events: Iterator[Any]) -> Iterator[Node]:
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            return
        yield _node(event, events)


def _section(events: Iterator[Any]) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        if not isinstance(event, yaml.ScalarEvent):
            raise _refused(event, _("tên mục phải là một từ; hãy viết theo tệp mẫu."))
        if event.value in found:
            raise _refused(event, _("mục “%s” viết hai lần; hãy bỏ một.") % event.value)
        found[event.value] = _node(next(events), events)
    return found


def _refused(event: Any, sentence: str) -> PlanInvalid:
    return PlanInvalid([Problem(sentence, event.start_mark.line + 1)])


def _broken(broken: yaml.YAMLError) -> Problem:
    mark = getattr(broken, "problem_mark", None)
    sentence = _("không đọc được; hãy xem lại dấu hai chấm, dấu nháy và lề thụt vào.")
    return Problem(sentence, mark.line + 1 if mark else None)
