"""How do the words of a file become the rows of a plan? Names are looked up together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from motcua.catalog.models import Procedure
from motcua.organizations.models import Function, Organization
from motcua.reorganization.files.words import BodyWords, ChangeWords, PlanWords, ShareWords
from motcua.reorganization.models import Body, Change, Party, Plan, Share
from motcua.reorganization.problems import Problem
from motcua.territory import addresses
from motcua.territory.models import Unit
from motcua.territory.tiers import Tier

AT_ONCE = 5000


class Entry:
    """One writing down; ``problems`` are all names that lead nowhere, each with its line."""

    def __init__(self, plan: Plan, words: PlanWords) -> None:
        self.plan, self.words = plan, words
        self.problems: list[Problem] = []
        self.bodies: dict[str, Body] = {}

    def write(self) -> None:
        self._write_bodies()
        self._write_changes()

    # --- What the words name, looked up together ----------------------------------------

    @cached_property
    def organizations(self) -> dict[str, Organization]:
        """By identifier; what was undone before it ever was does not count."""
        named = {*self._identifiers()}
        there = Organization.objects.exclude(valid_during__isempty=True)
        return {each.identifier: each for each in there.filter(identifier__in=named)}

    def _identifiers(self) -> Iterator[str]:
        for body in self.words.organizations:
            yield from (body.identifier, body.parent)
        for change in self.words.changes:
            yield from (*change.originals, *change.resulting)

    @cached_property
    def units_before(self) -> dict[str, Unit]:
        return self._units(self.plan.day - timedelta(days=1))

    @cached_property
    def units_after(self) -> dict[str, Unit]:
        return self._units(self.plan.day)

    def _units(self, day: Any) -> dict[str, Unit]:
        shares = (share.unit for change in self.words.changes for share in change.shares)
        codes = {*shares, *(code for body in self.words.organizations for code in body.units)}
        return {unit.code: unit for unit in Unit.objects.on(day).filter(code__in=codes)}

    @cached_property
    def functions(self) -> dict[str, Function]:
        return {each.code: each for each in Function.objects.all()}

    @cached_property
    def procedures(self) -> set[str]:
        codes = {share.procedure for change in self.words.changes for share in change.shares}
        return set(Procedure.objects.filter(code__in=codes).values_list("code", flat=True))

    # --- Organizations of the new order --------------------------------------------------

    def _write_bodies(self) -> None:
        described = {}
        for words in self.words.organizations:
            if words.identifier in described:
                self._note(_("%s mô tả hai lần; hãy bỏ một.") % words.identifier, words.row)
            described[words.identifier] = words
        for words in [*described.values(), *self._going_on_unchanged(described)]:
            if body := self._body(words):
                self.bodies[words.identifier] = body
        Body.objects.bulk_create(self.bodies.values(), batch_size=AT_ONCE)
        self._write_superiors(described.values())
        self._write_units(described.values())

    def _going_on_unchanged(self, described: dict[str, BodyWords]) -> Iterator[BodyWords]:
        """Those that the changes name and nobody needs to describe."""
        named: dict[str, int | None] = {}
        for change in self.words.changes:
            for identifier in change.resulting:
                named.setdefault(identifier, change.row)
        yield from (
            BodyWords(identifier=each, row=row)
            for each, row in named.items()
            if each not in described
        )

    def _body(self, words: BodyWords) -> Body | None:
        known = self.organizations.get(words.identifier)
        if known is None and not words.is_founded:
            sentence = _(
                "không có cơ quan nào mang mã %s; hãy sửa mã, hoặc nếu là cơ quan mới thì mô tả ở "
                "“organizations” với “kind”, “tier” và “name”."
            )
            self._note(sentence % words.identifier, words.row)
            return None
        if known is not None and words.is_founded:
            sentence = _("mã %s đã cấp cho cơ quan khác và không dùng lại được; hãy lấy mã mới.")
            self._note(sentence % words.identifier, words.row)
            return None
        return Body(
            plan=self.plan,
            identifier=words.identifier,
            is_founded=words.is_founded,
            organization=known,
            kind=words.kind,
            tier=Tier[words.tier.upper()] if words.tier else None,
            full_name=words.name,
            contact=words.contact,
            posts=words.posts,
            row=words.row,
        )

    def _write_superiors(self, described: Iterable[BodyWords]) -> None:
        changed = []
        for words in described:
            body = self.bodies.get(words.identifier)
            if body is None or not words.parent:
                continue
            above = self.bodies.get(words.parent)
            if above is not None and above.is_founded:
                body.parent_body = above
            else:
                body.parent = self._organization(words.parent, words.row)
            changed.append(body)
        Body.objects.bulk_update(changed, ["parent", "parent_body"], batch_size=AT_ONCE)

    def _write_units(self, described: Iterable[BodyWords]) -> None:
        through: Any = Body.units.through
        served = []
        for words in described:
            body = self.bodies.get(words.identifier)
            for code in dict.fromkeys(words.units):
                unit = self._unit(code, words.row, self.units_after)
                if body is not None and unit is not None:
                    served.append(through(body_id=body.pk, unit_id=unit.pk))
        through.objects.bulk_create(served, batch_size=AT_ONCE)

    # --- Changes ---------------------------------------------------------------------------

    def _write_changes(self) -> None:
        changes = [
            Change(
                plan=self.plan, position=position, kind=words.kind, note=words.note, row=words.row
            )
            for position, words in enumerate(self.words.changes, 1)
        ]
        Change.objects.bulk_create(changes, batch_size=AT_ONCE)
        parties: list[Party] = []
        shares: list[Share] = []
        for change, words in zip(changes, self.words.changes, strict=True):
            parties += self._parties(change, words)
            shares += self._shares(change, words)
        Party.objects.bulk_create(parties, batch_size=AT_ONCE)
        Share.objects.bulk_create(shares, batch_size=AT_ONCE)

    def _parties(self, change: Change, words: ChangeWords) -> Iterator[Party]:
        for identifier in dict.fromkeys(words.originals):
            if known := self._organization(identifier, words.row):
                yield Party(change=change, side=Party.Side.ORIGINAL, organization=known)
        for identifier in dict.fromkeys(words.resulting):
            if body := self.bodies.get(identifier):
                yield Party(change=change, side=Party.Side.RESULTING, body=body)

    def _shares(self, change: Change, words: ChangeWords) -> Iterator[Share]:
        for said in words.shares:
            original = self._named_in(words.originals, said.original, said.row)
            resulting = self._named_in(words.resulting, said.resulting, said.row)
            body = self.bodies.get(said.resulting)
            if original and resulting and body and (known := self.organizations.get(said.original)):
                yield self._share(change, known, body, said)

    def _named_in(self, named: list[str], identifier: str, row: int | None) -> bool:
        if identifier not in named:
            words = {"identifier": identifier, "known": ", ".join(named)}
            self._note(
                _("%(identifier)s không có trong thay đổi này (%(known)s); hãy sửa mã.") % words,
                row,
            )
        return identifier in named

    def _share(self, change: Change, original: Organization, body: Body, said: ShareWords) -> Share:
        return Share(
            change=change,
            original=original,
            resulting=body,
            function=self._function(said),
            procedure_code=self._procedure(said),
            unit=self._unit(said.unit, said.row, self.units_before, self.units_after),
            localities=[addresses.locality(each)[:100] for each in said.localities],
            localities_said=[" ".join(each.split())[:100] for each in said.localities],
            portion=Decimal(said.portion) if said.portion else None,
            is_default=said.default,
            row=said.row,
        )

    def _function(self, said: ShareWords) -> Function | None:
        if said.function and said.function not in self.functions:
            self._note(
                _("không có lĩnh vực “%s”; hãy ghi một mã trong danh mục lĩnh vực.")
                % said.function,
                said.row,
            )
        if said.function and said.procedure:
            self._note(_("chỉ ghi “function” hoặc “procedure”; hãy tách thành hai dòng."), said.row)
            return None
        return self.functions.get(said.function)

    def _procedure(self, said: ShareWords) -> str:
        if said.procedure and said.procedure not in self.procedures:
            self._note(
                _("không có thủ tục %s; hãy ghi mã thủ tục như 1.001193.") % said.procedure,
                said.row,
            )
        return said.procedure

    # --- Names ---------------------------------------------------------------------------

    def _organization(self, identifier: str, row: int | None) -> Organization | None:
        known = self.organizations.get(identifier)
        if known is None:
            self._note(_("không có cơ quan nào mang mã %s; hãy sửa mã.") % identifier, row)
        return known

    def _unit(self, code: str, row: int | None, *maps: dict[str, Unit]) -> Unit | None:
        if not code:
            return None
        found = next((each[code] for each in maps if code in each), None)
        if found is None:
            self._note(
                _("không có đơn vị hành chính nào mang mã %s vào ngày sắp xếp; hãy sửa mã.") % code,
                row,
            )
        return found

    def _note(self, sentence: str, row: int | None) -> None:
        self.problems.append(Problem(sentence, row))
