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


def test_an_ended_procedure_says_so(client, end_today):
    end_today("1.011607")

    page = client.get("/dich-vu-cong/huong-dan/gap-kho-khan/").text

    assert "không còn thực hiện" in page


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


@pytest.mark.parametrize("hostile", ["\x00", "<script>", "x" * 5000, "\u202e1/1/2026"])
def test_anything_may_stand_in_the_address(client, guides, hostile):
    page = client.get(GUIDE, {"ngay-sinh": hostile, "cha-me": hostile})

    assert page.status_code == 200
    assert "<script>" not in page.text.split("</head>")[1]
