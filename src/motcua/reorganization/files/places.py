"""Where in a plan is a line of its file? The change or the organization that a sentence means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.reorganization.exceptions import PlanInvalid
from motcua.reorganization.problems import Problem

from . import trees
from .trees import Node


class Part(StrEnum):
    """Which page of the screen a place is on."""

    HEADING = "heading"
    ORGANIZATION = "organization"
    CHANGE = "change"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Place:
    """A section of the file, counted from 1; within a change a line of its shares."""

    part: Part
    number: int = 0
    share: int = 0


WHOLE = Place(Part.WHOLE)


@dataclass(frozen=True, slots=True)
class Placed:
    """A problem as the screen says it: without lines of a file, with the words of the form."""

    place: Place
    sentence: str

    def __str__(self) -> str:
        where = self.where
        return f"{where}: {self.sentence}" if where else self.sentence

    @property
    def where(self) -> str:
        said = {"number": self.place.number, "share": self.place.share}
        if self.place.share:
            return _("Thay đổi %(number)d, phần %(share)d") % said
        if self.place.part is Part.CHANGE:
            return _("Thay đổi %(number)d") % said
        if self.place.part is Part.ORGANIZATION:
            return _("Cơ quan mô tả thứ %(number)d") % said
        return _("Quyết định") if self.place.part is Part.HEADING else ""


def placed(text: str, problems: list[Problem]) -> list[Placed]:
    """Each problem with the last section that begins at its line or above."""
    begins = _begins(text)
    there = ((_at(begins, each.row), each.sentence) for each in problems)
    return [Placed(place, on_screen(sentence, place.part)) for place, sentence in there]


def _at(begins: list[tuple[int, Place]], row: int | None) -> Place:
    found = WHOLE
    for line, place in begins:
        if row is not None and line <= row:
            found = place
    return found


def _begins(text: str) -> list[tuple[int, Place]]:
    """The line on which each section begins, in the order of the file."""
    try:
        tree = trees.read(text)
    except PlanInvalid:
        return []
    return sorted(_sections(tree), key=lambda each: (each[0], each[1].share))


def _sections(tree: Node) -> Iterator[tuple[int, Place]]:
    top = tree.value if isinstance(tree.value, dict) else {}
    if heading := top.get("plan"):
        yield heading.row, Place(Part.HEADING)
    for number, node in enumerate(_listed(top.get("organizations")), 1):
        yield node.row, Place(Part.ORGANIZATION, number)
    for number, node in enumerate(_listed(top.get("changes")), 1):
        yield node.row, Place(Part.CHANGE, number)
        said = node.value if isinstance(node.value, dict) else {}
        for share, line in enumerate(_listed(said.get("shares")), 1):
            yield line.row, Place(Part.CHANGE, number, share)


def _listed(node: Node | None) -> list[Node]:
    return node.value if node is not None and isinstance(node.value, list) else []


CALLED = {
    "number": gettext_lazy("số quyết định"),
    "decided_on": gettext_lazy("ngày ký"),
    "issuer": gettext_lazy("cơ quan ban hành"),
    "title": gettext_lazy("trích yếu"),
    "day": gettext_lazy("ngày thực hiện"),
    "identifier": gettext_lazy("mã định danh"),
    "kind": gettext_lazy("loại"),
    "tier": gettext_lazy("cấp"),
    "name": gettext_lazy("tên"),
    "parent": gettext_lazy("cấp trên"),
    "units": gettext_lazy("địa bàn"),
    "organizations": gettext_lazy("mô tả cơ quan"),
    "shares": gettext_lazy("phần chuyển giao"),
    "from": gettext_lazy("từ"),
    "to": gettext_lazy("đến"),
    "function": gettext_lazy("lĩnh vực"),
    "procedure": gettext_lazy("thủ tục"),
    "unit": gettext_lazy("địa bàn"),
    "portion": gettext_lazy("phần nhân sự"),
    "default": gettext_lazy("phần còn lại"),
    "default: có": gettext_lazy("phần còn lại"),
    "holders": gettext_lazy("số người giữ"),
    "phone": gettext_lazy("điện thoại"),
    "email": gettext_lazy("thư điện tử"),
    "website": gettext_lazy("trang thông tin"),
    "address": gettext_lazy("địa chỉ"),
    "hours": gettext_lazy("giờ làm việc"),
    "rank": gettext_lazy("thứ bậc"),
    "head": gettext_lazy("đứng đầu cơ quan"),
    "duties": gettext_lazy("việc với hồ sơ"),
    "tasks": gettext_lazy("nhiệm vụ"),
    "note": gettext_lazy("ghi chú"),
    "localities": gettext_lazy("thôn, khu phố"),
}
"""What the form calls a key of the file."""
CALLED_THERE = {
    Part.ORGANIZATION: {
        "title": gettext_lazy("chức danh"),
        "from": gettext_lazy("người giữ chuyển từ"),
    },
    Part.CHANGE: {"kind": gettext_lazy("hình thức")},
}
"""What a page calls otherwise than the first one does."""
KEY = re.compile("“(" + "|".join(sorted(CALLED, key=len, reverse=True)) + ")”")


def on_screen(sentence: str, part: Part = Part.WHOLE) -> str:
    """The sentence with the names of the page's questions instead of the file's keys."""
    called = CALLED | CALLED_THERE.get(part, {})
    return KEY.sub(lambda found: f"“{called[found[1]]}”", sentence)
