"""Which keys may a section have, and what may stand there? Every wrong one is noted, none stops."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from motcua.reorganization.files.trees import Node
from motcua.reorganization.problems import Problem, like

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
VIETNAMESE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
"""What nobody types: PostgreSQL refuses it, or it turns a line around."""
FIRST, LAST = date(1945, 9, 2), date(2999, 12, 31)
"""No decision of this state is older; no plan looks so far ahead."""
YES, NO = {"true", "yes", "có", "x", "1"}, {"false", "no", "không", "", "0"}


class Section:
    """One section of the file, asked key by key; what is wrong is appended to ``problems``."""

    def __init__(self, node: Node, keys: Iterable[str], problems: list[Problem]) -> None:
        self.row, self.keys, self.problems = node.row, list(keys), problems
        self._nodes: dict[str, Node] = {}
        if isinstance(node.value, dict):
            self._nodes = node.value
            self._note_unknown_keys()
        elif not node.is_empty:
            self.note(_("ở đây phải là một mục có %s; hãy viết theo tệp mẫu.") % self._all)

    def text(self, key: str, *, longest: int = 300, needed: bool = False) -> str:
        node = self._nodes.get(key)
        if node is None or node.is_empty:
            if needed:
                self.note(_("thiếu “%s”; hãy ghi thêm.") % key)
            return ""
        return self._short(key, node, longest)

    def texts(self, key: str, *, longest: int = 100) -> list[str]:
        """A list of words; a single word is a list of one."""
        node = self._nodes.get(key)
        if node is None or node.is_empty:
            return []
        many = node.value if isinstance(node.value, list) else [node]
        return [word for each in many if (word := self._short(key, each, longest))]

    def day(self, key: str) -> date | None:
        """2027-01-01 or 01/01/2027."""
        said = self.text(key, needed=True)
        if not said:
            return None
        found = day_of(said)
        if found is None:
            words = {"said": said, "key": key}
            self.note(
                _("“%(said)s” không phải ngày; hãy ghi “%(key)s” theo dạng 01/01/2027.") % words,
                self._nodes[key].row,
            )
        return found

    def choice(self, key: str, choices: Mapping[str, str], *, needed: bool = False) -> str:
        """The value of a choice, said as the value or as its Vietnamese label."""
        said = self.text(key, needed=needed)
        found = chosen(said, choices)
        if said and not found:
            words = {"said": said, "known": like(said, choices.values())}
            self.note(
                _("không có “%(said)s”; hãy ghi một trong: %(known)s.") % words,
                self._nodes[key].row,
            )
        return found

    def flag(self, key: str) -> bool:
        said = self.text(key).lower()
        if said not in YES | NO:
            self.note(_("“%s” chỉ ghi “có” hoặc “không”; hãy sửa lại.") % key)
        return said in YES

    def number(self, key: str) -> str:
        """A part of one, such as 0.4 or 0,4; empty where nothing is said."""
        said = self.text(key).replace(",", ".")
        if said and not _is_portion(said):
            self.note(
                _("“%(said)s” không phải tỷ lệ; hãy ghi “%(key)s” từ 0 đến 1.")
                % {"said": said, "key": key}
            )
            return ""
        return said

    def sections(self, key: str) -> Iterator[Node]:
        node = self._nodes.get(key)
        if node is None or node.is_empty:
            return
        if not isinstance(node.value, list):
            self.note(
                _("“%s” phải là danh sách, mỗi dòng mở đầu bằng dấu gạch; hãy sửa lại.") % key,
                node.row,
            )
            return
        yield from node.value

    def section(self, key: str) -> Node:
        return self._nodes.get(key, Node(self.row, {}))

    def note(self, sentence: str, row: int | None = None) -> None:
        self.problems.append(Problem(sentence, row or self.row))

    def _short(self, key: str, node: Node, longest: int) -> str:
        if not isinstance(node.value, str):
            self.note(_("“%s” phải là một dòng chữ; hãy sửa lại.") % key, node.row)
            return ""
        if len(node.value) > longest:
            words = {"key": key, "longest": longest}
            self.note(_("“%(key)s” dài quá %(longest)d chữ; hãy rút ngắn.") % words, node.row)
            return ""
        if CONTROL.search(node.value):
            self.note(
                _("“%s” có ký tự không hiện ra được; hãy xóa đi và gõ lại.") % key,
                node.row,
            )
            return ""
        return node.value

    def _note_unknown_keys(self) -> None:
        for key, node in self._nodes.items():
            if key not in self.keys:
                words = {"key": key[:60], "known": like(key, self.keys)}
                self.note(_("không có mục “%(key)s”; hãy ghi: %(known)s.") % words, node.row)

    @property
    def _all(self) -> str:
        return ", ".join(self.keys)


def vietnamese(choices: Iterable[tuple[Any, Any]]) -> dict[str, str]:
    """Values with their Vietnamese labels: a file is written in no other language."""
    with translation.override("vi"):
        return {str(value).lower(): str(label) for value, label in choices}


def chosen(said: str, choices: Mapping[str, str]) -> str:
    """The value behind a value or a label; empty where it is neither."""
    by_label = {label.lower(): value for value, label in choices.items()}
    return said if said in choices else by_label.get(said.lower(), "")


def day_of(said: str) -> date | None:
    """A day as it is written; None where it is none that a plan can name."""
    iso, usual = ISO.fullmatch(said), VIETNAMESE.fullmatch(said)
    found = iso.groups() if iso else usual.groups()[::-1] if usual else None
    try:
        day = date(*map(int, found)) if found else None
    except ValueError:
        return None
    return day if day and FIRST <= day <= LAST else None


def _is_portion(said: str) -> bool:
    try:
        return 0 <= Decimal(said) <= 1
    except InvalidOperation:
        return False
