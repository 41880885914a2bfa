"""What does a file say? From its text to the words of a plan, with every problem of its form."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from motcua.organizations.models import (
    IDENTIFIER,
    ChangeKind,
    Contact,
    Duty,
    OrganizationKind,
    Post,
)
from motcua.reorganization.exceptions import PlanInvalid
from motcua.reorganization.problems import Problem
from motcua.territory.tiers import Tier

from . import tables, trees
from .sections import Section, vietnamese
from .trees import Node
from .words import BodyWords, ChangeWords, Heading, PlanWords, ShareWords

TOP = ("plan", "organizations", "changes")
HEADING = ("number", "decided_on", "issuer", "title", "day")
BODY = ("identifier", "kind", "tier", "name", "parent", "units", "contact", "posts")
CONTACT = ("address", "phone", "email", "website", "hours")
POST = ("title", "rank", "head", "duties", "holders", "tasks", "answers", "follows", "from")
HOLDERS = ("organization", "title")
CHANGE = ("kind", "originals", "resulting", "note", "shares")
SHARE = (
    "from",
    "to",
    "function",
    "procedure",
    "unit",
    "localities",
    "portion",
    "default",
)

KINDS = vietnamese(ChangeKind.choices)
ORGANIZATION_KINDS = vietnamese(OrganizationKind.choices)
TIERS = vietnamese((each.name, each.label) for each in Tier)
RANKS = vietnamese((each.name, each.label) for each in Post.Rank)
DUTIES = vietnamese(Duty.choices)


def read(content: bytes, name: str = "") -> PlanWords:
    """The words of a YAML or, by the ending of its name, a CSV file.

    Raises PlanInvalid with all that is wrong with its form at once.
    """
    text = trees.text_of(content)
    tree = tables.tree(text) if name.lower().endswith(".csv") else trees.read(text)
    problems: list[Problem] = []
    words = _plan(tree, problems)
    if problems:
        raise PlanInvalid(problems)
    return words


def _plan(tree: Node, problems: list[Problem]) -> PlanWords:
    top = Section(tree, TOP, problems)
    return PlanWords(
        heading=_heading(Section(top.section("plan"), HEADING, problems)),
        organizations=[
            _body(Section(node, BODY, problems)) for node in top.sections("organizations")
        ],
        changes=[_change(Section(node, CHANGE, problems)) for node in top.sections("changes")],
    )


def _heading(said: Section) -> Heading:
    return Heading(
        number=said.text("number", longest=60, needed=True),
        decided_on=said.day("decided_on"),
        issuer=said.text("issuer", longest=200, needed=True),
        title=said.text("title", needed=True),
        day=said.day("day"),
        row=said.row,
    )


def _body(said: Section) -> BodyWords:
    contact = Section(said.section("contact"), CONTACT, said.problems)
    body = BodyWords(
        identifier=said.text("identifier", longest=35, needed=True).upper(),
        kind=said.choice("kind", ORGANIZATION_KINDS),
        tier=said.choice("tier", TIERS),
        name=said.text("name", longest=200),
        parent=said.text("parent", longest=35).upper(),
        units=said.texts("units", longest=5),
        contact={key: word for key in CONTACT if (word := _reached(contact, key))},
        posts=[_post(Section(node, POST, said.problems)) for node in said.sections("posts")],
        row=said.row,
    )
    if body.is_founded and not (body.tier and body.name):
        said.note(_("cơ quan mới phải có “tier” và “name”; hãy ghi thêm."))
    if body.is_founded and body.identifier and not re.match(IDENTIFIER, body.identifier):
        said.note(
            _("%s không phải mã định danh; hãy ghi theo dạng H49 hoặc H49.12.03.") % body.identifier
        )
    return body


def _reached(said: Section, key: str) -> str:
    """What a contact can hold: no longer than its column, an address that leads somewhere."""
    field: Any = Contact._meta.get_field(key)
    word = said.text(key, longest=min(field.max_length, 200))
    try:
        field.run_validators(word)
    except ValidationError:
        sentence = _("“%(said)s” không dùng làm “%(key)s” được; hãy sửa lại hoặc bỏ đi.")
        said.note(sentence % {"said": word, "key": key})
        return ""
    return word


def _post(said: Section) -> dict[str, Any]:
    """As ``Body.posts`` keeps it; what is not said is left out."""
    holders = said.text("holders", longest=3) or "1"
    if not holders.isascii() or not holders.isdigit() or not int(holders):
        said.note(_("“holders” phải là số người từ 1 trở lên; hãy sửa lại."))
        holders = "1"
    duties = [_duty(said, each) for each in said.texts("duties")]
    return {
        "title": said.text("title", longest=120, needed=True),
        "rank": said.choice("rank", RANKS) or "staff",
        "head": said.flag("head"),
        "duties": [duty for duty in duties if duty],
        "holders": int(holders),
        "tasks": said.text("tasks"),
        "answers": said.flag("answers"),
        "follows": said.flag("follows"),
        "from": [_holder(Section(node, HOLDERS, said.problems)) for node in said.sections("from")],
        "row": said.row,
    }


def _duty(said: Section, word: str) -> str:
    node = Node(said.row, {"duties": Node(said.row, word)})
    return Section(node, ("duties",), said.problems).choice("duties", DUTIES)


def _holder(said: Section) -> dict[str, str]:
    return {
        "organization": said.text("organization", longest=35, needed=True).upper(),
        "title": said.text("title", longest=120, needed=True),
    }


def _change(said: Section) -> ChangeWords:
    return ChangeWords(
        kind=said.choice("kind", KINDS, needed=True),
        originals=[word.upper() for word in said.texts("originals", longest=35)],
        resulting=[word.upper() for word in said.texts("resulting", longest=35)],
        note=said.text("note"),
        shares=[_share(Section(node, SHARE, said.problems)) for node in said.sections("shares")],
        row=said.row,
    )


def _share(said: Section) -> ShareWords:
    return ShareWords(
        original=said.text("from", longest=35, needed=True).upper(),
        resulting=said.text("to", longest=35, needed=True).upper(),
        function=said.text("function", longest=60),
        procedure=said.text("procedure", longest=8),
        unit=said.text("unit", longest=5),
        localities=said.texts("localities"),
        portion=said.number("portion"),
        default=said.flag("default"),
        row=said.row,
    )
