"""What was typed in one window while the same question was answered in another?

``Draft.aside`` holds it by page: a list of what lies beside an answer, until somebody chooses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from motcua.catalog.forms.fields import PlaceQuestion
from motcua.search.folding import nfc

if TYPE_CHECKING:
    from django.forms import BoundField, Form

STANDS = "stands"
PREFIX = "choose-"
AT_MOST = 40
"""So many things may lie beside one page; the oldest gives way."""

Typed = dict[str, list[str]]
Aside = dict[str, Any]
"""``name``, ``typed`` (the texts by name of input), ``window`` and ``at``."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers between which somebody chooses."""

    value: str
    text: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A question that was answered in two places: what stands, and what lies beside it."""

    name: str
    label: str
    options: list[Option]


def with_more(kept: list[Aside], typed: Mapping[str, Typed], *, window: str) -> list[Aside]:
    """``kept`` with what was typed now; of one window and question only the latest."""
    window = window[:40]
    at = timezone.now().isoformat(timespec="seconds")
    fresh = [
        {"name": name, "typed": texts, "window": window, "at": at} for name, texts in typed.items()
    ]
    rest = [one for one in kept if not _is_again(one, typed, window)]
    return [*rest, *fresh][-AT_MOST:]


def without(kept: list[Aside], settled: Mapping[str, Typed], *, window: str) -> list[Aside]:
    """``kept`` without what the same window, or the same words elsewhere, made an answer by now."""
    return [one for one in kept if not _is_again(one, settled, window[:40])]


def _is_again(one: Aside, typed: Mapping[str, Typed], window: str) -> bool:
    """Whether it is said anew: by the same window, or in the same words."""
    name = one["name"]
    return name in typed and (one["typed"] == typed[name] or (one["window"] == window != ""))


def choices(form: Form, kept: list[Aside]) -> list[Choice]:
    """What there is to choose on a page that shows what stands."""
    names = dict.fromkeys(one["name"] for one in kept if one["name"] in form.fields)
    return [Choice(name, str(form[name].label), _options(form[name], kept)) for name in names]


def homeless(form: Form, kept: list[Aside]) -> list[Option]:
    """What was typed to a question that is not on the page any more: its entry was removed."""
    lost = [one for one in kept if one["name"] not in form.fields]
    texts = [", ".join(chain.from_iterable(one["typed"].values())) for one in lost]
    return [Option("", nfc(text), one["at"]) for text, one in zip(texts, lost, strict=True) if text]


def _options(bound: BoundField, kept: list[Aside]) -> list[Option]:
    beside = [(place, one) for place, one in enumerate(kept) if one["name"] == bound.name]
    return [
        Option(STANDS, in_words(bound, bound.value())),
        *(
            Option(str(place), in_words(bound, _sent(bound, one["typed"])), one["at"])
            for place, one in beside
        ),
    ]


def chosen(kept: list[Aside], said: Mapping[str, str]) -> list[Aside]:
    """What shall stand instead of what stands, as a page's buttons and marks say."""
    if said.get("whole") == STANDS:
        return []
    if said.get("whole") == "typed":
        return kept
    return [one for place, one in enumerate(kept) if said.get(PREFIX + one["name"]) == str(place)]


def _sent(bound: BoundField, typed: Typed) -> Any:
    """What the question's field took from what was typed."""
    words: MultiValueDict[str, str] = MultiValueDict(typed)
    return bound.field.widget.value_from_datadict(words, MultiValueDict(), bound.name)


def in_words(bound: BoundField, raw: Any) -> str:
    """An answer as its reader knows it: the words of a choice, the text of a line."""
    if isinstance(bound.field, PlaceQuestion):
        said = bound.field.widget.format_value(raw)
        raw = said.text or bound.field.widget.map.called(said.code) or said.code
    texts = raw if isinstance(raw, list) else [raw]
    known = {str(value): str(words) for value, words in getattr(bound.field, "choices", [])}
    words = [known.get(str(one), nfc(str(one))) for one in texts if one not in (None, "", False)]
    if not words:
        return _("(để trống)")
    return ", ".join(_("Có") if one in {"on", "True"} else one for one in words)
