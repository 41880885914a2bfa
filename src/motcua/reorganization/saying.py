"""How does a plan read? Each change as who was before, who is after, and which part goes where."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from motcua.organizations.models import Function
from motcua.reorganization.models import Body, Change, Plan, Share
from motcua.reorganization.picture import Picture
from motcua.reorganization.scene import scene_of
from motcua.territory.models import Unit


@dataclass(frozen=True, slots=True)
class Side:
    """An organization in a change."""

    identifier: str
    name: str
    is_ending: bool = False
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A share in words."""

    old: str
    new: str
    what: str
    people: str


@dataclass(frozen=True, slots=True)
class Said:
    """One change."""

    kind: str
    note: str
    before: list[Side]
    after: list[Side]
    parts: list[Part]


def changes(plan: Plan) -> list[Said]:
    """The changes of a plan in their order; a few questions however many there are."""
    return Saying(plan).changes()


class Saying:
    """One plan, with the names of everything that its shares speak of."""

    def __init__(self, plan: Plan) -> None:
        self.scene = scene_of(plan)
        self.picture: Picture = self.scene.picture
        shares = self.picture.shares
        self.units = self._units({share.unit_id for share in shares if share.unit_id})
        functions = {share.function_id for share in shares if share.function_id}
        self.functions = Function.objects.in_bulk(functions) if functions else {}

    def changes(self) -> list[Said]:
        in_order = sorted(self.picture.changes.values(), key=lambda change: change.position)
        return [self._said(change) for change in in_order]

    def _units(self, keys: set[int]) -> dict[int, Unit]:
        return Unit.objects.with_names(self.picture.eve).in_bulk(keys) if keys else {}

    def _said(self, change: Change) -> Said:
        picture = self.picture
        return Said(
            str(change.get_kind_display()),
            change.note,
            [self._before(pk) for pk in picture.originals_of.get(change.pk, ())],
            [self._after(picture.bodies[pk]) for pk in picture.resulting_of.get(change.pk, ())],
            [self._part(share) for share in picture.shares if share.change_id == change.pk],
        )

    def _before(self, pk: int) -> Side:
        there = self.picture.organizations[pk]
        return Side(there.identifier, self.scene.name_of(pk), pk in self.picture.ending)

    def _after(self, body: Body) -> Side:
        name = self.scene.names_of_body[body.pk]
        return Side(body.identifier, name, is_new=body.is_founded)

    def _part(self, share: Share) -> Part:
        return Part(
            self.scene.name_of(share.original_id),
            self.scene.names_of_body[share.resulting_id],
            "; ".join(self._what(share)) or _("nhân sự"),
            _percent(share),
        )

    def _what(self, share: Share) -> list[str]:
        said = []
        if share.function_id:
            said.append(self.functions[share.function_id].name)
        if share.procedure_code:
            said.append(_("thủ tục %s") % share.procedure_code)
        if share.unit_id:
            said.append(self.units[share.unit_id].name_on(self.picture.eve))
        if share.localities:
            said.append(", ".join(share.hamlets))
        if share.is_default:
            said.append(_("phần còn lại"))
        return said


def _percent(share: Share) -> str:
    if share.portion is None:
        return ""
    return f"{number_format((share.portion * 100).normalize())}%"
