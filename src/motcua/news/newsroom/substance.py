"""What did readers see? A change of it after the first publication says what it mends."""

import hashlib
import json
import re
from typing import Any

from motcua.news.newsroom.exceptions import ChangeUnexplained, NoticeEmpty

EDITORS_KEYS = re.compile(r'\s?data-block-key="[^"]*"')
"""The rich text editor's own marks: they say nothing to readers."""


def digest(article: Any) -> str:
    """The same for two versions that read the same."""
    said = [article.title, article.lead, _plain(article.body.get_prep_value()), article.picture_id]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items() if key != "id"}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return EDITORS_KEYS.sub("", value) if isinstance(value, str) else str(value)


def is_changed(article: Any) -> bool:
    """Whether it was published once and would now say something else."""
    seen = article.published_substance
    return bool(seen) and seen != digest(article)


def check(article: Any) -> None:
    """Raises ChangeUnexplained or NoticeEmpty where readers would not be told."""
    if not is_changed(article):
        return
    if not article.change_kind:
        raise ChangeUnexplained
    if article.change_kind == "notice" and not article.change_note.strip():
        raise NoticeEmpty


def mended(article: Any) -> dict[str, str]:
    """Kind and words of the correction that a publication makes; empty where there is none."""
    check(article)
    if not is_changed(article):
        return {}
    note = article.change_note.strip() if article.change_kind == "notice" else ""
    return {"kind": article.change_kind, "note": note}


def author(article: Any) -> Any:
    """Who wrote the version that is published now."""
    return article.live_revision.user if article.live_revision_id else None
