"""Do search engines and other sites read an article as schema.org and Open Graph want it?"""

import json
import re

import jsonschema_rs
import pytest
from django.test import Client

from .factories import article, category, picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("newsroom")]
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$"}
ADDRESS = {"type": "string", "pattern": "^https://motcua.example/"}
NAMED = {
    "type": "object",
    "required": ["@type", "name"],
    "properties": {
        "@type": {"enum": ["Person", "Organization", "GovernmentOrganization"]},
        "name": {"type": "string", "minLength": 1},
    },
}
NEWS_ARTICLE = {
    "type": "object",
    "required": [
        *("@context", "@type", "headline", "image", "datePublished", "dateModified"),
        *("author", "publisher", "mainEntityOfPage", "inLanguage", "url"),
    ],
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "NewsArticle"},
        "headline": {"type": "string", "minLength": 1, "maxLength": 110},
        "description": {"type": "string"},
        "url": ADDRESS,
        "image": ADDRESS,
        "datePublished": MOMENT,
        "dateModified": MOMENT,
        "inLanguage": {"enum": ["vi", "en"]},
        "author": {"type": "array", "minItems": 1, "items": NAMED},
        "publisher": NAMED,
        "keywords": {"type": "array", "items": {"type": "string"}},
        "wordCount": {"type": "integer"},
        "isAccessibleForFree": {"type": "boolean"},
        "mainEntityOfPage": {
            "type": "object",
            "properties": {"@type": {"const": "WebPage"}, "@id": ADDRESS},
        },
    },
}
"""What schema.org/NewsArticle and Google's guide for articles ask for, with their types."""


@pytest.fixture(autouse=True)
def at_home(settings):
    settings.BASE_URL = "https://motcua.example"


def page_of(shown):
    return Client().get(shown.address).content.decode()


def said(page):
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    return json.loads(text)


def told(page):
    return dict(re.findall(r'<meta property="([^"]+)" content="([^"]*)">', page))


def test_an_article_is_a_news_article():
    shown = article(category=category(), byline="Thu Hạnh", picture=picture(), tags=("một cửa",))

    found = said(page_of(shown))

    jsonschema_rs.validate(NEWS_ARTICLE, found)
    assert found["headline"] == shown.title
    assert found["author"] == [{"@type": "Person", "name": "Thu Hạnh"}]
    assert found["keywords"] == ["một cửa"]
    assert found["articleSection"] == "Cải cách hành chính"


def test_without_byline_the_publisher_is_the_author():
    found = said(page_of(article()))

    assert found["author"][0]["@type"] == "GovernmentOrganization"


def test_no_title_ends_the_data_block():
    page = page_of(article("Bẫy </script><script>alert(1)</script>"))

    assert "<script>alert" not in page
    assert said(page)["headline"].startswith("Bẫy </script>")


def test_other_sites_preview_it():
    shown = article("Tin & “ngoặc”", picture=picture())

    found = told(page_of(shown))

    assert found["og:type"] == "article"
    assert found["og:title"] == "Tin &amp; “ngoặc”"
    assert found["og:url"] == f"https://motcua.example{shown.address}"
    assert found["og:image"].startswith("https://motcua.example/media/")
    assert found["og:image:alt"] == shown.picture.description


def test_the_canonical_address_is_the_article_s_own():
    shown = article()

    assert f'<link rel="canonical" href="https://motcua.example{shown.address}">' in page_of(shown)


def test_the_description_is_the_lead():
    shown = article()

    assert f'<meta name="description" content="{shown.lead}">' in page_of(shown)
