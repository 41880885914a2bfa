"""Hostile inputs to the newsroom: what editors send, what comes from other sites, who looks in."""

import io
import json
from pathlib import Path

import feedparser
from django.core.management import call_command
from wagtail.test.utils.form_data import streamfield

from motcua.news.models import Article, Picture
from motcua.news.tests import factories
from motcua.news.tests.importing.pages import export, item, page
from motcua.news.tests.newsroom.pressing import typed

from .rows import Row, Send, World

SCRIPT = "<script>alert(1)</script>"
BREAKOUT = '</script><script>alert(1)</script>"><img src=x onerror=alert(1)>'
UNREADABLE = "Máy chủ không đọc được yêu cầu này"


# --- What editors send ----------------------------------------------


def written(body: str, **fields: str) -> Send:
    """A reporter keeps an article whose paragraph is this tree, and looks at the draft."""

    def send(world: World):
        form = typed(body=streamfield([("paragraph", body)]), **fields)
        at = f"/bien-tap/pages/add/news/article/{world.corner.pk}/"
        answer = world.reporter.post(at, form)
        made = Article.objects.child_of(world.corner).first()
        return world.reporter.get(f"/bien-tap/pages/{made.pk}/view_draft/") if made else answer

    return send


def tree(text: str = "Chào", **entity: object) -> str:
    marks = [{"key": 0, "offset": 0, "length": len(text)}] if entity else []
    block = {"key": "a", "type": "unstyled", "text": text, "depth": 0, "entityRanges": marks}
    return json.dumps({"blocks": [block | {"inlineStyleRanges": []}], "entityMap": {"0": entity}})


def link(**data: object) -> str:
    return tree(type="LINK", mutability="MUTABLE", data=data)


def no_draft(world: World) -> bool:
    return not Article.objects.child_of(world.corner).exists()


RICH_TEXT = [
    Row("script in rich text", written(tree(SCRIPT)), 200, "&lt;script&gt;", SCRIPT),
    Row("script as a link", written(link(url="javascript:alert(1)")), 200, "Chào", "javascript:"),
    Row(
        "script as a link with a tab",
        written(link(url="java\tscript:alert(1)")),
        200,
        hides="script:alert",
    ),
    Row("page as a link", written(link(url=f"data:text/html,{SCRIPT}")), 200, hides="data:text"),
    Row(
        "embedded page",
        written(tree(type="EMBED", mutability="X", data={"url": "http://127.0.0.1/"})),
        200,
        hides="127.0.0.1",
    ),
    Row(
        "pasted HTML instead of a tree",
        written(f"<p onclick=x>{SCRIPT}</p>"),
        400,
        UNREADABLE,
        SCRIPT,
        no_draft,
    ),
    Row(
        "link with handlers",
        written(link(id="1' onclick='alert(1)", parentId=1)),
        400,
        UNREADABLE,
        "onclick",
        no_draft,
    ),
    Row(
        "tree of three thousand levels",
        written('{"blocks":' + "[" * 3_000 + "]" * 3_000 + "}"),
        400,
        UNREADABLE,
        kept=no_draft,
    ),
    Row("half a character", written(tree("Chào \ud800bạn")), 200, "Chào bạn"),
    Row("NUL in rich text", written(tree("a\0b")), 200, kept=no_draft),
    Row(
        "publishing without the right",
        written(tree(), button="action-publish"),
        200,
        kept=lambda world: not Article.objects.child_of(world.corner).live().exists(),
    ),
]


# --- What readers and machines are told of it ----------------------------------------------


def published(read: str = "") -> Send:
    """An article whose every word is an attack, read by a stranger."""

    def send(world: World):
        title = BREAKOUT + "\x0b\u202e"
        made = factories.article(title, slug="tan-cong", lead=BREAKOUT, byline=BREAKOUT)
        return world.stranger.get(read or made.address)

    return send


def feed_is_whole(world: World) -> bool:
    told = feedparser.parse(io.BytesIO(world.stranger.get("/tin-tuc/atom/").content))
    return not told.bozo and BREAKOUT[:9] in told.entries[0].title


def page_says_it_in_data(world: World) -> bool:
    text = world.stranger.get(Article.objects.get(slug="tan-cong").address).text
    block = text.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    return BREAKOUT[:9] in json.loads(block)["headline"] and "og:title" in text


