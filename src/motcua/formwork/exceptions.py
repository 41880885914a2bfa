"""Why is a form not taken, or not opened? Each with the sentences that are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from .problems import Problem


class FormRefused(Exception):
    """What was built says something that no form can say; ``problems`` tell where."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(map(str, problems)))


class NotInBlocks(Exception):
    """A form has parts that would be lost if it were taken apart into blocks."""

    def __init__(self, parts: Sequence[str]) -> None:
        self.parts = list(parts)
        super().__init__(", ".join(parts))

    def __str__(self) -> str:
        said = _(
            "Biểu mẫu này có phần mà các khối không diễn đạt được: %(parts)s. Để không mất gì, "
            "trình soạn không mở; hãy xuất tệp, sửa trong tệp rồi nhập lại."
        )
        return said % {"parts": ", ".join(self.parts)}


class FileRefused(Exception):
    """A file that is no form of ours; the sentence says why and what to do."""
