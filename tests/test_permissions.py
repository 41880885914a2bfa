"""Who may stand before which door, to read and to press?

Everyone of ``town.Who`` visits every address by GET and by POST, open doors only some of them.
What they may expect stands in ``permissions.ROWS``; an address without a row fails with a
sentence that says what to do.
A visit that is refused, and a page that is only read, leave no trace in the database.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.urls import URLResolver, get_resolver
from django.utils import translation

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
VISITS = [(row, who) for row in ROWS for who in (FEW if row in FOR_EVERYBODY else Who)]


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


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_every_address_has_a_row(name):
    rows = [row for row in ROWS if row.name == name]

    assert rows, f"Add a Row for {name!r} to tests/permissions/: who may read and press it?"


def test_every_row_has_an_address():
    assert {row.name for row in ROWS} == ADDRESSES


@pytest.mark.parametrize(("row", "who"), VISITS, ids=str)
def test_reading(town: Town, row: Row, who: Who):
    address = row.address(town.things_before(who))

    answer, written = visit(town, who, "get", address)

    assert answer == row.get[who], f"{who} {answer} at {address}"
    assert not written, f"Reading {address} as {who} wrote to {written}"


@pytest.mark.parametrize(("row", "who"), VISITS, ids=str)
def test_pressing(town: Town, row: Row, who: Who):
    things = town.things_before(who)
    address = row.address(things)

    answer, written = visit(town, who, "post", address, row.typed(things))

    if answer in {GOES_ON, SHOWN} and written:
        answer = DONE
    assert answer in expected_at_pressing(row, who), f"{who} {answer} at {address}"
    assert answer is DONE or not written, f"{who} {answer} at {address}, and wrote to {written}"


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


def writes() -> dict[str, int]:
    """Rows written in this transaction so far, by table; PostgreSQL counts them itself."""
    count = "n_tup_ins + n_tup_upd + n_tup_del"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT relname, {count} FROM pg_stat_xact_user_tables WHERE {count} > 0")
        return dict(cursor.fetchall())
