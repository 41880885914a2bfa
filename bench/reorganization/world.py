"""The country on the eve of 1 July 2025: every committee of three tiers, and open dossiers.

Territory is real (the crosswalk that the portal ships); identifiers, people and dossiers are made
up by rule, so that every run builds the same. Rows are written by SQL: what is measured is the
change, not how the eve came to be.
"""

from datetime import date

from django.core.management import call_command
from django.db import connection

from .sums import one, run

DAY = date(2025, 7, 1)
PEOPLE = 20_000
PER_STATEMENT = 100_000
SINCE_EVER = "daterange(NULL, NULL)"

COMMITTEES = f"""
WITH placed AS (
    SELECT u.id AS unit_id, u.tier, u.code, u.valid_during,
        CASE u.tier WHEN 1 THEN 'H' || u.code
                    WHEN 2 THEN 'H' || p.code || '.D' || u.code
                    ELSE 'H' || p.code || '.C' || u.code END AS identifier
    FROM territory_unit u
    LEFT JOIN territory_containment c ON c.unit_id = u.id AND c.valid_during @> %(eve)s::date
    LEFT JOIN territory_containment d ON d.unit_id = c.parent_id AND d.valid_during @> %(eve)s::date
    LEFT JOIN territory_unit p ON p.id = coalesce(d.parent_id, c.parent_id)
    WHERE u.valid_during @> %(eve)s::date
), made AS (
    INSERT INTO organizations_organization (identifier, kind, tier, is_demo, valid_during)
    SELECT identifier || suffix, CASE suffix WHEN '' THEN
        (ARRAY['committee', 'district', 'commune'])[tier] ELSE office END, tier, true, {SINCE_EVER}
    FROM placed CROSS JOIN (VALUES
        ('', ''), ('.01', 'counter'), ('.02', 'division'), ('.03', 'division')
    ) AS offices(suffix, office)
    RETURNING id, identifier
), served AS (
    INSERT INTO organizations_jurisdiction (organization_id, unit_id, valid_during)
    SELECT made.id, placed.unit_id, placed.valid_during
    FROM made JOIN placed
        ON placed.identifier = regexp_replace(made.identifier, '[.]0[123]$', '')
    RETURNING organization_id
), called AS (
    INSERT INTO organizations_organizationname
        (organization_id, full_name, sort_key, legal_basis, valid_during)
    SELECT made.id, trim(CASE right(made.identifier, 3) WHEN '.01'
            THEN 'Trung tâm Phục vụ hành chính công ' WHEN '.02' THEN 'Văn phòng ' WHEN '.03'
            THEN 'Phòng Văn hóa - Xã hội ' ELSE 'Ủy ban nhân dân ' END || n.full_name),
        made.identifier, '', {SINCE_EVER}
    FROM made JOIN placed
        ON placed.identifier = regexp_replace(made.identifier, '[.]0[123]$', '')
    JOIN territory_unitname n ON n.unit_id = placed.unit_id
        AND n.valid_during @> %(eve)s::date
    RETURNING organization_id
)
SELECT count(*) FROM called
"""
"""A committee for each unit of the eve, with its counter and two offices."""

ANSWER_TO = f"""
INSERT INTO organizations_subordination (child_id, parent_id, valid_during)
SELECT child.id, parent.id, {SINCE_EVER}
FROM organizations_organization child JOIN organizations_organization parent
    ON parent.identifier = regexp_replace(child.identifier, '[.][^.]+$', '')
WHERE child.identifier LIKE '%%.%%' AND (length(child.identifier) < 9) = %(few)s
"""
"""The districts first: a planner that believes the table to be empty reads it whole each time."""

OFFICES = """
CREATE TABLE bench_office AS
SELECT row_number() OVER (ORDER BY o.identifier, u.code) - 1 AS number, o.id AS committee_id,
    o.identifier, c.id AS counter_id, coalesce(u.id, j.unit_id) AS place_id
FROM organizations_organization o
    JOIN organizations_organization c ON c.identifier = o.identifier || '.01'
    JOIN organizations_jurisdiction j ON j.organization_id = o.id
    LEFT JOIN territory_containment inside ON o.kind = 'district'
        AND inside.parent_id = j.unit_id AND inside.valid_during @> %(eve)s::date
    LEFT JOIN territory_unit u ON u.id = inside.unit_id
WHERE o.kind IN ('commune', 'district')
"""
"""Who has dossiers, of whom: a commune of its people, a district of each of its communes."""

