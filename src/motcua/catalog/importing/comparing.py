"""Do two records say the same? Their words count, not their source, shelf or line breaks."""

from __future__ import annotations

from typing import Any

from motcua.catalog.recording import own_forms, recalling

from . import cleaning

Record = dict[str, Any]

NO_CONTENT = recalling.NO_CONTENT | {"decided_by"}
"""Where it comes from, where it stands, how it ends, who does it here."""
TAKEN_FOR_GRANTED = {"kind": "submit"}
"""What a paper is where its record says nothing."""
NOTHING: tuple[Any, ...] = ("", None, [], {})


def content(record: Record) -> Record:
    """What a record says, in one way of writing: equal for records that say the same."""
    told = {key: value for key, value in record.items() if key not in NO_CONTENT}
    said: Record = _said({**told, "cases": [_case(case) for case in record.get("cases", ())]})
    return said


def says_the_same(record: Record, there: Record) -> bool:
    """Whether a record says nothing beyond what is there."""
    return own_forms.adds_nothing(record, there) and content(record) == content(there)


def _case(case: Record) -> Record:
    papers = [TAKEN_FOR_GRANTED | paper for paper in case["components"]]
    return {**case, "components": papers}


def _said(value: Any) -> Any:
    """Without words that say nothing, and without what holds none."""
    if isinstance(value, str):
        return cleaning.one_line(value)
    if isinstance(value, dict):
        told = {key: _said(one) for key, one in value.items()}
        return {key: one for key, one in told.items() if one not in NOTHING}
    if isinstance(value, list):
        return [said for one in value if (said := _said(one)) not in NOTHING]
    return value
