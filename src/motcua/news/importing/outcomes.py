"""What became of a story? Said for each, and counted at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.translation import gettext as _

from .stories import Problem, Story


class Fate(StrEnum):
    """What happened, or in a dry run would happen."""

    TAKEN = "taken"
    KNOWN = "known"
    """Imported before."""
    DOUBLE = "double"
    """An article with this title is here already."""
    KEPT_OUT = "kept_out"

    @property
    def words(self) -> str:
        return {
            self.TAKEN: _("nhập"),
            self.KNOWN: _("đã nhập từ trước"),
            self.DOUBLE: _("trùng tiêu đề với bài đã có"),
            self.KEPT_OUT: _("bỏ qua"),
        }[self]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One story and its fate."""

    key: str
    title: str
    fate: Fate
    problems: tuple[Problem, ...]
    pieces: int = 0
    pictures: int = 0

    @classmethod
    def of(cls, story: Story, fate: Fate) -> Outcome:
        pictures = sum(1 for _each in story.pictures()) + bool(story.cover)
        problems = tuple(story.problems)
        return cls(story.key, story.title, fate, problems, len(story.body), pictures)

    def lines(self) -> Iterator[str]:
        """What an operator reads: the story, and every problem below it."""
        what = _("%(pieces)s khối, %(pictures)s ảnh") % {
            "pieces": self.pieces,
            "pictures": self.pictures,
        }
        yield f"{self.fate.words}: {self.key} · {self.title or '—'} ({what})"
        yield from (f"    {problem}" for problem in self.problems)


@dataclass(slots=True)
class Tally:
    """How many of each."""

    fates: Counter[Fate] = field(default_factory=Counter)
    troubles: Counter[str] = field(default_factory=Counter)

    def count(self, outcome: Outcome) -> None:
        self.fates[outcome.fate] += 1
        self.troubles.update(problem.trouble.sentence for problem in outcome.problems)

    def lines(self) -> Iterator[str]:
        yield ", ".join(f"{fate.words}: {self.fates[fate]}" for fate in Fate)
        yield from (f"    {sentence}: {n}" for sentence, n in self.troubles.most_common())
