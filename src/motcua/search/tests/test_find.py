import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.search import actions
from motcua.search.highlights import highlighted
from motcua.search.models import Entry, Synonym
from motcua.search.queries import find

TITLES = {
    "1.001193": "Đăng ký khai sinh",
    "1.004884": "Đăng ký lại khai sinh",
    "1.000894": "Đăng ký kết hôn",
    "2.000815": "Chứng thực bản sao từ bản chính",
    "1.012812": "Hòa giải tranh chấp đất đai",
    "3.000346": "Cấp giấy phép lái xe",
    "1.013227": "Gia hạn GPXD cấp III, IV",
    "9.000001": "Cấp mã số thuế",
    "9.000002": "Bán má phanh",
}


@pytest.fixture
def index(db):
    actions.load_synonyms()
    for key, title in TITLES.items():
        actions.put("procedure", key, title=title)
    actions.put("page", "gioi-thieu", title="Giới thiệu khai sinh", text="khai sinh")


def keys(q):
    return [hit.key for hit in find(q, "procedure")]


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("khai sinh", "1.001193"),
        ("KHAI SINH", "1.001193"),
        ("dang ky khai sinh", "1.001193"),
        ("đăng ký lại khai sinh", "1.004884"),
        ("1.004884", "1.004884"),
        ("1004884", "1.004884"),
        ("1 004884", "1.004884"),
        ("hoà giải", "1.012812"),
        ("hòa giải", "1.012812"),
        ("GPLX", "3.000346"),
        ("bằng lái", "3.000346"),
        ("bang lai xe", "3.000346"),
        ("công chứng", "2.000815"),
        ("giấy phép xây dựng", "1.013227"),
        ("mã", "9.000001"),
        ("má", "9.000002"),
        ("vợ em mới sinh con cần làm giấy tờ gì", "1.001193"),
        ("đăng ky\u0301 kê\u0301t hôn", "1.000894"),
    ],
)
def test_the_best_answer_comes_first(index, question, best):
    assert keys(question)[0] == best


@pytest.mark.parametrize("typed", ["HD-261123-0001", "hd-261123-0001 "])
def test_a_code_is_found_as_it_is_written(index, typed):
    actions.put("question", "HD-261123-0001", title="Mất giấy hẹn thì sao?")

    assert [hit.key for hit in find(typed)] == ["HD-261123-0001"]


def test_a_bare_number_is_no_key(index):
    actions.put("news", "12", title="Mười tháng làm việc")

    assert not find("12")


def test_exact_marks_rank_before_folded_words(index):
    assert keys("mã") == ["9.000001", "9.000002"]
    assert set(keys("ma")) == {"9.000001", "9.000002"}


def test_a_wrong_mark_finds_it_all_the_same(index):
    assert keys("khai sịnh")[:2] == ["1.001193", "1.004884"]


def test_kinds_are_kept_apart(index):
    assert "gioi-thieu" not in keys("khai sinh")
    assert {hit.kind for hit in find("khai sinh")} == {"procedure", "page"}


def test_what_holds_only_some_of_the_words_says_so(index):
    hits = find("đăng ký khai sinh ở sao hỏa cho robot", "procedure")

    assert hits[0].key == "1.001193"
    assert hits[0].is_loose


@pytest.mark.parametrize("hostile", ["", "   ", "& | ! :* <->", "🙂", "\x00", "';--", "zzzz"])
def test_what_means_nothing_finds_nothing(index, hostile):
    assert find(hostile) == []


@given(st.text(max_size=300))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50
)
def test_any_text_may_be_asked_and_is_answered_alike(index, question):
    assert find(question) == find(question)


def test_ten_thousand_letters_are_no_burden(index):
    assert find("khai sinh " * 1000, "procedure") != []


def test_a_question_is_few_queries(index, django_assert_num_queries):
    with django_assert_num_queries(4):
        find("khai sinh")


def test_the_second_time_replaces_the_first(index):
    actions.put("procedure", "1.001193", title="Tên khác hẳn")

    assert "1.001193" not in keys("đăng ký khai sinh")
    assert Entry.objects.filter(key="1.001193").count() == 1


def test_what_is_removed_is_not_found(index):
    actions.remove("procedure", "1.001193")

    assert "1.001193" not in keys("khai sinh")


def test_an_editors_synonym_is_not_overwritten(index):
    Synonym.objects.filter(said="GPLX").update(meant="khác", meant_folded="khac")

    actions.load_synonyms()

    assert Synonym.objects.get(said="GPLX").meant == "khác"


def test_found_words_are_marked_and_the_rest_is_escaped():
    html = highlighted("Đăng ký <khai> sinh & tử", {"khai", "dang"})

    assert html == ("<mark>Đăng</mark> ký &lt;<mark>khai</mark>&gt; sinh &amp; tử")
