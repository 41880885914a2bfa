"""What does a plan say while it is written? The text of its file, to be changed part by part.

Everything is a word as somebody typed it, right or wrong: only ``reading`` judges. Written back it
is the same file, so that what a screen began can be finished by hand and the other way round.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml
from django.utils.translation import gettext as _

from motcua.reorganization.exceptions import PlanInvalid
from motcua.reorganization.problems import Problem

from . import reading, tables, trees
from .trees import Node
from .words import PlanWords

Words = dict[str, Any]
LISTS = frozenset({"units", "originals", "resulting", "localities", "duties"})
"""Keys with several words; a single word is a list of one."""
SECTIONS = frozenset({"organizations", "changes", "shares", "posts", "from"})
"""Keys with several sections, where they have more than a word."""
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass
class Sheet:
    """A plan as it is being written."""

    heading: Words = field(default_factory=dict)
    organizations: list[Words] = field(default_factory=list)
    changes: list[Words] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> Sheet:
        """Of the text of a YAML file; raises PlanInvalid where only the text can be mended."""
        if not text.strip():
            return cls()
        tree = trees.read(text)
        return cls(*(_section(tree, key) for key in reading.TOP)) if _is_regular(tree) else _lost()

    @property
    def text(self) -> str:
        """The file; what says nothing is left out."""
        said = {"plan": self.heading, "organizations": self.organizations, "changes": self.changes}
        return dumped(_without_nothing(said) or {"plan": {}})

    # --- Organizations ------------------------------------------------------------------------

    def described(self, identifier: str) -> Words | None:
        """What the plan says of an organization, if anything."""
        same = (each for each in self.organizations if each.get("identifier") == identifier)
        return next(same, None)

    @property
    def described_codes(self) -> list[str]:
        """Every code of an organization that the plan describes."""
        return [code for each in self.organizations if (code := each.get("identifier"))]

    def rename(self, old: str, new: str) -> None:
        """Let every change speak of an organization by its other code."""
        if not old or old == new:
            return
        for change in self.changes:
            for side in ("originals", "resulting"):
                change[side] = [new if code == old else code for code in change.get(side, [])]
            for share in change.get("shares", []):
                share.update({key: new for key in ("from", "to") if share.get(key) == old})

    def forget_strays(self) -> None:
        """Leave out new organizations that no change names any more, nor any other as superior."""
        named = {code for change in self.changes for code in change.get("resulting", [])}
        named |= {each.get("parent", "") for each in self.organizations}
        self.organizations = [
            each
            for each in self.organizations
            if each.get("identifier") in named or not each.get("kind")
        ]

    # --- Changes ------------------------------------------------------------------------------

    def move(self, place: int, by: int) -> None:
        """Let a change stand further up or down."""
        change = self.changes.pop(place)
        self.changes.insert(max(0, place + by), change)

    @cached_property
    def codes(self) -> list[str]:
        """Every code that the changes name, each once."""
        sides = (change.get(side, []) for change in self.changes for side in SIDES)
        return list(dict.fromkeys(code for side in sides for code in side))


SIDES = ("originals", "resulting")


def words_of(text: str) -> PlanWords:
    """The words of the text, to be entered; raises PlanInvalid."""
    return reading.read(text.encode(), "plan.yaml")


def as_text(content: bytes, name: str) -> str:
    """A file as the text to go on with: a table as the YAML that says the same."""
    text = trees.text_of(content).replace("\x00", "")
    if not name.lower().endswith(".csv"):
        return text
    return Sheet(*(_section(tables.tree(text), key) for key in reading.TOP)).text


def dumped(said: Any) -> str:
    return str(yaml.dump(said, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=100))


# --- From the tree ------------------------------------------------------------------------------


def _lost() -> Sheet:
    raise PlanInvalid(
        [Problem(_("Tệp không theo mẫu nên chưa sửa được từng mục; hãy sửa ngay trong văn bản."))]
    )


def _is_regular(tree: Node) -> bool:
    """Whether every part has its shape: then a screen can show it and write it back."""
    return isinstance(tree.value, dict) and all(
        _fits(key, node) for key, node in tree.value.items() if key in reading.TOP
    )


def _fits(key: str, node: Node) -> bool:
    if node.is_empty:
        return True
    if isinstance(node.value, dict):
        return key in ("plan", "contact", "") and all(map(_fits, *_named(node.value)))
    if isinstance(node.value, list):
        return (
            key in SECTIONS and all(isinstance(n.value, dict) and _fits("", n) for n in node.value)
        ) or (key in LISTS and all(isinstance(each.value, str) for each in node.value))
    return key not in SECTIONS - {"from"} and key not in ("plan", "contact")


def _named(said: dict[str, Node]) -> tuple[list[str], list[Node]]:
    return list(said), list(said.values())


def _section(tree: Node, key: str) -> Any:
    node = tree.value.get(key) if isinstance(tree.value, dict) else None
    empty: Any = {} if key == "plan" else []
    return empty if node is None or node.is_empty else _plain(key, node)


def _plain(key: str, node: Node) -> Any:
    """Words and lists without their lines."""
    if isinstance(node.value, dict):
        return {name: _plain(name, each) for name, each in node.value.items() if not each.is_empty}
    if isinstance(node.value, list):
        return [_plain("", each) for each in node.value]
    return [node.value] if key in LISTS else node.value


def _without_nothing(said: Any) -> Any:
    if isinstance(said, dict):
        kept = {key: _without_nothing(value) for key, value in said.items()}
        return {key: value for key, value in kept.items() if value not in ("", [], {}, None)}
    if isinstance(said, list):
        return [each for one in said if (each := _without_nothing(one)) not in ("", [], {}, None)]
    return said
