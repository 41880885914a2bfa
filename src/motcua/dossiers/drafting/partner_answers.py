"""Which answers of a partner are taken, and how does the citizen read them?

An answer stands under the path of its question; the entries of a repeating group stand as a list
under the path of the group, each with its questions: ``{"members": [{"full_name": "…"}]}``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from motcua.catalog.forms.schema import Schema, value_at, with_value
from motcua.dossiers.drafting import questions
from motcua.dossiers.drafting.questions import said
from motcua.dossiers.exceptions import PrefillRefused
from motcua.search.folding import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from motcua.catalog.forms.groups import Group
    from motcua.catalog.models import ProcedureVersion
    from motcua.dossiers.models import Partner

LONGEST_ANSWER = 2_000
TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
}
"""What JSON may stand for a question of each type."""


def taken(partner: Partner, version: ProcedureVersion, sent: Any) -> dict[str, Any]:
    """The answers by path, each allowed, asked and of its type; raises PrefillRefused."""
    if not isinstance(sent, dict) or not sent:
        raise PrefillRefused("answers", _("“answers” phải có ít nhất một câu trả lời."))
    groups = {group.path: group for group in questions.groups(version)}
    _refuse_strange(partner, version, list(_patterns(sent, groups)))
    asked = dict(questions.asked(version))
    return {
        path: _entries(groups[path], asked, value)
        if path in groups
        else _answer(path, asked, value)
        for path, value in sent.items()
    }


def _patterns(sent: dict[str, Any], groups: dict[str, Group]) -> Iterator[str]:
    """The questions that are answered; of an entry's as the form names them."""
    for path, value in sent.items():
        if path not in groups:
            yield "" if "*" in path else path
        elif not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise _wrong_type(path)
        else:
            yield from (f"{path}.*.{inner}" for entry in value for inner in entry)


def _refuse_strange(partner: Partner, version: ProcedureVersion, sent: list[str]) -> None:
    asked = {path for path, _schema in questions.asked(version)}
    known = asked.intersection(partner.allowed[version.procedure.code])
    if strange := sorted({path[:100] for path in sent} - known):
        words = _("Không được điền: %(paths)s.") % {"paths": ", ".join(strange[:20])}
        raise PrefillRefused("not_allowed", words, status=403)


def _entries(group: Group, asked: dict[str, Schema], sent: list[dict[str, Any]]) -> list[Any]:
    if not 0 < len(sent) <= group.most:
        raise _wrong_type(group.path)
    return [_entry(group, asked, entry) for entry in sent]


def _entry(group: Group, asked: dict[str, Schema], sent: dict[str, Any]) -> dict[str, Any]:
    entry: dict[str, Any] = {}
    for inner, value in sent.items():
        entry = with_value(entry, inner, _answer(f"{group.path}.*.{inner}", asked, value))
    return entry


def _answer(path: str, asked: dict[str, Schema], value: Any) -> Any:
    kinds = TYPES.get(str(asked[path].get("type", "string")), (str,))
    is_kind = isinstance(value, kinds) and (bool in kinds or not isinstance(value, bool))
    if not is_kind or len(str(value)) > LONGEST_ANSWER:
        raise _wrong_type(path)
    return nfc(value).strip() if isinstance(value, str) else value


def _wrong_type(path: str) -> PrefillRefused:
    return PrefillRefused(
        "type", _("Câu trả lời không đúng kiểu: %(path)s.") % {"path": path[:100]}
    )


def shown(version: ProcedureVersion, answers: dict[str, Any]) -> list[tuple[str, str]]:
    """What came: each question with the answer in words, entries in their order."""
    asked = dict(questions.asked(version))
    lines = [(one, answers[path]) for path, one in asked.items() if path in answers]
    told = [(str(one.get("title", "")), said(one, value)) for one, value in lines]
    for group in questions.groups(version):
        for number, entry in enumerate(answers.get(group.path, [])):
            told += _lines(group, number, asked, entry)
    return told


def _lines(
    group: Group, number: int, asked: dict[str, Schema], entry: dict[str, Any]
) -> list[tuple[str, str]]:
    values = {
        pattern: value_at(entry, questions.inside(group, pattern)) for pattern in group.patterns
    }
    return [
        (f"{group.legend(number)}: {asked[pattern].get('title', '')}", said(asked[pattern], value))
        for pattern, value in values.items()
        if value is not None and pattern in asked
    ]
