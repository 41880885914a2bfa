"""The keepers' list of all procedures, the versions of one, and the laws that end."""

from datetime import date

import pytest
from django.urls import reverse

from motcua.accounts.tests.sessions import as_officer
from motcua.catalog import drafting
from motcua.catalog.models import CatalogPost
from motcua.legal import citing, repeals
from motcua.legal.models import LegalDocument

from .test_desk import hand

EVERY = "catalog_desk:every"
WRITE = CatalogPost.Right.WRITE


@pytest.fixture
def keeper(client, db):
    acting = hand(WRITE, CatalogPost.Right.PUBLISH)
    as_officer(client, acting.person)
    return acting


@pytest.mark.parametrize("words", ["", "1.00", "1.001193", "khai sinh", "KHAI SINH"])
def test_a_procedure_is_found_by_name_or_code(client, published, keeper, words):
    shown = client.get(reverse(EVERY), {"q": words}).content.decode()

    assert reverse("catalog_desk:versions", args=["1.001193"]) in shown


def test_a_draft_of_a_new_procedure_is_found_by_its_name(client, keeper):
    told = {"code": "3.000999", "name": "Thủ tục mới", "topic": "family", "levels": ["commune"]}
    drafting.begin_new(told, by=keeper)

    shown = client.get(reverse(EVERY), {"q": "thủ tục mới"}).content.decode()

    assert "3.000999" in shown
    assert "Không áp dụng hôm nay" in shown


@pytest.mark.parametrize("words", ["máy bay", "9.9", "\x00", "%"])
def test_what_is_not_there_is_said(client, published, keeper, words):
    answer = client.get(reverse(EVERY), {"q": words})

    assert answer.status_code == 200


def test_any_two_versions_are_compared(client, published, make_draft, machine, keeper):
    make_draft(number=2, first=date(2026, 2, 1), name="Tên thứ hai").publish(by=machine)
    drafting.begin(published.procedure, by=keeper, in_force=2)
    at = reverse("catalog_desk:versions", args=["1.001193"])

    listed = client.get(at).content.decode()
    compared = client.get(at, {"truoc": 1, "sau": 3}).content.decode()
    same = client.get(at, {"truoc": 1, "sau": 1}).content.decode()
    odd = client.get(at, {"truoc": "x", "sau": 99})

    assert reverse("catalog:version", args=["1.001193", 2]) in listed
    assert reverse("catalog_desk:draft", args=["1.001193", 3]) in listed
    assert "Tên thứ hai" in compared
    assert "<ins>" in compared
    assert "Hãy chọn hai phiên bản khác nhau" in same
    assert odd.status_code == 200


def test_who_has_no_right_finds_none_of_it(client, published):
    as_officer(client, hand().person)

    for page, more in ((EVERY, []), ("catalog_desk:versions", ["1.001193"])):
        assert client.get(reverse(page, args=more)).status_code == 404
    assert client.get(reverse("catalog_desk:laws")).status_code == 404


def test_beginning_and_ending_find_by_name_as_well(client, published, keeper):
    for page in ("catalog_desk:begin", "catalog_desk:end"):
        shown = client.get(reverse(page), {"code": "khai sinh"}).content.decode()
        assert 'href="?code=1.001193"' in shown


# --- Laws that end --------------------------------------------------------------------------------


def test_a_law_that_ends_soon_is_shown_with_what_cites_it(client, published, keeper):
    repeals.load()
    repeals.load()
    law = LegalDocument.objects.get(number="60/2014/QH13")
    assert (law.valid_during.upper, law.replaced_by.number) == (date(2027, 3, 1), "03/2026/QH16")

    assert citing.ending(date(2026, 1, 1)) == []
    (ending,) = citing.ending(date(2026, 11, 28))

    assert [one.name for one in ending.citations] == [f"{published.name} (1.001193)"]
    shown = client.get(reverse("catalog_desk:laws"))
    assert shown.status_code == 200


def test_what_an_editor_wrote_of_an_end_stays(db):
    repeals.load()
    LegalDocument.objects.filter(number="60/2014/QH13").update(
        valid_during=(None, date(2027, 6, 1))
    )

    repeals.load()

    law = LegalDocument.objects.get(number="60/2014/QH13")
    assert law.valid_during.upper == date(2027, 6, 1)
