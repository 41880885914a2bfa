"""How do organizations become what a plan says? Those that are new begin, those that end, end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Q

from motcua.organizations.models import (
    Capacity,
    Competence,
    Contact,
    Jurisdiction,
    Organization,
    OrganizationName,
    Post,
    Seal,
    Subordination,
    Succession,
)
from motcua.periods.models import since
from motcua.reorganization import compiling, ledger
from motcua.reorganization.models import Body, Plan, Share
from motcua.reorganization.picture import Picture
from motcua.reorganization.territory_after import Territory
from motcua.search.folding import sort_key


@dataclass(frozen=True)
class Order:
    """The new order in the making: a plan's picture, and who each body has become."""

    plan: Plan
    picture: Picture

    @property
    def day(self) -> date:
        return self.plan.day

    @cached_property
    def territory(self) -> Territory:
        return Territory(self.picture)

    def organization_of(self, body: int | None) -> int | None:
        """The key of the organization that a body is; a founded one has none before it begins."""
        return self.picture.bodies[body].organization_id if body else None

    def default_heir(self, original: int) -> int | None:
        """The organization that takes what no narrower share names."""
        for share in self.picture.shares_of.get(original, ()):
            if share.is_default:
                return self.organization_of(share.resulting_id)
        return self.organization_of(compiling.implied_default(self.picture, original))

    @cached_property
    def ending(self) -> list[int]:
        return list(self.picture.ending)

    @cached_property
    def resulting(self) -> list[int]:
        """The organizations of the new order, once all have begun."""
        return [
            each.organization_id for each in self.picture.bodies.values() if each.organization_id
        ]


def key_of(body: Body) -> int:
    """The key of its organization, once it has begun."""
    if body.organization_id is None:
        raise LookupError(body.identifier)
    return body.organization_id


# --- What begins -------------------------------------------------------------------------------


def found(order: Order) -> None:
    """Let new organizations begin, with name, superior, seat and territory."""
    bodies = order.picture.founded
    again = Organization.objects.filter(
        identifier__in=[body.identifier for body in bodies], valid_during__isempty=True
    )
    ledger.change(again, valid_during=since(order.day))
    known = {
        each.identifier: each
        for each in again.model.objects.filter(identifier__in=[body.identifier for body in bodies])
    }
    new = [_organization(order, body) for body in bodies if body.identifier not in known]
    ledger.begin(new)
    known |= {each.identifier: each for each in new}
    for body in bodies:
        body.organization = known[body.identifier]
    Body.objects.bulk_update(bodies, ["organization"], batch_size=ledger.AT_ONCE)
    ledger.begin(_name(order, body) for body in bodies)
    ledger.begin(_superiors(order, bodies))
    ledger.begin(_contacts(order, bodies))
    ledger.begin(_jurisdictions(order, bodies, {}))


def go_on(order: Order) -> None:
    """Let those who go on bear their new names, and serve and answer where the plan says."""
    bodies = [body for body in order.picture.bodies.values() if not body.is_founded]
    renamed = [body for body in bodies if body.full_name]
    _end_of(OrganizationName, "organization", renamed, order)
    ledger.begin(_name(order, body) for body in renamed)
    moved = [body for body in bodies if body.parent_id or body.parent_body_id]
    _end_of(Subordination, "child", moved, order)
    ledger.begin(_superiors(order, moved))
    seated = [body for body in bodies if body.contact]
    _end_of(Contact, "organization", seated, order)
    ledger.begin(_contacts(order, seated))
    _serve(order, bodies)


def succeed(order: Order) -> None:
    """Say who took over what: one row a share, and the default."""
    rows = {_said(each): each for each in _successions(order)}
    ledger.begin(rows.values())


def pass_on(order: Order) -> None:
    """Let whoever answered to one that ends answer to its heir, if the plan says nothing else."""
    _reparent(order, Subordination, "child", "parent")
    _reparent(order, Capacity, "organization", "superior")
    _competences(order)


# --- What ends -----------------------------------------------------------------------------------


def close(order: Order) -> None:
    """Let everything of those that end, end; they themselves last."""
    ending = order.ending
    ledger.end(Post.objects.filter(organization__in=ending), order.day)
    for model in (OrganizationName, Capacity, Seal, Contact, Competence, Jurisdiction):
        rows: Any = model
        ledger.end(rows.objects.filter(organization__in=ending), order.day)
    both = Q(child__in=ending) | Q(parent__in=ending)
    ledger.end(Subordination.objects.filter(both), order.day)
    ledger.end(Organization.objects.filter(pk__in=ending), order.day)


# --- Rows --------------------------------------------------------------------------------------


def _organization(order: Order, body: Body) -> Organization:
    of_demo = (each.is_demo for each in order.picture.organizations.values())
    return Organization(
        identifier=body.identifier,
        kind=body.kind,
        tier=body.tier or 0,
        valid_during=since(order.day),
        is_demo=any(of_demo),
    )


def _name(order: Order, body: Body) -> OrganizationName:
    return OrganizationName(
        organization_id=key_of(body),
        full_name=body.full_name,
        sort_key=sort_key(body.full_name),
        legal_basis=order.plan.legal_basis[:200],
        valid_during=since(order.day),
    )