FILE_DOSSIERS = """
WITH born AS (
    SELECT n, offices.*, %(first_person)s + n %% %(people)s AS person_id,
        timestamptz '2025-05-01 08:00+07' + (n %% 40) * interval '1 day' AS at,
        (ARRAY[1, 2, 4, 4, 4, 5, 9])[1 + n %% 7] AS state
    FROM generate_series(%(since)s, %(to)s - 1) n
    JOIN bench_office offices ON offices.number = n %% %(offices)s
), drafts AS (
    INSERT INTO dossiers_draft (id, key, person_id, version_id, organization_id, data,
        contact_name, contact_phone, contact_email, contact_address, created_at, changed_at)
    SELECT n + 1, gen_random_uuid(), person_id, %(version)s, committee_id, %(data)s,
        'Người nộp ' || n, '', '', '', at, at
    FROM born RETURNING id
), filed AS (
    INSERT INTO dossiers_dossier (id, state, revision, moved_at, code, draft_id, version_id,
        applicant_id, organization_id, counter_id, channel, submitted_at, received_at,
        due_original, due_current, finished_at, applicant_name, phone, email, address, place_id,
        locality, phone_tail_key, personal_number_tail_key, search_text, data)
    SELECT n + 1, CASE WHEN is_closed THEN 10 ELSE state END, 3, at + interval '1 hour',
        identifier || '-' || to_char(at, 'YYMMDD') || '-' || lpad(n::text, 7, '0'), n + 1,
        %(version)s, person_id, committee_id, counter_id, 2, at,
        CASE WHEN is_closed OR state > 1 THEN at + interval '1 hour' END,
        CASE WHEN is_closed OR state > 1 THEN at + interval '30 days' END,
        CASE WHEN is_closed OR state > 1 THEN at + interval '35 days' END,
        CASE WHEN is_closed OR state = 9 THEN at + interval '9 days' END,
        'Người nộp ' || n, '', '', 'Thôn ' || n %% 9, place_id, 'thon ' || n %% 9, '', '',
        'nguoi nop ' || n, %(data)s
    FROM (SELECT *, n >= %(open)s AS is_closed FROM born) born RETURNING id
)
INSERT INTO dossiers_event (dossier_id, verb, role, state, person_id, reason, at, payload)
SELECT n + 1, 'submit', 'applicant', 1, person_id, '', at, '{}' FROM born
"""


def build(opened: int, closed: int) -> None:
    """The eve, with so many open dossiers and so many closed ones."""
    call_command("load_territory", verbosity=0)
    given = {"eve": date(2025, 6, 30)}
    run(COMMITTEES, given)
    for few in (True, False):
        run(ANSWER_TO, {"few": few})
        run("ANALYZE organizations_subordination")
    version = _procedure()
    first = _people()
    run(OFFICES, given)
    run("CREATE INDEX ON bench_office (number)")
    run("ANALYZE")
    _file(opened, closed, version, first)


def _file(opened: int, closed: int, version: int, first: int) -> None:
    from motcua.dossiers.models import Dossier

    empty = Dossier._meta.get_field("data").get_db_prep_save({}, connection)
    every, offices = opened + closed, int(str(one("SELECT count(*) FROM bench_office")))
    for since in range(0, every, PER_STATEMENT):
        run(
            FILE_DOSSIERS,
            {
                "since": since,
                "to": min(since + PER_STATEMENT, every),
                "open": opened,
                "people": PEOPLE,
                "first_person": first,
                "version": version,
                "offices": offices,
                "data": empty,
            },
        )
    for table in ("draft", "dossier"):
        run(f"SELECT setval(pg_get_serial_sequence('dossiers_{table}', 'id'), {every + 1})")
    run("ANALYZE")


def _people() -> int:
    from motcua.accounts.models import Person

    people = [
        Person(username=f"bench-{n}", full_name=f"Người nộp {n}", is_demo=True)
        for n in range(PEOPLE)
    ]
    return min(person.pk for person in Person.objects.bulk_create(people))


def _procedure() -> int:
    """One procedure that every commune's and every district's committee decides."""
    from django.utils import timezone

    from motcua.accounts.models import Person
    from motcua.catalog.models import Assignment, Procedure, ProcedureVersion, Sector
    from motcua.organizations.models import Function
    from motcua.periods.models import since

    always = since(date(2020, 1, 1))
    function = Function.objects.create(code="ho-tich", name="Hộ tịch")
    sector = Sector.objects.create(slug="ho-tich", name="Hộ tịch", function=function)
    procedure = Procedure.objects.create(code="1.001193", sector=sector)
    for kind in ("commune", "district"):
        Assignment.objects.create(
            procedure=procedure, role="decide", organization_kind=kind, valid_during=always
        )
    version = ProcedureVersion.objects.create(
        procedure=procedure,
        number=1,
        name="Thủ tục đăng ký khai sinh",
        name_sort_key="thu tuc dang ky khai sinh",
        levels=["commune"],
        valid_during=always,
    )
    published = {"published_at": timezone.now(), "published_by": Person.objects.machine()}
    ProcedureVersion.objects.filter(pk=version.pk).update(**published)
    return version.pk
