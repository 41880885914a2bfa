"""What did an invented applicant write into the form? Enough for the form to be complete."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from motcua.catalog.forms.schema import Answers, Schema, holds

DAY = "2025-08-15"
BORN = "1990-08-15"
"""When whoever is no child was born."""
NAMES = ("Minh An", "Bảo Châu")
WORDS = {
    "ethnicity": "Kinh",
    "nationality": "Việt Nam",
    "relation": "chủ hộ",
    "times": "1",
    "facility": "Cơ sở y tế ví dụ",
    "subject": "Đề nghị giải quyết theo hồ sơ kèm theo",
    "lines": "Bán lẻ tạp hóa",
}
"""What is written under the name of a question."""
SIZES = {"area": 60.5, "floor": 60.5, "height": 7.2}
"""What is measured."""
OTHERWISE = "Nội dung do bản trình diễn tự đặt ra."


def to_form(
    schema: Schema | None, name: str, number: int, *, address: str, phone: str
) -> dict[str, Any]:
    """Answers to a version's form by the ``number``th invented citizen; none without a form."""
    known = {
        "full_name": name,
        "personal_number": f"099190{number:06d}",
        "phone": phone,
        "detail": address,
        "native_place": address.rpartition(", ")[2],
    }
    answers = _needed(schema or {}, known, number)
    for _round in (schema or {}).get("allOf", []):
        for wanted in _wanted(schema or {}, answers):
            part = schema["properties"][wanted] if schema else {}
            answers[wanted] = _answer(wanted, part, known, number)
    return answers


def _wanted(schema: Schema, answers: Answers) -> Iterator[str]:
    """What the answers so far make necessary."""
    for rule in schema.get("allOf", []):
        if holds(rule["if"], answers):
            yield from (one for one in rule["then"]["required"] if one not in answers)


def _needed(part: Schema, known: dict[str, str], number: int) -> Answers:
    """What must be answered, except what the portal works out."""
    return {
        name: _answer(name, part["properties"][name], known, number)
        for name in part.get("required", [])
    }


def _answer(name: str, part: Schema, known: dict[str, str], number: int) -> Any:
    born = {**known, "birth_date": DAY if name == "child" else BORN}
    if "items" in part:
        return [_needed(part["items"], born, number)] * max(1, part.get("minItems", 1))
    if "properties" in part:
        return _needed(part, born, number)
    return _single(name, part, known, number)


def _single(name: str, part: Schema, known: dict[str, str], number: int) -> Any:
    if "oneOf" in part:
        return part["oneOf"][number % len(part["oneOf"])]["const"]
    match part.get("type"):
        case "boolean":
            return True
        case "integer":
            return max(part.get("minimum", 0), number % 3)
        case "number":
            return SIZES.get(name, 85.5)
    return _words(name, part, known, number)


def _words(name: str, part: Schema, known: dict[str, str], number: int) -> str:
    """One's own where the portal knows it, else somebody's of the family."""
    told = known.get(name, "")
    match part.get("format"):
        case "past-date" | "past-date-or-year" | "date":
            return told or DAY
        case "personal-number" | "phone":
            return told
        case "person-name" if "x-prefill" not in part:
            return f"{known['full_name'].partition(' ')[0]} {NAMES[number % 2]}"
    return told or WORDS.get(name, OTHERWISE)
