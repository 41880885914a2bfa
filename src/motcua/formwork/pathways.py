"""How does one question name another? By its path in the schema, by its label on the screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from motcua.search.folding import fold

from .sheets import EACH, Json


def node_at(schema: Json, path: str) -> Json:
    """The schema of a question; KeyError where there is none. ``members.*.name`` is any entry's."""
    found: Any = schema
    for step in path.split("."):
        found = found["items"] if step == EACH else found["properties"][step]
        if not isinstance(found, dict):
            raise KeyError(path)
    return dict(found)


def holder_of(path: str) -> str:
    """``child.name`` → ``child``; empty at the top."""
    return path.rpartition(".")[0]


class Names:
    """Every question of a form by path and by label; a label that two have names none of them."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self.labels = dict(labels)
        count = Counter(map(fold, self.labels.values()))
        self._by_label = {
            fold(label): path
            for path, label in self.labels.items()
            if label and count[fold(label)] == 1 and label not in self.labels
        }

    def said(self, path: str) -> str:
        """How an editor reads it: the label, where that is one question's alone."""
        label = self.labels.get(path, "")
        return label if self._by_label.get(fold(label)) == path else path

    def meant(self, words: str) -> str | None:
        """The path that somebody means who wrote a path or a label."""
        words = words.strip()
        return words if words in self.labels else self._by_label.get(fold(words))
