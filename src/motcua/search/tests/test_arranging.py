import pytest

from motcua.search import actions, counting, kinds
from motcua.search.kinds import Kind, Lead, Remark
from motcua.search.models import Unanswered
from motcua.search.results import Wish, answer
from motcua.search.unanswered import notebook

pytestmark = pytest.mark.django_db

ENDED = Remark("Hết áp dụng.", (Lead("Khai sinh mới", "1.2", "/dich-vu-cong/1.2/"),))


@pytest.fixture(autouse=True)
def registered(monkeypatch):
    """Procedures, which people come for; guides, which lead; news; and what ended."""
    monkeypatch.setattr(kinds, "_kinds", {})
    kinds.register(Kind("procedure", "Thủ tục", "/dich-vu-cong/{}/".format, is_sought=True))
    kinds.register(Kind("guide", "Hướng dẫn", "/huong-dan/{}/".format, goes_ahead=True))
    kinds.register(Kind("news", "Tin tức", "/tin-tuc/{}/".format))
    kinds.register(
        Kind("former", "Đã hết", "/dich-vu-cong/{}/".format, remarks=lambda keys: {"1.1": ENDED})
    )


@pytest.fixture(autouse=True)
def empty_notebook():
    notebook.counts.clear()
    notebook.written_at = 0.0
    yield
    notebook.counts.clear()


@pytest.fixture
def index():
    actions.put_synonym("sinh con", "khai sinh")
    actions.put("procedure", "1.001193", title="Đăng ký khai sinh")
    actions.put("procedure", "1.012575", title="Đăng ký xe lần đầu", text="biển số xe máy")
    actions.put("guide", "sinh-con", title="Sinh con", text="mới sinh em bé\nvợ sinh")
    actions.put("guide", "khuyet-tat", title="Khuyết tật", text="em bị tật\nmới bị bé gái sinh ra")
    actions.put("news", "xe", title="Mua xe máy mới ở chợ", body="Mua xe, nhận quà.")
    actions.put("news", "bai-tam", title="Bãi tắm mở cửa")
    counting.count_words()


def found(question):
    return [hit.key for hit in answer(Wish(question)).shown]


@pytest.mark.parametrize("question", ["sinh con", "mới sinh em bé", "vợ sinh"])
def test_what_happened_leads_to_its_guide_first(index, question):
    assert found(question)[0] == "sinh-con"


def test_the_very_name_of_a_procedure_stays_first(index):
    actions.put("guide", "khai-sinh", title="Con nhỏ", text="đăng ký khai sinh")

    assert found("đăng ký khai sinh") == ["1.001193", "khai-sinh"]


def test_a_guide_that_holds_the_words_here_and_there_does_not_lead(index):
    assert "khuyet-tat" not in found("mới sinh em bé")[:1]


def test_the_paper_stands_before_what_is_written_about_it(index):
    actions.put("news", "bien-so", title="Biển số xe máy")
    actions.put("procedure", "1.012575", title="Đăng ký xe lần đầu", text="biển số xe máy mới")

    assert found("số xe máy") == ["1.012575", "bien-so"]


def test_many_of_one_name_do_not_push_out_the_next(index):
    for number in range(12):
        actions.put("procedure", f"2.{number}", title="Cấp phép xây nhà")
    actions.put("procedure", "3.1", title="Gia hạn cấp phép xây nhà ở tạm")

    keys = found("phép xây")

    assert keys.index("3.1") == 3
    assert len(keys) == 13


def test_the_nearest_procedures_stand_beside_what_else_answers(index, client):
    html = client.get("/tim-kiem/", {"q": "mua xe máy mới"}).content.decode()

    assert "Thủ tục gần nhất" in html
    assert html.index("/dich-vu-cong/1.012575/") < html.index("/tin-tuc/xe/")
    assert html.count("/dich-vu-cong/1.012575/") == 1


def test_editors_hear_that_no_procedure_was_among_the_results(index, client):
    client.get("/tim-kiem/", {"q": "mua xe máy mới"})

    row = Unanswered.objects.get()
    assert (row.words, row.times, row.loosely, row.elsewhere) == ("mua xe máy mới", 0, 0, 1)


def test_a_filter_for_procedures_shows_the_nearest(index):
    shown = answer(Wish("mua xe máy mới", "procedure")).shown

    assert [hit.key for hit in shown] == ["1.012575"]


@pytest.mark.parametrize("question", ["bãi tắm mở cửa", "khai sinh", "bãi tắm"])
def test_nothing_stands_beside_a_very_name_a_procedure_or_what_is_far_from_all(index, question):
    assert not answer(Wish(question)).nearest


def test_where_a_guide_leads_the_nearest_stand_below(index, client):
    actions.put("guide", "xe", title="Có xe", text="mua xe máy mới")

    html = client.get("/tim-kiem/", {"q": "mua xe máy mới"}).content.decode()

    assert html.index("/huong-dan/xe/") < html.index("/dich-vu-cong/1.012575/")


def test_a_search_with_the_nearest_costs_a_bounded_number_of_queries(
    index, client, django_assert_max_num_queries
):
    client.get("/tim-kiem/", {"q": "mua xe máy mới"})
    with django_assert_max_num_queries(12):
        client.get("/tim-kiem/", {"q": "mua xe máy mới"})


def test_what_must_be_known_of_a_result_stands_under_it(index, client):
    actions.put("former", "1.1", title="Khai sinh cũ")

    html = client.get("/tim-kiem/", {"q": "khai sinh cũ"}).content.decode()

    assert "Hết áp dụng." in html
    assert 'href="/dich-vu-cong/1.2/"' in html


def test_what_nobody_can_see_is_not_echoed(index, client):
    html = client.get("/tim-kiem/", {"q": "khai \u202esinh\u200b\x07 zzz"}).content.decode()

    assert "khai sinh zzz" in html
    assert not {"\u202e", "\u200b", "\x07"} & set(html)
