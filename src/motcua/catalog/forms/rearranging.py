"""What did somebody ask of the page itself: one entry more, one less, a place looked up?

The buttons are named ``add``, ``remove`` and ``look_up`` and send the whole page, so that they
work without scripts and lose nothing: entries move up with everything typed in them, right or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from . import groups
from .groups import Group
from .schema import name_of

ADD, REMOVE, LOOK_UP = "add", "remove", "look_up"

Typed = MultiValueDict[str, Any]


@dataclass(frozen=True)
class Rearranged:
    """The page as it is now to be shown: what is typed, what takes the focus, what is said."""

    typed: Typed
    focus: str = ""
    """The question, or the group, that the next keystroke should reach."""
    told: str = ""


def rearranged(typed: Mapping[str, Any], known: Iterable[Group]) -> Rearranged | None:
    """The page after a button of its own was pressed; None where another one was."""
    sent = copied(typed)
    by_path = {group.path: group for group in known}
    group, number = _entry(str(sent.get(REMOVE, "")), by_path)
    if group:
        return _without(sent, group, number)
    if group := by_path.get(str(sent.get(ADD, ""))):
        return _with_one_more(sent, group)
    return Rearranged(sent, focus=str(sent[LOOK_UP])) if LOOK_UP in sent else None


def copied(typed: Mapping[str, Any]) -> Typed:
    """What was sent, to change; a plain dictionary too."""
    lists = typed.lists() if isinstance(typed, MultiValueDict) else ((k, [typed[k]]) for k in typed)
    return MultiValueDict({name: list(values) for name, values in lists})


def count_typed(sent: Mapping[str, Any], group: Group) -> int:
    """How many entries the page holds: as it says itself, else as many as were sent."""
    told = str(sent.get(group.count_name, ""))
    if told.isascii() and told.isdigit() and len(told) < len(str(groups.MOST)) + 1:
        return min(max(int(told), group.least), group.most)
    names = {name_of(path): number for number in range(group.most) for path in group.paths(number)}
    sent_entries = [number + 1 for name, number in names.items() if name in sent]
    return max(sent_entries, default=group.least)


def _with_one_more(sent: Typed, group: Group) -> Rearranged:
    there = count_typed(sent, group)
    if there >= group.most:
        told = _("Nhiều nhất %(most)d. Không thêm được nữa.") % {"most": group.most}
        return Rearranged(sent, group.path, told)
    sent[group.count_name] = str(there + 1)
    return Rearranged(sent, group.paths(there)[0], _("Đã thêm: %s.") % group.legend(there))


def _without(sent: Typed, group: Group, number: int) -> Rearranged:
    there = count_typed(sent, group)
    if number >= there or there <= group.least:
        return Rearranged(sent, group.path)
    kept: Typed = MultiValueDict()
    for name, values in sent.lists():
        moved = _moved(name, group, number)
        if moved:
            kept.setlist(moved, values)
    kept[group.count_name] = str(there - 1)
    return Rearranged(kept, group.path, _("Đã bỏ: %s.") % group.legend(number))


def _moved(name: str, group: Group, gone: int) -> str:
    """How a name is called once an entry is gone; nothing for that entry's own."""
    front = f"{group.name}__"
    step, _sep, rest = name.removeprefix(front).partition("__")
    if not name.startswith(front) or not (step.isascii() and step.isdigit()) or not rest:
        return name
    number = int(step)
    if number == gone:
        return ""
    return f"{front}{number - 1}__{rest}" if number > gone else name


def _entry(told: str, by_path: Mapping[str, Group]) -> tuple[Group | None, int]:
    """``members.1`` → that group and 1."""
    path, _sep, step = told.rpartition(".")
    is_number = step.isascii() and step.isdigit() and len(step) <= len(str(groups.MOST))
    return (by_path.get(path), int(step)) if is_number else (None, 0)
