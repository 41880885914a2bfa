"""What else does the register say of the demo's organizations? Functions, contacts, seals, quotas.

Every contact, seal and number is **invented** and says so where it is read.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from motcua.catalog.models import Sector
from motcua.demo import former_departments, headcount
from motcua.demo.apparatus import MERGED, MERGED_BASIS, TWO_TIERS
from motcua.demo.fields import FIELDS, TWO_TIERS_LAW, Field
from motcua.demo.seed_organizations import known_since
from motcua.organizations.models import (
    Capacity,
    ChangeKind,
    Competence,
    Contact,
    Function,
    Line,
    Organization,
    OrganizationKind,
    OrganizationName,
    Quota,
    Seal,
    Succession,
)
from motcua.periods.clock import VIETNAM, today
from motcua.periods.ledger import Ledger, Row
from motcua.periods.models import since, until

COMPETENCES = Ledger(
    Competence,
    (
        "function_id",
        "organization_id",
        "organization_kind",
        "legal_basis",
        "recorded_at",
        "valid_during",
    ),
    known_by=3,
)
CONTACTS = Ledger(
    Contact,
    (
        "organization_id",
        "address",
        "phone",
        "email",
        "website",
        "hours",
        "recorded_at",
        "valid_during",
    ),
    known_by=1,
)
SEALS = Ledger(
    Seal,
    ("organization_id", "line", "inscription", "registration", "recorded_at", "valid_during"),
    known_by=2,
)
QUOTAS = Ledger(
    Quota,
    ("organization_id", "year", "kind", "assigned", "actual", "decision", "recorded_at"),
    known_by=3,
)

INVENTED = "(minh họa)"
HOURS = "Thứ Hai đến thứ Sáu, 7 giờ 30 – 11 giờ 30 và 13 giờ 30 – 17 giờ"
WITHOUT_A_SEAL = {OrganizationKind.DIVISION, OrganizationKind.COUNTER, OrganizationKind.MERGED_BODY}
"""Those inside of another; a merged body has one for each of its lines."""


@transaction.atomic
def seed() -> None:
    """Enter what is missing; doing it again changes nothing. Shelves and agencies are there."""
    known = list(Organization.objects.with_names(today()).order_by("identifier"))
    functions = _functions()
    COMPETENCES.put([*_competences(functions, known), *_of_former(functions, known)])
    _pass_on(functions)
    CONTACTS.put(_contact(each) for each in known if each.holds_on(today()))
    SEALS.put(_seals())
    QUOTAS.put(row for each in known for row in _quotas(each))


# --- Functions ----------------------------------------------------------------------------------


def _functions() -> dict[str, int]:
    """Keys by code; each shelf of the catalog learns to which it belongs."""
    Function.objects.bulk_create(
        [Function(code=field.code, name=field.name) for field in FIELDS], ignore_conflicts=True
    )
    keys = dict(Function.objects.values_list("code", "pk"))
    for field in FIELDS:
        Sector.objects.filter(slug__in=field.shelves, function=None).update(
            function=keys[field.code]
        )
    return keys


def _competences(functions: dict[str, int], known: Iterable[Organization]) -> Iterator[Row]:
    departments = {each.name_on(today()): each for each in known if each.holds_on(today())}
    for field in FIELDS:
        function, department = functions[field.code], departments[field.department]
        yield _competence(function, department, TWO_TIERS_LAW, since(TWO_TIERS))
        yield _competence(
            function, department, "", DateRange(department.valid_during.lower, TWO_TIERS)
        )
        for kind, basis, days in _by_kind(field):
            yield function, None, kind.value, basis, known_since(days.lower), days


def _of_former(functions: dict[str, int], known: Iterable[Organization]) -> Iterator[Row]:
    """Who had a field before the mergers."""
    ended = {each.identifier: each for each in known}
    for each in former_departments.FORMER:
        for field in each.fields:
            yield _competence(functions[field], ended[each.identifier], "", until(MERGED))


def _competence(function: int, held_by: Organization, basis: str, days: DateRange) -> Row:
    return function, held_by.pk, "", basis, known_since(days.lower), days


def _pass_on(functions: dict[str, int]) -> None:
    """What of a department did not go where the rest went."""
    keys = {each.name: each.pk for each in Organization.objects.on(MERGED).with_names(MERGED)}
    for passed in former_departments.PASSED:
        Succession.objects.get_or_create(
            old=Organization.objects.get(identifier=passed.old),
            new_id=keys[passed.department],
            day=MERGED,
            function_id=functions[passed.field],
            kind=ChangeKind.TRANSFER,
            legal_basis=MERGED_BASIS,
            defaults={"recorded_at": known_since(MERGED)},
        )


def _by_kind(field: Field) -> Iterator[tuple[OrganizationKind, str, DateRange]]:
    """Communes before the change and since; districts before it."""
    for kind in field.kinds:
        yield kind, "", until(TWO_TIERS)
        if kind == OrganizationKind.COMMUNE_COMMITTEE:
            yield kind, TWO_TIERS_LAW, since(TWO_TIERS)


# --- Contacts, seals, headcount -----------------------------------------------------------------


def _contact(organization: Organization) -> Row:
    first, name = organization.valid_during.lower, organization.name_on(today())
    mark = organization.identifier.lower().replace(".", "-")
    return (
        organization.pk,
        f"Trụ sở {name} {INVENTED}",
        f"0000 {organization.pk:06} {INVENTED}",
        f"{mark}@motcua.example",
        f"https://{mark}.motcua.example/",
        HOURS,
        known_since(first),
        organization.valid_during,
    )


def _seals() -> Iterator[Row]:
    """As each was called, and merged bodies in each of their lines."""
    registration = f"mẫu dấu {INVENTED}"
    named = OrganizationName.objects.exclude(organization__kind__in=WITHOUT_A_SEAL)
    names = named.values_list("organization", "organization__kind", "full_name", "valid_during")
    for own, kind, name, days in names:
        line = Line.of_kind(kind).value
        yield own, line, name.upper(), registration, known_since(days.lower), days
    hats = Capacity.objects.values_list("organization", "line", "full_name", "valid_during")
    for own, line, name, days in hats:
        yield own, line, name.upper(), registration, known_since(days.lower), days


def _quotas(organization: Organization) -> Iterator[Row]:
    for count in headcount.of(organization):
        told = datetime.combine(date(count.year, 1, 15), time(9), VIETNAM)
        decision = f"Quyết định giao biên chế năm {count.year} {INVENTED}"
        numbers = count.year, count.kind.value, count.assigned, count.actual
        yield organization.pk, *numbers, decision, told
