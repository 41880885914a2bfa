"""Pages and exports of another site, as small as they can be and still be true."""

from pathlib import Path

PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title} - Báo cũ</title>
{head}</head><body><nav><a href="/">Trang chủ</a></nav><article>{body}</article>
<footer>Bản quyền</footer></body></html>"""
META = """
<meta property="og:title" content="Nộp hồ sơ ở đâu cũng được">
<meta name="description" content="Từ ngày 1/12 nơi nào cũng nhận.">
<meta name="author" content="Thu Hạnh">
<meta property="article:published_time" content="2024-05-06T07:08:00+07:00">
<meta property="article:section" content="Cải cách hành chính">
<meta property="article:tag" content="một cửa"><meta property="article:tag" content="phi địa giới">
<link rel="canonical" href="https://bao-cu.example/tin/nop-ho-so-123.html">
"""
LINKED = """<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
{"@type":"WebPage"},{"@type":["NewsArticle"],"headline":"Từ JSON-LD","datePublished":"2023-02-01",
"author":[{"@type":"Person","name":"Minh Khôi"}],"articleSection":["Đời sống"],
"keywords":"chợ, bến tàu"}]}</script>"""

ITEM = """<item><title>{title}</title><link>https://wp.example/?p={number}</link>
<dc:creator>hanh</dc:creator><content:encoded><![CDATA[{body}]]></content:encoded>
<excerpt:encoded><![CDATA[{lead}]]></excerpt:encoded><wp:post_id>{number}</wp:post_id>
<wp:post_date>2022-03-04 05:06:07</wp:post_date><wp:post_date_gmt>{date}</wp:post_date_gmt>
<wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>{more}
<category domain="category" nicename="cchc"><![CDATA[Cải cách hành chính]]></category>
<category domain="post_tag" nicename="mot-cua"><![CDATA[một cửa]]></category></item>"""
PICTURE = """<item><title>Ảnh bến</title><wp:post_id>77</wp:post_id>
<wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>
<wp:attachment_url>https://wp.example/wp-content/uploads/2022/03/ben.jpg</wp:attachment_url>
<excerpt:encoded><![CDATA[Bến <b>tàu</b>]]></excerpt:encoded>
<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key>
<wp:meta_value><![CDATA[Bến tàu buổi sáng]]></wp:meta_value></wp:postmeta></item>"""
EXPORT = """<?xml version="1.0" encoding="UTF-8"?>{head}
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Báo cũ</title>
<wp:author><wp:author_login>hanh</wp:author_login>
<wp:author_display_name><![CDATA[Thu Hạnh]]></wp:author_display_name></wp:author>
{items}</channel></rss>"""


def page(body: str = "<p>Một đoạn.</p>", head: str = META, title: str = "Nộp hồ sơ") -> str:
    return PAGE.format(body=body, head=head, title=title)


def item(number: int = 1, body: str = "<p>Một đoạn.</p>", **more: str) -> str:
    given = {
        "title": f"Bài số {number}",
        "lead": "Sapo của bài.",
        "date": "2022-03-03 22:06:07",
        "status": "publish",
        "kind": "post",
        "more": "",
    }
    return ITEM.format(number=number, body=body, **{**given, **more})


def export(folder: Path, *items: str, head: str = "") -> Path:
    path = folder / "export.xml"
    path.write_text(EXPORT.format(items="".join(items), head=head))
    return path