TOLD = [
    Row("title that breaks out", published(), 200, "&lt;script&gt;", SCRIPT, page_says_it_in_data),
    Row("title in the list", published("/tin-tuc/"), 200, "&lt;script&gt;", SCRIPT),
    Row("title in the feed", published("/tin-tuc/rss/"), 200, hides=SCRIPT, kept=feed_is_whole),
    Row("title in the map", published("/sitemap-tin-tuc.xml"), 200, hides=SCRIPT),
    Row(
        "feed with a query of others",
        published("/tin-tuc/rss/?x=" + SCRIPT),
        200,
        hides=SCRIPT,
        kept=feed_is_whole,
    ),
]


# --- Who looks in ----------------------------------------------


def draft(by: str, at: str) -> Send:
    """Somebody opens a draft of the province's corner at an address of the editors."""

    def send(world: World):
        made = factories.draft("Chưa công bố")
        return getattr(world, by).get(at.format(made.pk, made.slug))

    return send


SECRET = "Chưa công bố"
LOOKING_IN = [
    Row(
        "stranger at a draft",
        draft("stranger", "/bien-tap/pages/{0}/view_draft/"),
        302,
        hides=SECRET,
    ),
    Row(
        "stranger at a preview",
        draft("stranger", "/bien-tap/pages/{0}/edit/preview/"),
        302,
        hides=SECRET,
    ),
    Row(
        "citizen at the editors'", draft("citizen", "/bien-tap/pages/{0}/edit/"), 302, hides=SECRET
    ),
    Row("stranger at its address", draft("stranger", "/tin-tuc/cong/{1}/"), 404, hides=SECRET),
    Row("stranger at its number", draft("stranger", "/tin-tuc/bai-viet/{0}/"), 404, hides=SECRET),
    Row(
        "another corner's editor", draft("reporter", "/bien-tap/pages/{0}/edit/"), 302, hides=SECRET
    ),
    Row(
        "another corner's history",
        draft("reporter", "/bien-tap/pages/{0}/history/"),
        302,
        hides=SECRET,
    ),
]


# --- What comes from other sites ----------------------------------------------


def imported(body: str) -> Send:
    """A page of another site comes in, and a stranger reads it."""

    def send(world: World):
        (world.folder / "bai.html").write_text(page(f"{body}<p>Lời cuối.</p>"))
        return _taken(world, world.folder)

    return send


def exported(body: str = "<p>Lời cuối.</p>", head: str = "", **more: str) -> Send:
    """The same as a WordPress export."""

    def send(world: World):
        return _taken(world, export(world.folder, item(1, body, **more), head=head))

    return send


def _taken(world: World, path: Path):
    call_command(
        "import_news", path, "--section", "cong", stdout=io.StringIO(), stderr=io.StringIO()
    )
    made = Article.objects.shown().filter(origin__isnull=False).first()
    return world.stranger.get(made.address if made else "/tin-tuc/")


def nothing_imported(_: World) -> bool:
    return not Article.objects.filter(origin__isnull=False).exists()


def no_picture(_: World) -> bool:
    return not Picture.objects.filter(description="Bẫy").exists()


LAUGHS = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
PEEK = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
IMPORT = [
    Row("script in an import", imported(f"{SCRIPT}<p onclick=x>Lời</p>"), 200, "Lời cuối", SCRIPT),
    Row(
        "frame in an import",
        imported('<iframe src="https://xau.example"></iframe>'),
        200,
        "Lời cuối",
        "xau.example",
    ),
    Row(
        "picture from this machine",
        imported('<img alt="Bẫy" src="http://127.0.0.1:9/a.jpg">'),
        200,
        "Lời cuối",
        "127.0.0.1",
        no_picture,
    ),
    Row(
        "picture from the cloud's inside",
        imported('<img alt="Bẫy" src="http://169.254.169.254/latest/a.jpg">'),
        200,
        "Lời cuối",
        "169.254",
        no_picture,
    ),
    Row(
        "picture that climbs",
        imported('<img alt="Bẫy" src="../../../../etc/passwd">'),
        200,
        "Lời cuối",
        "root:",
        no_picture,
    ),
    Row(
        "billion laughs",
        exported(head=LAUGHS, title="&b;"),
        200,
        hides="hahaha",
        kept=nothing_imported,
    ),
    Row(
        "peek at a file",
        exported(head=PEEK, title="&x;"),
        200,
        hides="root:",
        kept=nothing_imported,
    ),
    Row(
        "export that climbs",
        exported('<p>Lời cuối.</p><img alt="Bẫy" src="/../../etc/passwd">'),
        200,
        "Lời cuối",
        "root:",
        no_picture,
    ),
    Row(
        "flood of open marks", exported("[caption]" * 20_000 + "<p>Lời cuối.</p>"), 200, "Lời cuối"
    ),
]

ROWS = [*RICH_TEXT, *TOLD, *LOOKING_IN, *IMPORT]
