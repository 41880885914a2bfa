"""Which kinds of questions are there, and which keyword of the schema does each field say?

The vocabulary is that of ``docs/forms.md``. A kind is recognized by what every question of it says
(``fixed``, ``needs``); its slots are the fields of its block.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .sheets import Json

CALCULATIONS = {
    "sum": "x-sum-of",
    "product": "x-product-of",
    "difference": "x-difference-of",
    "percent": "x-percent-of",
    "count": "x-count-of",
    "age": "x-age-of",
}
"""How a question is worked out → the keyword with what it is worked out of."""
TYPES = {"whole": "integer", "decimal": "number"}
PREFILLS = ("full_name", "birth_date", "sex", "personal_number", "phone", "email")


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of a block and its keyword; nothing is written where the field is ``empty``."""

    field: str
    keyword: str
    kind: type = str
    said: Any = None
    """Of a tick: the value that the keyword has where it is set."""
    among: tuple[str, ...] = ()
    """The values that the field offers; any other stays where it is."""

    @property
    def empty(self) -> Any:
        return {str: "", int: None, float: None, bool: False, list: []}[self.kind]

    def into_block(self, node: Json) -> Any:
        """The field's value; the keyword leaves ``node`` where the field can say it."""
        if self.keyword not in node or not self._can_say(node[self.keyword]):
            return self.empty
        value = node.pop(self.keyword)
        return True if self.kind is bool else value

    def into_node(self, value: Any) -> Json:
        if value in (self.empty, None):
            return {}
        if self.kind is float and float(value).is_integer():
            value = int(value)
        return {self.keyword: self.said if self.kind is bool else value}

    def _can_say(self, value: Any) -> bool:
        if self.kind is bool:
            return type(value) is type(self.said) and value == self.said
        if self.kind is float:
            return type(value) in (int, float)
        if self.among and value not in self.among:
            return False
        return type(value) is self.kind and value not in (self.empty, None)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of question, such as *Ngày*."""

    name: str
    fixed: tuple[tuple[str, Any], ...] = ()
    needs: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()
    paths: tuple[tuple[str, str], ...] = ()
    """Fields that name another question → their keyword."""

    def fits(self, node: Json) -> bool:
        alike = all(node.get(key) == value for key, value in self.fixed)
        return alike and all(key in node for key in self.needs)


def kind(name: str, *slots: Slot, needs: tuple[str, ...] = (), **fixed: Any) -> Kind:
    return Kind(name, tuple(fixed.items()), needs, slots)


MIN_LENGTH = Slot("min_length", "minLength", int)
MAX_LENGTH = Slot("max_length", "maxLength", int)
LENGTHS = (MIN_LENGTH, MAX_LENGTH)
SHAPE = (Slot("pattern", "pattern"),)
LEAST, MOST = Slot("least", "minimum", float), Slot("most", "maximum", float)
WHOLE = (Slot("least", "minimum", int), Slot("most", "maximum", int))
UNIT, DECIMALS = Slot("unit", "x-unit"), Slot("decimals", "x-decimals", int)
COMMON = (
    Slot("title", "title"),
    Slot("hint", "description"),
    Slot("prefill", "x-prefill", among=PREFILLS),
    Slot("autocomplete", "x-autocomplete"),
    Slot("error", "x-error"),
)
"""What every question may say."""

TEXT, DAY = "string", "date"
KINDS = (
    kind("paper", Slot("paper", "x-paper"), needs=("x-paper",), type="boolean"),
    kind("tick", Slot("must", "const", bool, said=True), type="boolean"),
    kind("choice", Slot("as_buttons", "x-widget", bool, "radio"), needs=("oneOf",), type=TEXT),
    kind("text", Slot("lines", "x-lines", int), *LENGTHS, needs=("x-lines",), type=TEXT),
    kind("past_day", type=TEXT, format="past-date"),
    kind("past_day_or_year", type=TEXT, format="past-date-or-year"),
    kind("day", type=TEXT, format="date"),
    kind("name", *LENGTHS, type=TEXT, format="person-name"),
    Kind(
        "personal_number",
        (("type", TEXT), ("format", "personal-number")),
        paths=(("birth_date", "birth_date"), ("sex", "sex")),
    ),
    kind("phone", type=TEXT, format="phone"),
    kind("email", *LENGTHS, type=TEXT, format="email"),
    kind("commune", type=TEXT, format="commune"),
    kind("place", type=TEXT, format="place"),
    Kind(
        "signature",
        (("type", TEXT), ("format", "signature")),
        slots=LENGTHS,
        paths=(("signs", "x-signs"),),
    ),
    Kind("money", (("type", "integer"), ("x-unit", "đồng")), slots=WHOLE),
    kind("number", *WHOLE, UNIT, type="integer"),
    kind("decimal", LEAST, MOST, UNIT, DECIMALS, type="number"),
    kind("line", *LENGTHS, *SHAPE, type=TEXT),
    kind("other"),
)
"""The first that fits is meant; ``calculated``, ``words`` and ``group`` are told apart before."""
BY_NAME = {each.name: each for each in KINDS}
CALCULATED = Kind("calculated", slots=(LEAST, MOST, UNIT, DECIMALS))
WORDS = Kind("words", (("type", TEXT),), paths=(("of", "x-words-of"),))
GROUPS = Kind(
    "group",
    (("type", "array"),),
    slots=(
        Slot("title", "title"),
        Slot("hint", "description"),
        Slot("entry", "x-entry"),
        Slot("least", "minItems", int),
        Slot("most", "maxItems", int),
    ),
)
