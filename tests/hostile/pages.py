"""Hostile inputs to public pages: search, figures, news, visits, and what every page reads."""

from django.conf import settings
from django.test import Client

from motcua.visits.keeper import keeper

from .rows import Row, Send, World, press, read, read_with

SCRIPT = "<script>alert(1)</script>"
BROWSER = "Mozilla/5.0 "


def counted(agent: str, *, views: int) -> Send:
    """An agent reads the front page, which counts as so many views."""

    def send(world: World):
        before = _views()
        answer = Client(headers={"user-agent": agent}).get("/")
        assert _views() - before == views
        return answer

    return send


def _views() -> int:
    return sum(day.views for day in keeper().counter.days.values())


def without_token(path: str) -> Send:
    """Another site's form, sent with the reader's cookies."""
    elsewhere = {"origin": "https://xau.example"}
    return lambda world: Client(enforce_csrf_checks=True, headers=elsewhere).post(
        path, {"text": SCRIPT}
    )


SEARCH = [
    Row("ten thousand characters", read("/tim-kiem/", q="a" * 10_000), 200),
    Row("only operators", read("/tim-kiem/", q="':*&|!()<->"), 200),
    Row("NUL in the question", read("/tim-kiem/", q="khai\0sinh"), 200),
    Row("emoji and direction marks", read("/tim-kiem/", q="😀\u202e\u200b"), 200),
    Row("SQL", read("/tim-kiem/", q="'; DROP TABLE search_entry; --"), 200),
    Row("pattern bomb", read("/tim-kiem/", q="(a+)+$" * 30 + "!"), 200),
    Row("script in the question", read("/tim-kiem/", q=SCRIPT), 200, hides=SCRIPT),
    Row("unknown kind", read("/tim-kiem/", q="khai sinh", loai="../admin"), 200),
    Row("page minus one", read("/tim-kiem/", q="khai sinh", trang="-1"), 200),
    Row("page of a thousand digits", read("/tim-kiem/", q="khai sinh", trang="9" * 5_000), 200),
    Row("words while typing", read("/hoi-dap/tuong-tu/", q="\0'\"><x>" * 99), 200, hides="<x>"),
]

FIGURES = [
    Row("month 9999-99", read("/tinh-hinh-xu-ly/", ky="9999-99"), 200, "Tháng"),
    Row("month in other digits", read("/tinh-hinh-xu-ly/", ky="20٢٦-13"), 200),
    Row("office of another province", read("/tinh-hinh-xu-ly/H01.01/"), 404),
    Row("formula as a filter", read("/tinh-hinh-xu-ly/so-lieu.csv", q="=1+1"), 200, hides="=1+1"),
    Row("days of visits", read("/thong-ke-truy-cap/", ngay="9" * 5_000), 200),
    Row("visits by NUL", read("/thong-ke-truy-cap/%00.csv"), 404),
]

NEWS = [
    Row("category of script", read("/tin-tuc/chuyen-muc/%3Cscript%3E/"), 404, hides="<script>/"),
    Row("month thirteen", read("/tin-tuc/luu-tru/2026/13/"), 404),
    Row("year of thirty digits", read(f"/tin-tuc/luu-tru/{'9' * 30}/1/"), 404),
    Row("article of thirty digits", read(f"/tin-tuc/bai-viet/{'9' * 30}/"), 404),
    Row("very deep page", read("/tin-tuc/" + "a/" * 500), 404),
    Row("news page of junk", read("/tin-tuc/", trang="1' OR 1=1", q="\0"), 200),
    Row("map page of junk", read("/sitemap-trang.xml", p="9" * 5_000), 404),
]

APPARATUS = [
    Row("day that is none", read("/to-chuc/", ngay="31/02/2025"), 200, "Hãy viết như 01/07/2025"),
    Row("day of NUL and script", read("/to-chuc/", ngay=f"\0{SCRIPT}"), 200, hides=SCRIPT),
    Row("day of a thousand digits", read("/to-chuc/so-do/", ngay="9" * 5_000, co="-1"), 200),
    Row("days the other way round", read("/to-chuc/khac-biet/", tu="2026-01-01", den="1"), 200),
    Row("page of no difference", read("/to-chuc/khac-biet/", loai="moi", trang="9" * 99), 200),
    Row("part that is none", read("/to-chuc/", goc="'; DROP TABLE", q="%_\\"), 200),
    Row("code of an enterprise", read("/to-chuc/0100109106/"), 404, "Mã định danh bắt đầu"),
    Row("code of thousand letters", read(f"/to-chuc/{'H' * 1_000}/"), 404),
    Row("leader of dots", read("/to-chuc/lanh-dao/../../etc/"), 404),
    Row("data of an unknown code", read("/to-chuc/H01.99.jsonld"), 404),
]

EVERY_PAGE = [
    Row("NUL in the address", read("/tin-tuc/%00/"), 404),
    Row("broken UTF-8 in the address", read("/tin-tuc/%ff%fe/"), 404),
    Row(
        "broken UTF-8 in the query",
        lambda world: world.stranger.get("/tim-kiem/?q=%ff%ed%a0%80"),
        200,
    ),
    Row("language twice", read("/en/en/tin-tuc/"), 404),
    Row("language in capitals", read("/EN/tin-tuc/"), 404),
    Row("two slashes to elsewhere", read("//xau.example/%2f.."), 404),
    Row("foreign host", read_with("/", host="xau.example"), 400, hides="xau.example"),
    Row(
        "cookie with NUL",
        read_with("/", cookie=f'{settings.SESSION_COOKIE_NAME}="abcdefgh\\000"'),
        200,
    ),
    Row(
        "cookies of junk",
        read_with("/", cookie="hien-thi=\x7f<x>; messages=x; django_language=../"),
        200,
    ),
    Row("agent of ten thousand letters", counted(BROWSER + "a" * 10_000, views=0), 200),
    Row(
        "agent in other letters",
        counted(BROWSER + "điện thoại 😀".encode().decode("latin1"), views=1),
        200,
    ),
    Row("no agent", counted("", views=0), 200),
    Row(
        "forwarded-for of junk",
        read_with("/", x_forwarded_for="<script>, ::1%eth0, " + "9" * 3_000),
        200,
    ),
    Row("form from another site", without_token("/hoi-dap/gui-cau-hoi/"), 403, hides=SCRIPT),
    Row("writing where one reads", press("/tin-tuc/"), 405),
    Row("reading where one writes", read("/hien-thi/"), 405),
    Row("back to elsewhere", press("/hien-thi/", next="//xau.example"), 302, hides="xau.example"),
    Row("back to script", press("/hien-thi/", next="javascript:alert(1)"), 302, hides="javascript"),
    Row(
        "sign-in to elsewhere",
        read("/tai-khoan/dang-nhap/", next="https://xau.example"),
        200,
        hides='https://xau.example"',
    ),
    Row(
        "two thousand fields",
        lambda world: world.stranger.post(
            "/hoi-dap/theo-doi/", {f"a{n}": "" for n in range(2_000)}
        ),
        400,
    ),
    Row(
        "form without its boundary",
        lambda world: world.stranger.post("/hoi-dap/theo-doi/", b"x", "multipart/form-data"),
        400,
    ),
]

ROWS: list[Row] = [*SEARCH, *FIGURES, *NEWS, *APPARATUS, *EVERY_PAGE]
