from types import SimpleNamespace

import pytest

from motcua.accounts.tests.sessions import as_officer
from motcua.catalog import drafting
from motcua.catalog.models import CatalogPost
from motcua.catalog.tests.conftest import draft, machine, make_draft, procedure, published
from motcua.formwork import blocks
from motcua.organizations.acting import Acting
from motcua.organizations.tests.factories import FOREVER, AppointmentFactory

__all__ = ["draft", "machine", "make_draft", "procedure", "published"]


def hand(*rights):
    held = AppointmentFactory()
    for right in rights:
        CatalogPost.objects.create(post=held.post, right=right, valid_during=FOREVER)
    return Acting.holding(held)


@pytest.fixture
def people(db):
    right = CatalogPost.Right
    return SimpleNamespace(
        writer=hand(right.WRITE), other=hand(right.WRITE), reviewer=hand(right.REVIEW)
    )


@pytest.fixture
def begun(published, people):
    """A draft that a writer began from what is in force."""
    return drafting.begin(published.procedure, by=people.writer, in_force=1)


@pytest.fixture
def writing(client, people):
    """A browser of somebody who writes drafts."""
    return as_officer(client, people.writer.person)


def question(kind, title, **told):
    """A block of a question as it comes from the editor, with every field of its kind."""
    told = {**_empty(kind), "title": title, **told}
    numbers = {"least", "most", "min_length", "max_length", "decimals"}
    value = {k: "" if v is None and k not in numbers else v for k, v in told.items()}
    return {"type": kind, "value": value}


def _empty(kind):
    block = dict(blocks.every_kind())[kind] if kind != "group" else blocks.GroupBlock()
    return blocks.plain(block.get_prep_value(block.get_default()))


def section(*questions, title="", conditions=()):
    rows = list(conditions)
    told = {"title": title, "intro": "", "conditions": rows, "rest": ""}
    return {**told, "questions": list(questions)}


def page(*sections, title="Trang một", key=""):
    return {"title": title, "key": key, "intro": "", "rest": "", "sections": list(sections)}
