"""Who may stand before which door, to read and to press?

Everyone of ``town.Who`` visits every address by GET and by POST, open doors only some of them.
What they may expect stands in ``permissions.ROWS``; an address without a row fails with a
sentence that says what to do. One test is one row: everybody comes in turn, each to the town as it
was built, and a sentence says of each who was answered otherwise.
A visit that is refused, and a page that is only read, leave no trace in the database.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.urls import URLResolver, get_resolver
from django.utils import translation

from motcua.news import announcing
from motcua.search.unanswered import notebook

from .answers import DONE, GOES_ON, LOCKS, ONE_WAY, SHOWN, Answer, answer_of
from .permissions import FOR_EVERYBODY, ROWS
from .rows import Row
from .town import Town, Who

pytestmark = pytest.mark.django_db

EDITING = "bien-tap/"
"""Wagtail's admin: one rule for all of it (test_editors_rooms.py)."""
LOOKS = {"dossiers_reading", "dossiers_clash", "questions_reading", "consultations_reading"}
COUNTED = {"django_session", "accounts_shared_count", "accounts_attempt"}
NOTED = COUNTED | LOOKS | {"accounts_rescued"}
"""What a visit may leave behind: when the session was last used, counted attempts, who looked,
and what a stranger typed, until they sign in."""

FEW = [Who.STRANGER, Who.OTHER_CITIZEN, Who.OFFICER_ELSEWHERE, Who.CLERK, Who.PASSWORD_ONLY]
"""Enough to see that a door stands open to everybody."""


def doors(resolver: URLResolver, space: str = "", path: str = "") -> Iterator[tuple[str, str]]:
    """Name and route of every address."""
    for pattern in resolver.url_patterns:
        route = f"{path}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from doors(pattern, inner, route)
        else:
            yield f"{space}{pattern.name}", route


ADDRESSES = {name for name, route in doors(get_resolver()) if not route.startswith(EDITING)}


def test_every_address_has_a_row():
    missing = ADDRESSES - {row.name for row in ROWS}

    assert not missing, f"Add a Row to tests/permissions/ for {missing}: who may read and press it?"


def test_every_row_has_an_address():
    assert {row.name for row in ROWS} == ADDRESSES


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_reading(town: Town, row: Row):
    wrong = [fault for who in visitors(row) for fault in faults_at_reading(town, row, who)]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_pressing(town: Town, row: Row):
    wrong = [fault for who in visitors(row) for fault in faults_at_pressing(town, row, who)]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("who", [Who.STRANGER, Who.OTHER_CITIZEN, Who.PASSWORD_ONLY], ids=str)
def test_the_other_language_has_the_same_locks(town: Town, who: Who):
    others = {}
    for row in ROWS:
        with translation.override("en"):
            address = row.address(town.owner)
            answer, _written = visit(town, who, "get", address)
        if answer is not row.get[who]:
            others[address] = answer

    assert not others


# --- A visit, and what is wrong about it ------------------------------------------------------


def visitors(row: Row) -> Iterable[Who]:
    """Whoever comes to its door."""
    return FEW if row in FOR_EVERYBODY else Who


def faults_at_reading(town: Town, row: Row, who: Who) -> Iterator[str]:
    with alone(row, who):
        address = row.address(town.things_before(who))
        answer, written = visit(town, who, "get", address)
    if answer != row.get[who]:
        yield f"{row}: {who} {answer} at {address}, where one {row.get[who]}"
    if written:
        yield f"{row}: reading {address} as {who} wrote to {written}"


def faults_at_pressing(town: Town, row: Row, who: Who) -> Iterator[str]:
    with alone(row, who):
        things = town.things_before(who)
        address = row.address(things)
        answer, written = visit(town, who, "post", address, row.typed(things))
    if answer in {GOES_ON, SHOWN} and written:
        answer = DONE
    expected = expected_at_pressing(row, who)
    if answer not in expected:
        yield f"{row}: {who} {answer} on pressing {address}, where one {' or '.join(expected)}"
    if written and answer is not DONE:
        yield f"{row}: {who} {answer} on pressing {address}, and wrote to {written}"


@contextmanager
def alone(row: Row, who: Who) -> Iterator[None]:
    """One visit: what it wrote, said to the process and changed of the language is taken back."""
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    except Exception as failure:
        failure.add_note(f"{row}: {who} brought this down.")
        raise
    translation.activate(settings.LANGUAGE_CODE)
    announcing.keep(())
    notebook.counts.clear()


def expected_at_pressing(row: Row, who: Who) -> set[Answer]:
    if row.post is not None:
        return {row.post[who]}
    return {row.get[who]} if row.get[who] in LOCKS else {row.get[who], ONE_WAY}


def visit(town: Town, who: Who, method: str, address: str, typed: dict[str, Any] | None = None):
    """What happens, and which tables were written to."""
    browser = town.arrives(who)
    before = writes()
    response = getattr(browser, method)(address, typed or {})
    if response.streaming:
        response.getvalue()
    changed = {table for table, count in writes().items() if count != before.get(table, 0)}
    return answer_of(response), changed - NOTED


WRITES = """
SELECT relname, written FROM (
    SELECT relname, pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
        + pg_stat_get_xact_tuples_deleted(oid) AS written
    FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
) AS tables WHERE written > 0
"""


def writes() -> dict[str, int]:
    """Rows written in this transaction so far, by table; PostgreSQL counts them itself."""
    with connection.cursor() as cursor:
        cursor.execute(WRITES)
        return dict(cursor.fetchall())