def _superiors(order: Order, bodies: Iterable[Body]) -> Iterator[Subordination]:
    for body in bodies:
        above = order.organization_of(body.parent_body_id) or body.parent_id
        if above:
            yield Subordination(
                child_id=key_of(body), parent_id=above, valid_during=since(order.day)
            )


def _contacts(order: Order, bodies: Iterable[Body]) -> Iterator[Contact]:
    for body in bodies:
        if body.contact:
            yield Contact(
                organization_id=key_of(body), valid_during=since(order.day), **body.contact
            )


def _jurisdictions(
    order: Order, bodies: Iterable[Body], held: dict[int, set[int]]
) -> Iterator[Jurisdiction]:
    for body in bodies:
        here = key_of(body)
        for unit in sorted(order.territory.after.get(body.pk, set()) - held.get(here, set())):
            yield Jurisdiction(organization_id=here, unit_id=unit, valid_during=since(order.day))


def _serve(order: Order, bodies: list[Body]) -> None:
    """Let those who go on serve their territory of from now on, and no other."""
    own = {body.organization_id: body.pk for body in bodies}
    served = Jurisdiction.objects.on(order.day).filter(organization__in=own)
    held: dict[int, set[int]] = {}
    gone = []
    for pk, organization, unit in served.values_list("pk", "organization", "unit"):
        held.setdefault(organization, set()).add(unit)
        if unit not in order.territory.after.get(own[organization], {unit}):
            gone.append(pk)
    ledger.end(Jurisdiction.objects.filter(pk__in=gone), order.day)
    ledger.begin(_jurisdictions(order, bodies, held))


def _end_of(model: Any, column: str, bodies: Iterable[Body], order: Order) -> None:
    organizations = [body.organization_id for body in bodies]
    ledger.end(model.objects.on(order.day).filter(**{f"{column}__in": organizations}), order.day)


def _successions(order: Order) -> Iterator[Succession]:
    for share in order.picture.shares:
        kind = order.picture.changes[share.change_id].kind
        yield from _of_share(order, share, kind)
    for original, changes in order.picture.originals.items():
        if heir := order.organization_of(compiling.implied_default(order.picture, original)):
            yield _succession(order, original, heir, changes[0].kind, is_default=True)


def _of_share(order: Order, share: Share, kind: str) -> Iterator[Succession]:
    heir = order.organization_of(share.resulting_id) or 0
    if share.is_default:
        yield _succession(order, share.original_id, heir, kind, is_default=True)
    elif compiling.is_narrow(share):
        narrow = {
            "function_id": share.function_id,
            "procedure_code": share.procedure_code,
            "unit_id": share.unit_id,
        }
        yield _succession(order, share.original_id, heir, kind, **narrow)


def _succession(order: Order, old: int, new: int, kind: str, **narrow: Any) -> Succession:
    basis = order.plan.legal_basis[:200]
    return Succession(old_id=old, new_id=new, day=order.day, kind=kind, legal_basis=basis, **narrow)


def _said(row: Succession) -> tuple[object, ...]:
    return (row.old_id, row.new_id, row.function_id, row.procedure_code, row.unit_id)


def _reparent(order: Order, model: Any, below: str, above: str) -> None:
    """Rows of ``below`` under one that ends go on under its default heir."""
    own = {body.organization_id for body in order.picture.bodies.values() if _says_superior(body)}
    rows = model.objects.on(order.day).filter(**{f"{above}__in": order.ending})
    rows = rows.exclude(**{f"{below}__in": order.ending}).exclude(**{f"{below}__in": own})
    next_ones = [
        _copy(row, order.day, **{f"{above}_id": heir})
        for row in rows
        if (heir := order.default_heir(getattr(row, f"{above}_id")))
        and heir != getattr(row, f"{below}_id")
    ]
    ledger.end(model.objects.filter(pk__in=[row.pk for row in rows]), order.day)
    ledger.begin(next_ones)


def _says_superior(body: Body) -> bool:
    return bool(body.parent_id or body.parent_body_id)


def _competences(order: Order) -> None:
    """What one organization alone is competent for goes to whom the function goes."""
    held = Competence.objects.on(order.day).filter(organization__in=list(order.picture.originals))
    there = set(
        Competence.objects.on(order.day)
        .filter(organization__in=order.resulting)
        .values_list("function", "organization", "unit")
    )
    gone, come = [], {}
    for row in held:
        heir = heir_of_function(order, row.organization_id or 0, row.function_id)
        if heir is None:
            continue
        gone.append(row.pk)
        key = (row.function_id, heir, row.unit_id)
        if key not in there:
            come[key] = _copy(row, order.day, organization_id=heir)
    ledger.end(Competence.objects.filter(pk__in=gone), order.day)
    ledger.begin(come.values())


def heir_of_function(order: Order, original: int, function: int | None) -> int | None:
    """Who takes a whole function of an original; None where it keeps it."""
    for share in order.picture.shares_of.get(original, ()):
        if (
            function
            and share.function_id == function
            and not share.unit_id
            and not share.localities
        ):
            return order.organization_of(share.resulting_id)
    return order.default_heir(original) if original in order.picture.ending else None


def _copy(row: Any, day: date, **changes: Any) -> Any:
    """The same row from ``day`` on, for as long as it would have held, with ``changes``."""
    fields = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.name not in ("id", "recorded_at", "valid_during")
    }
    until = row.valid_during.upper
    return type(row)(**(fields | changes), valid_during=since(day, until))
