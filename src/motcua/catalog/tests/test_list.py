import pytest
from django.urls import reverse

from motcua.catalog.models import LifeEvent
from motcua.catalog.publication import nearness
from motcua.search import counting
from motcua.territory.models import UnitName
from motcua.territory.spelling import key


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
        ({"muc": "partial"}, ["1.000894"]),
    ],
)
def test_filters_narrow_the_list(ask, address, expected):
    assert sorted(codes(ask(**address))) == sorted(expected)


def facet(response, name):
    found = next(each for each in response.context["facets"] if each.name == name)
    return {choice.value: choice.count for choice in found.choices}


def test_a_life_event_narrows_the_list(ask, recorded):
    event = LifeEvent.objects.create(slug="sinh-con", name="Sinh con")
    event.gather([["1.001193", "2.000635"], ["1.001193"]])

    response = ask(viec="sinh-con")

    assert sorted(codes(response)) == ["1.001193", "2.000635"]
    assert facet(response, "viec") == {"sinh-con": 2}


def test_an_office_narrows_the_list_to_what_it_decides(province, ask):
    response = ask(**{"co-quan": "H49.05"})

    assert codes(response) == ["2.001610"]
    communes = facet(response, "co-quan")
    assert communes["H49.06673"] == communes["H49.06685"] > 20


def test_counts_respect_the_words_and_the_other_filters(ask):
    response = ask(q="giấy phép", cap="province")

    shelves = facet(response, "nhom")
    assert len(shelves) > 1
    assert sum(shelves.values()) == response.context["page"].paginator.count
    ministry = ask(q="giấy phép", cap="ministry").context["page"].paginator.count
    assert facet(response, "cap")["ministry"] == ministry


def test_a_choice_shows_as_many_as_it_says(ask):
    for value, count in facet(ask(cap="commune"), "nhom").items():
        assert ask(cap="commune", nhom=value).context["page"].paginator.count == count


@pytest.mark.parametrize("name", ["viec", "nhom", "co-quan", "doi-tuong"])
def test_a_filter_that_is_unknown_finds_nothing_and_stays_chosen(ask, name):
    response = ask(**{name: "khong-co"})

    assert codes(response) == []
    assert facet(response, name)["khong-co"] == 0


def test_where_nothing_is_found_a_misspelling_is_mended_and_the_page_says_so(ask):
    counting.count_words()

    response = ask(q="khaii sjnhh")

    assert response.context["found"].mended == "khai sinh"
    assert "Không có kết quả nào cho “khaii sjnhh”" in response.text
    assert "nguyen-van=1" in response.text
    assert codes(ask(q="khaii sjnhh", **{"nguyen-van": "1"})) == []


def test_a_place_in_the_question_leads_to_its_office(ask, province):
    for name in UnitName.objects.all():
        name.folded = key(name.proper_name)
        name.save()

    response = ask(q="đăng ký khai sinh ở Bãi Cháy")

    assert codes(response)[0] == "1.001193"
    assert "UBND phường Bãi Cháy" in response.text


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


def test_a_filter_with_one_choice_is_not_shown_unless_it_is_chosen(ask):
    names = {each.name for each in ask(q="1.004194").context["facets"]}
    chosen = {each.name for each in ask(q="1.004194", cap="commune").context["facets"]}

    assert not names & {"nhom", "muc"}
    assert "cap" in chosen


def test_the_demo_knows_how_far_one_gets_online(ask):
    assert facet(ask(), "muc") == {"full": 3, "partial": 1}


def test_what_nobody_can_see_is_not_echoed(ask):
    assert "\u202e" not in ask(q="khai \u202esinh").text


def test_the_list_costs_few_queries(ask, client, django_assert_max_num_queries):
    """The page, and six filters with their counts: one query each, two for the offices."""
    with django_assert_max_num_queries(12):
        client.get(reverse("catalog:list"))
    with django_assert_max_num_queries(20):
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
