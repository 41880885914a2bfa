"""What does somebody see to whom something happened?"""

import pytest
import time_machine

from motcua.catalog.tests.conftest import province  # noqa: F401

GUIDE = "/dich-vu-cong/huong-dan/sinh-con/"
END = {"ngay-sinh": "01/11/2026", "cha-me": "khong", "nguoi-di": "cha-me", "cho-o": "co"}


def test_the_list_leads_to_every_guide(client, guides):
    page = client.get("/dich-vu-cong/huong-dan/").text

    assert 'href="/dich-vu-cong/huong-dan/gap-kho-khan/"' in page
    assert 'href="/dich-vu-cong/huong-dan/sinh-con/"' in page


def test_one_question_a_page(client, guides):
    page = client.get(GUIDE).text

    assert "Con sinh ngày nào?" in page
    assert "Ai đi đăng ký?" not in page
    assert page.count("<h1") == 1


def test_answers_go_along_and_nothing_is_set(client, guides):
    answer = client.get(GUIDE, {"ngay-sinh": "1/11/2026", "cha-me": "khong"})

    assert '<input type="hidden" name="cha-me" value="khong">' in answer.text
    assert 'content="noindex"' in answer.text
    assert not answer.cookies


@pytest.mark.usefixtures("province", "guides")
@time_machine.travel("2026-11-27T08:00:00+07:00")
def test_at_the_end_stands_what_to_do_in_order_and_by_when(client):
    page = client.get(GUIDE, END | {"ban-sao": "co"}).text

    assert page.index("Đăng ký khai sinh cho con") < page.index("Đăng ký thường trú cho con")
    assert page.index("Đăng ký thường trú cho con") < page.index("Xin bản sao Giấy khai sinh")
    assert "31/12/2026" in page
    assert 'href="/dich-vu-cong/1.001193/nop-ho-so/"' in page
    assert 'href="/dich-vu-cong/1.004222/nop-ho-so/"' not in page
    assert "Luật Hộ tịch 60/2014/QH13" in page


@pytest.mark.usefixtures("guides")
@time_machine.travel("2027-03-01T08:00:00+07:00")
def test_whoever_is_late_is_told_and_not_turned_away(client):
    page = client.get(GUIDE, END | {"ban-sao": "khong"}).text

    assert "Đã quá hạn" in page
    assert "Vẫn làm được" in page
    assert "chỉ đăng ký đúng hạn mới được miễn" in page


HARDSHIP = "/dich-vu-cong/huong-dan/gap-kho-khan/"


def test_an_ended_procedure_says_so_and_whom_to_ask(client, end_today):
    end_today("1.011607")

    page = client.get(HARDSHIP).text

    assert "không còn thực hiện" in page
    assert "Không có thủ tục thay thế" in page
    assert 'href="/dich-vu-cong/1.011607/' not in page


def test_an_ended_procedure_is_followed_by_its_successor(client, end_with):
    end_with("1.011607", "2.000884")

    page = client.get(HARDSHIP).text

    assert "Nay làm theo thủ tục sau" in page
    assert 'href="/dich-vu-cong/2.000884/cho-toi/"' in page
    assert 'href="/dich-vu-cong/1.011607/' not in page


def test_of_several_successors_one_is_chosen(client, end_with):
    end_with("1.011607", "2.000884", "2.000635")

    page = client.get(HARDSHIP).text

    assert "một trong các thủ tục sau" in page
    assert 'href="/dich-vu-cong/2.000635/"' in page


def test_without_guides_the_list_leads_to_the_procedures(client, db):
    page = client.get("/dich-vu-cong/huong-dan/").text

    assert "Cổng chưa có hướng dẫn nào" in page
    assert 'action="/dich-vu-cong/"' in page


def test_the_list_of_procedures_leads_to_guides_but_not_amid_a_search(client, guides):
    way = 'href="/dich-vu-cong/huong-dan/sinh-con/"'

    assert way in client.get("/dich-vu-cong/").text
    assert way not in client.get("/dich-vu-cong/?q=khai+sinh").text


def test_in_english_the_guides_words_say_that_they_are_vietnamese(client, guides):
    page = client.get(f"/en{GUIDE}", END).text

    assert '<html lang="en"' in page
    assert '<h2 lang="vi">Bạn có cần bản sao' in page
    assert '<dt lang="vi">Ai đi đăng ký?</dt>' in page


def test_a_guide_costs_few_queries(client, guides, django_assert_max_num_queries):
    client.get(GUIDE)
    with django_assert_max_num_queries(8):
        client.get(GUIDE)
    with django_assert_max_num_queries(16):
        client.get(GUIDE, END | {"ban-sao": "co"})


@pytest.mark.parametrize(
    "address", ["/dich-vu-cong/huong-dan/trung-so/", "/dich-vu-cong/x/cho-toi/"]
)
def test_what_there_is_not_is_not_found(client, guides, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "hostile",
    [
        "\x00",
        "<script>",
        "x" * 5000,
        "\u202e1/1/2026",
        "31/12/9999",
        "9999-12-31",
        "-1",
        "٣١/١٢/٩٩٩٩",
    ],
)
def test_anything_may_stand_in_the_address(client, guides, hostile):
    page = client.get(GUIDE, {"ngay-sinh": hostile, "cha-me": hostile})

    assert page.status_code == 200
    assert "<script>" not in page.text.split("</head>")[1]
