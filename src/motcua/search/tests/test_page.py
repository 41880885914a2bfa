import pytest

from motcua.search import actions, counting, kinds
from motcua.search.results import Wish, answer

pytestmark = pytest.mark.django_db

LONG = "Tin dài. " * 30 + "Bãi tắm Bãi Cháy mở cửa lại từ ngày mai. " + "Hết tin. " * 30


@pytest.fixture(autouse=True)
def registered(monkeypatch):
    """Two kinds that have an address, and one whose page does not exist."""
    monkeypatch.setattr(kinds, "_kinds", {})
    kinds.register(
        kinds.Kind("procedure", "Thủ tục", "/dich-vu-cong/{}/".format, place=10, shows_key=True)
    )
    kinds.register(kinds.Kind("news", "Tin tức", "/tin-tuc/{}/".format))
    kinds.register(kinds.Kind("organization", "Cơ quan", lambda key: ""))


@pytest.fixture
def index():
    actions.put("procedure", "1.001193", title="Đăng ký khai sinh", body="Nộp giấy chứng sinh.")
    actions.put("news", "bai-tam", title="Mở lại bãi tắm <Hạ Long>", body=LONG)
    actions.put("news", "khai-sinh", title="Đăng ký khai sinh lưu động")
    actions.put("organization", "1", title="Phòng khai sinh")
    actions.put("unheard_of", "1", title="Khai sinh lạ")
    actions.put("procedure", "1.004884", title="Đăng ký lại khai sinh")


def page(client, **asked):
    response = client.get("/tim-kiem/", asked)
    assert response.status_code == 200
    return response.content.decode()


def test_results_of_all_kinds_stand_in_one_list_with_their_kind_and_code(index, client):
    html = page(client, q="khai sinh")

    assert 'href="/dich-vu-cong/1.001193/"' in html
    assert '<span class="code">1.001193</span>' in html
    assert 'href="/tin-tuc/khai-sinh/"' in html
    assert "3 kết quả" in html


def test_what_has_no_address_is_not_listed(index, client):
    html = page(client, q="khai sinh")

    assert "Phòng khai sinh" not in html
    assert "Khai sinh lạ" not in html.replace("<mark>", "").replace("</mark>", "")


def test_a_filter_shows_one_kind_and_keeps_the_question(index, client):
    html = page(client, q="khai sinh", loai="news")

    assert "/dich-vu-cong/1.001193/" not in html
    assert "/tin-tuc/khai-sinh/" in html
    assert 'name="loai" value="news"' in html


def test_the_snippet_keeps_its_marks_where_the_question_has_none(index, client):
    html = page(client, q="bai chay")

    assert "<mark>Bãi</mark> <mark>Cháy</mark> mở cửa lại" in html
    assert "&lt;Hạ Long&gt;" in html


def test_without_a_question_the_page_gives_examples(client):
    html = page(client)

    assert "khai sinh" in html
    assert "Không tìm thấy" not in html


def test_without_a_result_the_page_gives_advice(index, client):
    html = page(client, q="zzzz <script>")

    assert "Không tìm thấy kết quả nào" in html
    assert "zzzz &lt;script&gt;" in html
    assert "Gõ ít từ hơn" in html


def test_a_filter_without_results_leads_to_the_others(index, client):
    assert "Xem 1 kết quả thuộc loại khác" in page(client, q="bãi tắm", loai="procedure")


def test_the_page_is_for_people_not_for_search_engines(client):
    assert '<meta name="robots" content="noindex">' in page(client, q="khai sinh")
    assert "Disallow: /tim-kiem/" in client.get("/robots.txt").content.decode()


def test_the_english_page_finds_the_same(index, client):
    html = client.get("/en/tim-kiem/", {"q": "khai sinh"}).content.decode()

    assert '<html lang="en"' in html
    assert "1.001193" in html


@pytest.mark.parametrize("number", ["0", "-1", "999999999999", "x", "2"])
def test_any_page_number_is_answered(index, client, number):
    assert "1.001193" in page(client, q="khai sinh", trang=number)


@pytest.mark.parametrize(
    "hostile",
    [
        "\x00",
        "a" * 10_000,
        "& | ! :* <->",
        "%_\\",
        "🙂",
        "\u202ekhai sinh",
        "';--",
        "<b>",
        "khai\x00sinh",
    ],
)
def test_hostile_questions_are_answered(index, client, hostile):
    page(client, q=hostile, loai=hostile, trang=hostile)


def test_a_page_costs_a_bounded_number_of_queries(index, client, django_assert_max_num_queries):
    page(client, q="khai sinh")
    with django_assert_max_num_queries(8):
        page(client, q="khai sinh")


def test_what_was_probably_meant_stands_first_among_what_holds_some_words(index, client):
    actions.put("procedure", "1.000656", title="Đăng ký khai tử")
    counting.count_words()

    html = page(client, q="khai sihn")

    births, deaths = (html.index(f"/dich-vu-cong/{code}/") for code in ("1.001193", "1.000656"))
    assert births < deaths


def test_results_stay_as_they_stood_where_nothing_else_was_meant(index, client):
    counting.count_words()

    assert [hit.key for hit in answer(Wish("khai zzzz")).shown] == [
        hit.key for hit in answer(Wish("khai zzzz")).hits
    ]


def test_what_has_little_to_do_with_the_question_is_not_passed_off_as_an_answer(index, client):
    for number in range(3):
        actions.put("procedure", f"5.{number}", title=f"Cấp giấy phép lái tàu hạng {number}")

    html = client.get("/tim-kiem/", {"q": "giấy phép nuôi chim yến trong phố cổ"}).content.decode()

    assert "Có thể cổng chưa có việc bạn tìm" in html
    assert "Bạn cần mục nào" not in html
