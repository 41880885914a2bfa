"""An editor's form that was tampered with is a bad request: nothing runs, nothing breaks."""

import json

import pytest
from django.test import Client
from wagtail.test.utils.form_data import streamfield

from motcua.accounts.tests.sessions import as_officer
from motcua.news.models import Article, Newsroom
from motcua.news.newsroom.workflow import Role
from motcua.organizations.tests.factories import PersonFactory

from .pressing import typed

pytestmark = pytest.mark.django_db


def tree(text="Chào", **entity):
    """A paragraph as the editor's script sends it; ``entity`` is what its text is marked as."""
    marks = [{"key": 0, "offset": 0, "length": len(text)}] if entity else []
    block = {"key": "a", "type": "unstyled", "text": text, "depth": 0, "entityRanges": marks}
    return json.dumps({"blocks": [block | {"inlineStyleRanges": []}], "entityMap": {"0": entity}})


def link(**data):
    return tree(type="LINK", mutability="MUTABLE", data=data)


def write(ward, **fields):
    browser = ward.at_work(Role.REPORTER)
    return browser.post(f"/bien-tap/pages/add/news/article/{ward.section.pk}/", typed(**fields))


def paragraph(value):
    return streamfield([("paragraph", value)])


@pytest.mark.parametrize(
    "sent",
    [
        link(url="javascript:alert(1)"),
        link(url="java\tscript:alert(1)"),
        link(url="data:text/html,<script>alert(1)</script>"),
        tree("<script>alert(1)</script><img src=x onerror=alert(1)>"),
        tree(type="EMBED", mutability="IMMUTABLE", data={"url": "http://127.0.0.1/"}),
        tree(type="IMAGE", mutability="IMMUTABLE", data={"id": "1"}),
    ],
)
def test_rich_text_runs_nothing(ward, sent):
    assert write(ward, body=paragraph(sent)).status_code == 302

    made = Article.objects.latest("pk")
    page = ward.at_work(Role.REPORTER).get(f"/bien-tap/pages/{made.pk}/view_draft/").text
    shown = page.partition("<article")[2].partition("</article>")[0]
    assert made.title in page
    for running in ("<script>alert", "<img src=x", "javascript:", "data:text", "' onclick='"):
        assert running not in shown


@pytest.mark.parametrize(
    "sent",
    [
        "<p onclick=alert(1)>Chào</p>",
        "",
        "[]",
        link(),
        link(id="1' onclick='alert(1)", parentId=3),
        link(id="9" * 30, parentId=3),
        '{"blocks": ' + "[" * 3_000 + "]" * 3_000 + "}",
        tree().replace('"key": 0', '"key": 7').replace('"entityRanges": []', '"entityRanges": [7]'),
    ],
    ids=[
        "html",
        "nothing",
        "list",
        "link to nowhere",
        "no number",
        "long number",
        "deep",
        "broken mark",
    ],
)
def test_a_broken_tree_is_a_bad_request(ward, sent):
    answer = write(ward, body=paragraph(sent))

    assert answer.status_code == 400
    assert "Máy chủ không đọc được yêu cầu này" in answer.text
    assert not Article.objects.exists()


def test_half_a_character_is_left_out(ward):
    write(ward, body=paragraph(tree("Chào \ud800bạn")))

    assert "Chào bạn" in str(Article.objects.get().body)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("body-count", "x"),
        ("body-count", "99999999"),
        ("body-0-order", "x"),
        ("picture", "x"),
        ("category", "'; DROP TABLE"),
    ],
)
def test_a_number_that_is_none_is_a_bad_request(ward, name, value):
    browser = ward.at_work(Role.REPORTER)
    sent = typed() | {name: value}

    answer = browser.post(f"/bien-tap/pages/add/news/article/{ward.section.pk}/", sent)

    assert answer.status_code == 400
    assert not Article.objects.exists()


def test_what_a_chooser_is_asked_for_must_be_a_number():
    administrator = as_officer(Client(), PersonFactory(is_superuser=True))

    for address in (
        "/bien-tap/images/chooser/chosen-multiple/?id=x",
        "/bien-tap/choose-page/chosen-multiple/?id=%00",
        "/bien-tap/api/main/pages/find/?id=x",
        "/bien-tap/choose-external-link/?parent_page_id=x",
    ):
        assert administrator.get(address).status_code == 400, address


def test_a_newsroom_comes_with_its_corner_and_not_by_hand(ward):
    administrator = as_officer(Client(), PersonFactory(is_superuser=True))
    before = Newsroom.objects.count()
    at = "/bien-tap/snippets/news/newsroom/"

    listed = administrator.get(at)
    administrator.post(f"{at}add/")
    administrator.post(f"{at}delete/{ward.newsroom.pk}/")

    assert listed.status_code == 200
    assert f"{at}add/" not in listed.text
    assert Newsroom.objects.count() == before
    assert administrator.get(f"{at}edit/{ward.newsroom.pk}/").status_code == 200
