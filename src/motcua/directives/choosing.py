"""Which public tasks and conclusions does a reader ask for? What stands in the address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from motcua.directives.inbox import says
from motcua.directives.models import Conclusion, Task
from motcua.directives.queries import groups
from motcua.directives.standing import SLUGS
from motcua.organizations import heaps
from motcua.search.folding import fold, nfc

if TYPE_CHECKING:
    from motcua.directives.queries import ConclusionQuerySet, TaskQuerySet

CONCLUSIONS_ON_A_PAGE = 8
TASKS_ON_A_PAGE = 30
PLAIN = re.compile(r"[\w.~-]{1,60}")


@dataclass(frozen=True, slots=True)
class Wish:
    """The words and filters of the address; what is unknown is no wish."""

    words: str = ""
    office: str = ""
    group: str = ""
    before: str = ""

    @classmethod
    def read(cls, address: Mapping[str, str]) -> Wish:
        """From ``?q=…&co-quan=…&tinh-trang=…&sau=…``."""
        group = address.get("tinh-trang", "")
        return cls(
            words=nfc(address.get("q", "")).strip()[:200],
            office=_plain(address.get("co-quan", "")),
            group=group if group in SLUGS else "",
            before=_plain(address.get("sau", "")),
        )

    @property
    def has_filters(self) -> bool:
        return bool(self.words or self.office or self.group)


def conclusions(wish: Wish) -> tuple[list[Conclusion], str]:
    """One page of public conclusions, newest first, and the code after which the next begins."""
    public: ConclusionQuerySet = Conclusion.objects.public()
    for word in fold(wish.words).split():
        public = public.filter(search_text__contains=word)
    wanted = public.for_pages().latest_first().after(wish.before)
    found = list(wanted[: CONCLUSIONS_ON_A_PAGE + 1])
    shown = found[:CONCLUSIONS_ON_A_PAGE]
    return shown, shown[-1].code if len(found) > len(shown) else ""


def tasks(wish: Wish, day: date) -> TaskQuerySet:
    """Every public task that fits, the most days late first."""
    public: TaskQuerySet = Task.objects.public().filter(says(wish.words))
    if wish.office:
        public = public.filter(organization__identifier=wish.office)
    if wish.group:
        public = public.filter(groups(day)[SLUGS[wish.group].value])
    return public.for_lists().order_by("due_on", "pk")


def page_of_tasks(wish: Wish, day: date) -> tuple[list[Task], str]:
    """One page of them, and the key after which the next begins."""
    behind = tasks(wish, day).filter(heaps.beyond(wish.before, "due_on", newest_first=False))
    found = list(behind[: TASKS_ON_A_PAGE + 1])
    shown = found[:TASKS_ON_A_PAGE]
    more = heaps.key_of(shown[-1].due_on, shown[-1].pk) if len(found) > len(shown) else ""
    return shown, more


def _plain(asked: str) -> str:
    return asked if PLAIN.fullmatch(asked) else ""
