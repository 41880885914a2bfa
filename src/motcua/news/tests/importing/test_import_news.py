"""Does an import write once, at the old day and address, and a dry run nothing at all?"""

from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model

from motcua.dossiers.tests.factories import VersionFactory
from motcua.news.models import Article, Media, Origin, Picture

from ..factories import article, category, image, section
from .pages import META, PICTURE, export, item, page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("newsroom")]
BODY = """<p>Đoạn một.</p><figure><img src="anh/ben.jpg" alt="Bến tàu"></figure>
<table><tr><th>Nơi</th><th>Nhận</th></tr><tr><td>A</td><td>12</td></tr></table>
<blockquote><p>Lời.</p><footer>Bà A, Giám đốc</footer></blockquote>
<audio src="tin.mp3" title="Bản tin"><div class="transcript">Lời đọc.</div></audio>
<p><a href="a.pdf">Danh sách</a></p><p><a href="/dich-vu-cong/1.001193/">Khai sinh</a></p>"""


@pytest.fixture(autouse=True)
def corner():
    category()
    return section()


@pytest.fixture
def site(tmp_path):
    """A folder of one page with everything beside it."""
    folder = tmp_path / "bao-cu"
    (folder / "anh").mkdir(parents=True)
    (folder / "anh" / "ben.jpg").write_bytes(image())
    (folder / "tin.mp3").write_bytes(b"ID3" + bytes(64))
    (folder / "a.pdf").write_bytes(b"%PDF-1.7")
    (folder / "bai.html").write_text(page(BODY))
    return folder


def run(path, *more, corner="cong"):
    out = StringIO()
    call_command("import_news", path, "--section", corner, *more, stdout=out, stderr=StringIO())
    return out.getvalue()


def everything():
    models = (Article, Picture, Media, Origin, Redirect, get_document_model())
    return [model.objects.count() for model in models]


def test_an_article_comes_with_everything_that_stands_in_it(site):
    VersionFactory(code="1.001193")

    said = run(site)

    (shown,) = Article.objects.shown()
    kinds = [block.block_type for block in shown.body]
    assert kinds == [
        *("paragraph", "picture", "table", "quotation", "media", "document", "procedure"),
    ]
    assert shown.title == "Nộp hồ sơ ở đâu cũng được"
    assert shown.category == category()
    assert {tag.name for tag in shown.tags.all()} == {"một cửa", "phi địa giới"}
    assert shown.body[1].value["picture"].description == "Bến tàu"
    assert shown.body[4].value.transcript == "Lời đọc."
    assert "nhập: bai.html" in said


def test_it_keeps_its_day(site):
    run(site)

    (shown,) = Article.objects.shown()
    assert shown.published_at == datetime(2024, 5, 6, 0, 8, tzinfo=UTC)
    assert shown.last_published_at == shown.published_at


def test_its_page_is_shown_and_its_old_address_leads_there(site):
    run(site)
    (shown,) = Article.objects.shown()

    assert Client().get(shown.address).status_code == 200
    answer = Client().get("/tin/nop-ho-so-123.html")
    assert answer.status_code == 301
    assert answer.headers["Location"] == shown.address


def test_again_brings_nothing_new(site):
    run(site)
    before = everything()

    said = run(site)

    assert everything() == before
    assert "đã nhập từ trước: bai.html" in said


def test_a_dry_run_says_the_same_and_changes_nothing(site, media):
    before = everything()

    said = run(site, "--dry-run")

    assert everything() == before
    assert not media.exists() or not any(path.is_file() for path in media.rglob("*"))
    assert "nhập: bai.html" in said
    assert "Không có thủ tục hoặc cơ quan mang mã này: 1.001193" in said
    assert "chưa thay đổi gì" in said


def test_a_dry_run_finds_the_same_problems_as_the_real_one(site):
    (site / "hong.html").write_text(
        page('<script>x</script><p>Lời.</p><img src="mat.jpg"><video src="x.mp4"></video>', head="")
    )
    (site / "anh" / "gia.jpg").write_text("không phải ảnh")
    (site / "la.html").write_text(
        page('<p>Lời.</p><img src="anh/gia.jpg" alt="x">', title="Lạ", head="")
    )

    dry, real = run(site, "--dry-run"), run(site)

    assert dry.replace("Chạy thử: chưa thay đổi gì.\n", "") == real
    for words in (
        "Đã bỏ mã chạy được hoặc nội dung nhúng: <script>",
        "Không tìm thấy ảnh: mat.jpg",
        "Không tìm thấy tệp: x.mp4",
        "Không có ngày đăng",
        "Ảnh không nhận được: anh/gia.jpg",
    ):
        assert words in real


