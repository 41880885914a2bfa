"""When does a section count? Conditions as rows, or as the schema over all answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from motcua.search.folding import fold

from .pathways import Names, holder_of
from .sheets import Json

IS, ONE_OF, LEAST, MOST = "is", "one_of", "least", "most"
ENTRIES, NO_MORE_ENTRIES = "entries", "no_more_entries"
KEYWORDS = {
    IS: "const",
    ONE_OF: "enum",
    LEAST: "minimum",
    MOST: "maximum",
    ENTRIES: "minItems",
    NO_MORE_ENTRIES: "maxItems",
}
"""How an answer is compared → the keyword."""
BY_KEYWORD = {keyword: how for how, keyword in KEYWORDS.items()}
BETWEEN = ";"
"""Stands between answers of which one must be given."""
YES = "Có"
NUMBER = re.compile(r"-?[0-9]{1,15}(,[0-9]{1,6})?")

Rows = list[Json]


class Unclear(ValueError):
    """A row that cannot be understood; its text is the sentence, ``field`` where it stands."""

    def __init__(self, field: str, sentence: str) -> None:
        self.field = field
        super().__init__(sentence)


# --- From the schema to rows --------------------------------------------------------------------


def rows_of(when: Json, nodes: dict[str, Json], names: Names) -> Rows | None:
    """The rows that say ``when``; None where rows cannot say it."""
    try:
        found = [_row(path, key, value, nodes, names) for path, key, value in _told(when, "")]
        return found if _same(when_of(found, nodes, names), when) else None
    except (KeyError, TypeError, ValueError):
        return None


def _told(when: Json, above: str) -> Iterator[tuple[str, str, Any]]:
    """Path, keyword and value of each thing that is asked, in the order of ``required``."""
    for step in when["required"]:
        path, wanted = f"{above}.{step}".lstrip("."), when["properties"][step]
        if "properties" in wanted:
            yield from _told(wanted, path)
        else:
            yield from ((path, key, wanted[key]) for key in sorted(wanted))


def _row(path: str, keyword: str, value: Any, nodes: dict[str, Json], names: Names) -> Json:
    said = value if isinstance(value, list) else [value]
    answer = f"{BETWEEN} ".join(_in_words(each, nodes[path]) for each in said)
    return {"question": names.said(path), "how": BY_KEYWORD[keyword], "answer": answer}


def _in_words(value: Any, node: Json) -> str:
    if value is True:
        return YES
    labels = choices_of(node)
    label = labels.get(value, "")
    alone = label and list(map(fold, labels.values())).count(fold(label)) == 1
    if alone and BETWEEN not in label and label not in labels:
        return label
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)


# --- From rows to the schema --------------------------------------------------------------------


def when_of(rows: Rows, nodes: dict[str, Json], names: Names) -> Json:
    """The schema that the rows say; raises Unclear. Several rows must all be met."""
    when: Json = {"required": [], "properties": {}}
    for row in rows:
        path = names.meant(row["question"])
        if path is None or "*" in path:
            raise Unclear("question", _unknown(row["question"]))
        _ask(when, path, {KEYWORDS[row["how"]]: _wanted(row, nodes[path])})
    return when


def _unknown(words: str) -> str:
    said = _(
        "Không có câu hỏi nào tên “%(name)s” để đặt điều kiện. Hãy ghi đúng nhãn hoặc tên dữ liệu "
        "của một câu ngoài nhóm lặp."
    )
    return said % {"name": words}


def _ask(when: Json, path: str, wanted: Json) -> None:
    above, step = holder_of(path), path.rpartition(".")[2]
    for each in above.split(".") if above else []:
        when = _wanted_of(when, each)
        when.setdefault("required", [])
        when.setdefault("properties", {})
    _wanted_of(when, step).update(wanted)


def _wanted_of(when: Json, step: str) -> Json:
    if step not in when["properties"]:
        when["required"].append(step)
    found: Json = when["properties"].setdefault(step, {})
    return found


def _wanted(row: Json, node: Json) -> Any:
    how, words = row["how"], row["answer"].strip()
    if how in (IS, ONE_OF):
        parts = words.split(BETWEEN) if how == ONE_OF else [words]
        answers = [_answer(part.strip(), node) for part in parts]
        return answers if how == ONE_OF else answers[0]
    return _number(words, whole=how in (ENTRIES, NO_MORE_ENTRIES))


def _answer(words: str, node: Json) -> Any:
    if node.get("type") == "boolean":
        return _tick(words)
    if node.get("type") in ("integer", "number"):
        return _number(words, whole=node["type"] == "integer")
    labels = choices_of(node)
    if not labels or words in labels:
        return words
    meant = [value for value, label in labels.items() if fold(label) == fold(words)]
    if len(meant) != 1:
        said = _("Câu ấy không có câu trả lời “%(words)s”. Hãy ghi một trong: %(known)s.")
        raise Unclear("answer", said % {"words": words, "known": ", ".join(labels.values())})
    return meant[0]


def _tick(words: str) -> bool:
    if fold(words) not in {"co", "true", "x"}:
        said = _("Ô đánh dấu chỉ hỏi được “%(yes)s”, nghĩa là đã đánh dấu.")
        raise Unclear("answer", said % {"yes": YES})
    return True


def _number(words: str, *, whole: bool) -> int | float:
    if NUMBER.fullmatch(words) and not (whole and "," in words):
        return float(words.replace(",", ".")) if "," in words else int(words)
    said = _("“%(words)s” không phải một số. Hãy ghi số, ví dụ 2 hoặc 1500000.")
    raise Unclear("answer", said % {"words": words})


def choices_of(node: Json) -> dict[Any, str]:
    """Value → label of each choice."""
    return {one["const"]: str(one.get("title", one["const"])) for one in node.get("oneOf", [])}


def _same(one: Json, other: Json) -> bool:
    return one == other
