"""In which case is a paper needed, and which sentences stand beside? By the headings of blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_noop as _

from . import cleaning, sentences
from .remarks import Noting

BULLETS = " -–—+*•·.;:\n\t"
SUBMIT, SHOW = "giấy tờ phải nộp", "giấy tờ phải xuất trình"
REMARKS = re.compile(r"\W*lưu ý\b", re.IGNORECASE)
"""The heading under which records put sentences among their papers."""
NO_PAPERS = _("trường hợp không có giấy tờ nào, ghi ở phần lưu ý")
NO_ORDER = _("tiêu đề không rõ gồm những giấy tờ nào, ghi ở phần lưu ý")

Paper = dict[str, Any]
Case = dict[str, Any]
Block = tuple[str, list[Paper]]
"""A heading and its rows; a row that is no paper tells only its SENTENCE."""
SENTENCE = "sentence"


def gathered(blocks: list[Block], note: Noting) -> tuple[list[Case], list[str]]:
    """Cases with their papers; sentences go to the paper that they name, or to the notes."""
    found: dict[str, list[Paper]] = {}
    notes: list[str] = []
    for heading, rows in blocks:
        name, kind = _case(heading)
        papers = [_done(row, kind) for row in rows if SENTENCE not in row]
        label = _label(heading) if len(blocks) > 1 or not papers else ""
        notes += _sentences([row for row in rows if SENTENCE in row], papers, label, note)
        if not rows and label:
            note(NO_PAPERS, label)
            notes.append(label)
        found.setdefault(name, []).extend(papers)
    told = [{"name": name, "components": papers} for name, papers in found.items() if papers]
    return told, list(dict.fromkeys(notes))


def _done(row: Paper, kind: str) -> Paper:
    return {**row, "kind": kind} if kind else dict(row)


def tells_notes(heading: str) -> bool:
    return bool(REMARKS.match(heading))


def _label(heading: str) -> str:
    """What the record calls the block; nothing where it says nothing."""
    name = " ".join(heading.split()).strip(BULLETS)
    return "" if cleaning.says_nothing(name) else sentences.LABEL.sub("", name)


def _sentences(rows: list[Paper], papers: list[Paper], label: str, note: Noting) -> Iterator[str]:
    """Each stands by the only paper that it names, or under the label of its block."""
    for row in rows:
        for sentence in sentences.said(row[SENTENCE]):
            if paper := sentences.of_paper(sentence, papers):
                paper["note"] = " ".join(filter(None, [paper.get("note"), sentence]))
                continue
            if sentences.is_heading(sentence):
                note(NO_ORDER, sentence)
            yield f"{label}: {sentence}" if label else sentence


def _case(heading: str) -> tuple[str, str]:
    """Name of the case (empty for every case) and what is done with its papers."""
    name = " ".join(heading.split()).strip(BULLETS)
    lowered = name.lower()
    if lowered.startswith(SHOW):
        return name[len(SHOW) :].strip(BULLETS), "show"
    if lowered.startswith(SUBMIT):
        return name[len(SUBMIT) :].strip(BULLETS), "submit"
    return ("" if cleaning.says_nothing(name) else name), ""
