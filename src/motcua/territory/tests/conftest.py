"""The map of the whole country once a module, and the map of one province for a single test."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection, transaction

from motcua.territory import crosswalk
from motcua.territory.actions import load_map
from motcua.territory.models import Unit

TODAY = date(2026, 11, 22)
LAST_DAY_OF_DISTRICTS = date(2025, 6, 30)
FIRST_DAY_WITHOUT = date(2025, 7, 1)


@pytest.fixture(scope="session")
def files():
    return crosswalk.read()


@pytest.fixture(scope="module")
def nation(django_db_setup, django_db_blocker, files):
    """The whole map, taken back after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        counts = load_map(files)
        connection.check_constraints()  # once here, or after every test anew
        yield counts
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def files_of_quang_ninh(files):
    """The part of the files that lies in province 22, before and after."""
    now = {c: p for c, p in files.after.items() if "22" in (c, p.within)}
    pairs = tuple((old, new) for old, new in files.commune_pairs if new in now)
    codes = {"22"} | {old for old, _new in pairs} | {files.before[old].within for old, _ in pairs}
    before = {code: files.before[code] for code in files.before if code in codes}
    renamings = tuple(each for each in files.renamings if each.place.code == "22")
    return replace(files, before=before, after=now, commune_pairs=pairs, renamings=renamings)


@pytest.fixture
def quang_ninh(db, files_of_quang_ninh):
    """The province with its map loaded."""
    load_map(files_of_quang_ninh)
    return Unit.objects.get(tier=Unit.Tier.PROVINCE, code="22")


@pytest.fixture
def unit(quang_ninh):
    """A unit by code on a day: ``unit("06886", TODAY)``."""
    return lambda code, day: Unit.objects.on(day).get(code=code)
