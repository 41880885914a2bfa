"""One change of a plan on a page: what was typed, which button was pressed, what it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Q
from django.utils.datastructures import MultiValueDict

from motcua.organizations.models import ChangeKind, Jurisdiction, Organization
from motcua.periods.clock import today
from motcua.reorganization import finding, kinds
from motcua.reorganization.files import reading
from motcua.reorganization.files.sections import chosen, day_of
from motcua.reorganization.files.sheet import Sheet, Words
from motcua.reorganization.finding import Found
from motcua.territory.models import Containment, Unit
from motcua.territory.tiers import Tier

from .plan_words import ChangeForm, ShareForm, functions

SIDES = {"truoc": "originals", "sau": "resulting"}
MOST_SHARES = 80
"""A change with more lines is written as text: a page of so many answers serves nobody."""


@dataclass(frozen=True, slots=True)
class Side:
    """Who stands before or after, with what was looked for."""

    key: str
    chosen: list[Member]
    asked: str = ""
    hits: list[Found] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Member:
    """An organization in a change."""

    identifier: str
    name: str
    is_new: bool = False
    is_described: bool = False

    @property
    def is_unknown(self) -> bool:
        """Whether nobody bears that code, and the plan founds nobody of it."""
        return not self.name and not self.is_new


@dataclass
class ChangePage:
    """The page of the change that stands at ``place`` (from 0) of a sheet."""

    sheet: Sheet
    place: int
    asked: Mapping[str, str] = field(default_factory=dict)
    """What is looked for on each side."""

    @property
    def change(self) -> Words:
        return self.sheet.changes[self.place]

    @property
    def number(self) -> int:
        return self.place + 1

    @cached_property
    def eve(self) -> date:
        """The last day of the old order, or today where no day is said yet."""
        said = day_of(self.sheet.heading.get("day", ""))
        return said - timedelta(days=1) if said else today()

    @cached_property
    def form(self) -> ChangeForm:
        return ChangeForm(initial=self.change)

    @cached_property
    def kind(self) -> str:
        return chosen(self.change.get("kind", ""), reading.KINDS)

    @property
    def rule(self) -> kinds.Rule | None:
        return kinds.RULES[ChangeKind(self.kind)] if self.kind else None

    @property
    def may_found(self) -> bool:
        return self.rule is None or self.rule.founds is not False

    @property
    def has_before(self) -> bool:
        return self.rule is None or self.rule.originals[1] > 0

    @property
    def has_after(self) -> bool:
        """Whoever is renamed stands on both sides, and is chosen once."""
        return self.rule is None or not self.rule.keeps_itself

    @property
    def has_too_many(self) -> bool:
        return len(self.change.get("shares", [])) > MOST_SHARES

    @cached_property
    def called(self) -> dict[str, str]:
        """The codes of the change with their names, of the register and of the plan."""
        codes = [code for side in SIDES.values() for code in self.change.get(side, [])]
        new = {
            each["identifier"]: each.get("name", "")
            for each in self.sheet.organizations
            if each.get("identifier") and each.get("kind")
        }
        return new | finding.called(codes, self.eve)

    @cached_property
    def before(self) -> Side:
        return self._side("truoc")

    @cached_property
    def after(self) -> Side:
        return self._side("sau")

    def _side(self, key: str) -> Side:
        codes = self.change.get(SIDES[key], [])
        asked = self.asked.get(key, "")[:100]
        hits = finding.named(asked, self.eve, leave_out=codes)
        return Side(key, [self._member(code) for code in codes], asked, hits)

    def _member(self, code: str) -> Member:
        said = self.sheet.described(code)
        is_new = bool(said and said.get("kind"))
        return Member(code, self.called.get(code, ""), is_new, said is not None)

    @cached_property
    def shares(self) -> list[ShareForm]:
        """What is said, and one line more to say something."""
        said = [*self.change.get("shares", []), {}]
        known: Any = {"sides": self._sides, "functions": functions()}
        return [
            ShareForm(initial=share, prefix=f"phan-{i}", **known) for i, share in enumerate(said)
        ]

    @property
    def _sides(self) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        before, after = self.before.chosen, self.after.chosen
        return _choices(before), _choices(after)

    @cached_property
    def places(self) -> list[tuple[str, str]]:
        """The units of whoever stands before, and what lies in them: code and name."""
        codes = self.change.get("originals", [])
        held = Jurisdiction.objects.on(self.eve).filter(organization__identifier__in=codes)
        units = held.values("unit")
        inside = Containment.objects.on(self.eve).filter(parent__in=units).values("unit")
        there = Unit.objects.with_names(self.eve).filter(Q(pk__in=units) | Q(pk__in=inside))
        return [(unit.code, unit.name_on(self.eve)) for unit in there.order_by("code")]

    @property
    def suggested(self) -> str:
        """A code for a new organization beside those that stand before."""
        taken = [each.get("identifier", "") for each in self.sheet.organizations]
        codes = self.change.get("originals") or self.sheet.codes or _tops()
        parent = codes[0].rpartition(".")[0] or codes[0] if codes else ""
        return finding.next_code(parent, taken) if parent else ""


def _choices(members: list[Member]) -> list[tuple[str, str]]:
    return [(each.identifier, f"{each.identifier} {each.name}".strip()) for each in members]


def _tops() -> list[str]:
    there = Organization.objects.on(today()).exclude(identifier__contains=".")
    return list(there.values_list("identifier", flat=True)[:1])


# --- What a press does ----------------------------------------------------------------------------


@dataclass
class ChangeTyped:
    """What came from the page; ``take`` puts it into the sheet, ``act`` does what was pressed."""

    data: MultiValueDict[str, str]
    page: ChangePage

    @property
    def button(self) -> tuple[str, str]:
        """The verb and whom it is about: *add-truoc* and *H49.61*."""
        verb, _colon, about = self.data.get("do", "look").partition(":")
        return verb, about.strip().upper()

    def take(self) -> None:
        """Every word of the page, as it is."""
        form = ChangeForm(self.data)
        self.page.change.update(kind=form.words["kind"], note=form.words["note"])
        if not self.page.has_too_many:
            self.page.change["shares"] = self._shares
        self._keep_itself()

    @property
    def _shares(self) -> list[Words]:
        known: Any = {"sides": ([], []), "functions": []}
        some = counted(self.data, "phan")
        forms = [ShareForm(self.data, prefix=f"phan-{i}", **known) for i in range(some)]
        return [form.share for form in forms if not _says_nothing(form.share)]

    def _keep_itself(self) -> None:
        """Whoever is renamed is one and the same."""
        if not self._fresh.has_after:
            self.page.change["resulting"] = list(self.page.change.get("originals", []))

    @property
    def _fresh(self) -> ChangePage:
        return ChangePage(self.page.sheet, self.page.place)

    def act(self) -> dict[str, str]:
        """Do what was pressed; what is still looked for, by side."""
        verb, about = self.button
        name, _dash, key = verb.partition("-")
        if name == "add" and key in SIDES:
            self._add(key, about)
        elif name == "remove" and key in SIDES:
            self._remove(key, about)
        elif verb == "new":
            self._found()
        elif verb == "look":
            return {key: asked for key in SIDES if (asked := self._looked_for(key))}
        self._keep_itself()
        return {}

    def _looked_for(self, key: str) -> str:
        """The words to look for; where they mean one organization alone, it is added at once."""
        asked = self.data.get(f"tim-{key}", "").strip()[:100]
        there = self.page.change.get(SIDES[key], [])
        hits = finding.named(asked, self.page.eve, leave_out=there)
        exact = [each for each in hits if each.identifier == asked.upper()]
        if len(exact or hits) == 1:
            self._add(key, (exact or hits)[0].identifier)
            self._keep_itself()
            return ""
        return asked

    def _add(self, key: str, code: str) -> None:
        there = self.page.change.setdefault(SIDES[key], [])
        if code and code not in there:
            there.append(code)

    def _remove(self, key: str, code: str) -> None:
        """And the lines that speak of it."""
        change = self.page.change
        change[SIDES[key]] = [each for each in change.get(SIDES[key], []) if each != code]
        about = {"truoc": "from", "sau": "to"}[key]
        change["shares"] = [each for each in change.get("shares", []) if each.get(about) != code]

    def _found(self) -> None:
        """A new organization, of the kind and tier of the first that stands before."""
        code = self.data.get("moi-ma", "").replace("\x00", "").strip().upper()[:35]
        name = self.data.get("moi-ten", "").replace("\x00", "").strip()[:200]
        if not code:
            return
        if self.page.sheet.described(code) is None:
            said = {"identifier": code, **_like(self.page), "name": name}
            self.page.sheet.organizations.append(said)
        self._add("sau", code)


def counted(data: MultiValueDict[str, str], name: str) -> int:
    """How many lines the page had."""
    said = data.get(name, "")
    return min(int(said), MOST_SHARES + 1) if said.isascii() and said.isdigit() else 0


def _says_nothing(share: Words) -> bool:
    return not any(value for key, value in share.items() if key not in ("from", "to"))


def _like(page: ChangePage) -> Words:
    """Kind, tier and superior as the first that stands before has them."""
    codes = page.change.get("originals", [])
    there = Organization.objects.on(page.eve).filter(identifier__in=codes[:1]).first()
    if there is None:
        kind, tier = reading.ORGANIZATION_KINDS["commune"], reading.TIERS["commune"]
        return {"kind": kind, "tier": tier, "parent": ""}
    parents = Organization.objects.filter(pk=there.pk).parents(page.eve)
    above = Organization.objects.filter(pk__in=parents.values()).first()
    return {
        "kind": reading.ORGANIZATION_KINDS[there.kind],
        "tier": reading.TIERS[Tier(there.tier).name.lower()],
        "parent": above.identifier if above else "",
    }
