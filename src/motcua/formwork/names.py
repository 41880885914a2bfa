"""What is each question called in the data? As told, else after its label; each name once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count

from django.utils.translation import gettext as _

from motcua.search import folding

from .problems import Place, Problem
from .sheets import EACH, GROUP, Placed

STEP = re.compile(r"[a-z](_?[a-z0-9])*")
MOST_STEPS, LONGEST = 8, 40


def paths_of(questions: Iterable[Placed]) -> tuple[dict[Place, str], list[Problem]]:
    """The path of every question by its place, and what is wrong with the names."""
    told = list(questions)
    paths = {each.place: _told(each) for each in told}
    _fill_in(told, paths)
    return paths, [*_misspelt(told, paths), *_twice(told, paths)]


def _told(question: Placed) -> str:
    return str(question.value.get("name") or "").strip()


def _fill_in(told: list[Placed], paths: dict[Place, str]) -> None:
    """Names for those without; a group's questions come after it and are called after it."""
    for each in told:
        around = f"{paths[each.group]}.{EACH}." if each.group else ""
        taken = set(paths.values())
        if paths[each.place]:
            paths[each.place] = around + paths[each.place]
        else:
            paths[each.place] = _free(around, str(each.value.get("title", "")), taken)


def _free(around: str, label: str, taken: set[str]) -> str:
    stem = folding.slug(label).replace("-", "_")[:LONGEST].strip("_")
    stem = stem if STEP.fullmatch(stem) else f"cau_{stem}".rstrip("_")
    names = (around + (stem if n == 1 else f"{stem}_{n}") for n in count(1))
    return next(name for name in names if name not in taken)


def _misspelt(told: list[Placed], paths: dict[Place, str]) -> Iterable[Problem]:
    said = _(
        "Tên dữ liệu “%(name)s” không dùng được. Chỉ gồm chữ thường không dấu, chữ số và gạch "
        "dưới, ví dụ ho_ten; các cấp cách nhau bằng dấu chấm. Để trống thì cổng tự đặt."
    )
    for each in told:
        steps = [step for step in paths[each.place].split(".") if step != EACH]
        if len(steps) > MOST_STEPS or not all(STEP.fullmatch(step) for step in steps):
            yield Problem((*each.place, "name"), said % {"name": _told(each)})


def _twice(told: list[Placed], paths: dict[Place, str]) -> Iterable[Problem]:
    seen: dict[str, Placed] = {}
    for each in told:
        path = paths[each.place]
        if path in seen:
            said = _("Tên dữ liệu “%(name)s” đã dùng ở câu khác. Hãy đặt tên khác hoặc để trống.")
            yield Problem((*each.place, "name"), said % {"name": path})
        elif above := _above(path, seen):
            said = _("“%(above)s” đã là một câu hỏi nên “%(name)s” không thể nằm trong nó.")
            yield Problem((*each.place, "name"), said % {"above": above, "name": path})
        seen.setdefault(path, each)
    for path, each in seen.items():
        if each.kind != GROUP and any(other.startswith(f"{path}.") for other in seen):
            said = _("“%(name)s” vừa là một câu hỏi, vừa là nhóm của câu khác. Hãy đổi một tên.")
            yield Problem((*each.place, "name"), said % {"name": path})


def _above(path: str, seen: dict[str, Placed]) -> str:
    """A question before this one in whose name it would stand, if that is no group."""
    return next((p for p, q in seen.items() if path.startswith(f"{p}.") and q.kind != GROUP), "")
