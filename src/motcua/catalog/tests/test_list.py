import pytest
from django.urls import reverse

from motcua.catalog.publication import nearness
from motcua.search import counting


@pytest.fixture
def ask(client, recorded):
    def get(**address):
        return client.get(reverse("catalog:list"), address)

    return get


def codes(response):
    return [version.procedure.code for version in response.context["page"].object_list]


def test_the_list_is_in_vietnamese_order_with_codes(ask):
    response = ask()

    names = [version.name for version in response.context["page"].object_list]
    assert names[0].startswith("Cấp bản sao")
    assert names.index("Chứng thực chữ ký") < names.index("Đăng ký kết hôn có yếu tố nước ngoài")
    assert '<span class="code">2.000635</span>' in response.text


def test_the_list_goes_on_page_by_page(ask):
    assert len(codes(ask())) == 20
    assert len(codes(ask(trang=3))) == 3
    assert codes(ask(trang="x")) == codes(ask())


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ({"nhom": "an-sinh"}, ["1.011607"]),
        ({"cap": "ministry", "nhom": "xe-giay-phep-lai-xe"}, ["3.000348", "3.000346", "3.000347"]),
        ({"q": "hộ kinh doanh", "cap": "other"}, []),
        ({"q": "GPLX"}, ["3.000346", "3.000347", "3.000348"]),
        ({"q": "1.004194"}, ["1.004194"]),
        ({"muc": "partial"}, []),
    ],
)
def test_filters_narrow_the_list(ask, address, expected):
    assert sorted(codes(ask(**address))) == sorted(expected)


def test_an_audience_narrows_the_list(ask):
    found = codes(ask(**{"doi-tuong": "Doanh nghiệp"}))

    assert "2.001610" in found
    assert "1.001193" not in found


def test_unknown_filters_are_no_wish(ask):
    assert len(codes(ask(cap="planet", muc="magic"))) == 20


def test_found_words_are_marked(ask):
    response = ask(q="dang ky khai sinh")

    assert "<mark>khai</mark> <mark>sinh</mark>" in response.text
    assert codes(response)[0] == "1.001193"


def test_nothing_found_says_how_to_go_on(ask):
    response = ask(q="zzzz", cap="commune")

    assert "Chưa tìm thấy thủ tục nào" in response.text
    assert "Bỏ các mục lọc" in response.text
    assert "?nhom=an-sinh" in response.text


@pytest.mark.parametrize(
    "hostile",
    ["'", '"><script>alert(1)</script>', "a & | ! : * ( )", "\x00", "🙂", "x" * 10_000, "%_\\"],
)
def test_anything_may_be_asked(ask, hostile):
    response = ask(q=hostile, **{"nhom": hostile, "doi-tuong": hostile})

    assert response.status_code == 200
    assert "<script>alert" not in response.text


def test_the_list_costs_few_queries(ask, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        client.get(reverse("catalog:list"))
    with django_assert_max_num_queries(12):
        client.get(reverse("catalog:list"), {"q": "khai sinh", "cap": "commune"})


def test_only_reading_is_allowed(client, db):
    assert client.post(reverse("catalog:list")).status_code == 405


def test_the_commune_is_nearer_than_the_ministry():
    assert nearness(["ministry", "commune"], ["Công dân Việt Nam"]) == 4
    assert nearness(["province"], ["Doanh nghiệp"]) == 2
    assert nearness(["ministry"], []) == 0


def test_a_broad_question_is_asked_back_with_what_tells_siblings_apart(ask):
    response = ask(q="giay phep lai xe")

    told = {sibling.words: sibling.address for sibling in response.context["siblings"]}
    assert told["Cấp lại giấy phép lái xe"] == "/dich-vu-cong/3.000348/"
    assert "Bạn cần mục nào?" in response.text


@pytest.mark.parametrize("clear", ["đăng ký khai tử", "1.001193", "zzzz", ""])
def test_a_clear_question_is_not_asked_back(ask, clear):
    assert ask(q=clear).context["siblings"] == []


def test_a_misspelled_question_is_asked_back(ask, recorded):
    counting.count_words()

    assert "?q=t%E1%BA%A1m%20tr%C3%BA" in ask(q="tạm chú").text