def test_a_picture_without_words_gets_none_from_its_name(site):
    (site / "bai.html").write_text(page('<p>Lời.</p><img src="anh/ben.jpg">'))

    said = run(site)

    assert Picture.objects.get().description == ""
    assert "Ảnh chưa có mô tả cho người không nhìn thấy: anh/ben.jpg" in said


def test_the_same_picture_twice_is_kept_once(site):
    (site / "hai.html").write_text(page(BODY, head="", title="Bài hai"))

    run(site)

    assert Article.objects.count() == 2
    assert Picture.objects.count() == 1


def test_an_article_that_is_here_already_is_reported_and_left(site):
    article("Nộp hồ sơ ở ĐÂU cũng được")
    from motcua.news.newsroom import duplicates

    duplicates.note(Article.objects.get())

    said = run(site)

    assert Article.objects.count() == 1
    assert "trùng tiêu đề với bài đã có: bai.html" in said


def test_an_unknown_category_is_reported_and_not_invented(site):
    (site / "bai.html").write_text(page(head=META.replace("Cải cách hành chính", "Thể thao")))

    said = run(site)

    assert Article.objects.get().category is None
    assert "Chưa có chuyên mục này, bài để ngoài chuyên mục: Thể thao" in said


def test_an_old_address_that_leads_elsewhere_stays(site):
    Redirect.add_redirect("/tin/nop-ho-so-123.html", redirect_to="/khac/")

    said = run(site)

    assert Redirect.objects.get().redirect_link == "/khac/"
    assert "Địa chỉ cũ đã dẫn tới nơi khác" in said


def test_a_broken_file_stops_nothing(site):
    (site / "aa.html").write_bytes(bytes(range(256)))
    (site / "ab.html").write_text("<div>" * 6000)

    said = run(site)

    assert Article.objects.count() == 1
    assert said.count("bỏ qua: a") == 2


def test_nothing_that_runs_reaches_a_reader(site):
    evil = """<p onclick="x()">Lời <a href="javascript:alert(1)">bẫy</a></p>
    <script>alert(2)</script>
    <figure><img src="anh/ben.jpg" alt='"><script>alert(3)</script>'></figure>
    <blockquote><p>Lời</p><footer><img src=x onerror=alert(4)>A, <script>B</script></footer>
    </blockquote><table><caption><b onmouseover=alert(5)>Bảng</b></caption>
    <tr><td><svg onload=alert(6)></td></tr></table>"""
    (site / "bai.html").write_text(page(evil))

    run(site)

    shown = Client().get(Article.objects.get().address).content.decode()
    for running in ("<script>alert", "onclick", "javascript:", "onerror=", "onmouseover", "onload"):
        assert running not in shown


def test_a_wordpress_export_is_imported_with_its_library(tmp_path):
    uploads = tmp_path / "uploads" / "2022" / "03"
    uploads.mkdir(parents=True)
    (uploads / "ben.jpg").write_bytes(image())
    meta = (
        "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key>"
        "<wp:meta_value>77</wp:meta_value></wp:postmeta>"
    )
    path = export(tmp_path, item(1, more=meta), item(2, kind="page"), PICTURE)

    said = run(path, "--media", tmp_path / "uploads", "--source", "bao-cu")

    (shown,) = Article.objects.shown()
    assert shown.byline == "Thu Hạnh"
    assert shown.picture.description == "Bến tàu buổi sáng"
    assert Origin.objects.get().key == "1"
    assert "bỏ qua: 2" in said


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("/khong/co", "--section", "cong"), "Không có thư mục hoặc tệp"),
        ((__file__, "--section", "cong"), "Chỉ nhập được"),
        ((".", "--section", "khong-co"), "Không có góc tin"),
    ],
)
def test_what_cannot_be_imported_says_why(arguments, words):
    with pytest.raises(CommandError, match=words):
        call_command("import_news", *arguments, stdout=StringIO())
