import io

import pytest
from django.core.management import call_command

from motcua.search import actions, counting, kinds, tasks
from motcua.search.kinds import Findable, Kind
from motcua.search.models import Body, Entry, Word
from motcua.search.queries import find

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def registered(monkeypatch):
    monkeypatch.setattr(kinds, "_kinds", {})


def rebuild():
    said = io.StringIO()
    call_command("rebuild_search_index", stdout=said)
    return said.getvalue()


def test_every_room_is_asked_and_orphans_leave():
    kinds.register(Kind("news", "Tin", str, lambda: [Findable("a", "Lũ về", body="Nước lên.")]))
    kinds.register(Kind("page", "Trang", str))
    actions.put("news", "gone", title="Tin đã gỡ", body="Không còn.")
    actions.put("page", "x", title="Trang không kể lại")
    actions.put("left", "x", title="Phòng đã đóng")

    said = rebuild()

    assert "news: 1 put, 1 removed." in said
    assert set(Entry.objects.values_list("kind", "key")) == {("news", "a"), ("page", "x")}
    assert Body.objects.get().text == "Nước lên."


def test_a_second_time_changes_nothing():
    kinds.register(
        Kind("news", "Tin", str, lambda: (Findable(str(n), f"Tin {n}") for n in range(1200)))
    )
    rebuild()
    before = list(Entry.objects.order_by("key").values_list("id", "key", "vector"))

    assert "news: 1200 put, 0 removed." in rebuild()

    assert list(Entry.objects.order_by("key").values_list("id", "key", "vector")) == before


def test_many_are_written_in_few_statements(django_assert_max_num_queries):
    things = [Findable(str(n), f"Tin số {n}", body="Nội dung.") for n in range(1000)]

    with django_assert_max_num_queries(12):
        actions.put_all("news", things)


def test_words_are_counted_with_their_most_frequent_spelling():
    actions.put("news", "1", title="Đăng ký khai sinh")
    actions.put("news", "2", title="Đăng ký kết hôn")
    actions.put("news", "3", title="Dáng ký lạ")

    counting.count_words()

    assert Word.objects.get(folded="dang").spelling == "đăng"
    assert Word.objects.get(folded="dang").documents == 3
    assert Word.objects.get(folded="dang_ky").spelling == "đăng ký"
    assert Word.objects.get(folded="khai_sinh").is_pair


def test_words_are_counted_again_only_after_something_came():
    actions.put("news", "1", title="Đăng ký khai sinh")
    assert tasks.count_words(0) > 0

    assert tasks.count_words(0) == 0
    actions.put("news", "2", title="Bão số ba")
    assert tasks.count_words(0) > 0


def test_what_came_after_the_count_is_found_at_once():
    actions.put("news", "1", title="Đăng ký khai sinh")
    counting.count_words()

    actions.put("news", "2", title="Vòng chung kết Robocon")

    assert find("robocon")[0].key == "2"
    assert find("chung kết robocon")[0].key == "2"


def test_the_index_is_rebuilt_at_night():
    kinds.register(Kind("news", "Tin", str, lambda: [Findable("a", "Lũ về")]))

    tasks.rebuild(0)

    assert find("lũ")[0].key == "a"
