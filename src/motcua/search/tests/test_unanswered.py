from datetime import timedelta

import pytest
from django.db import DatabaseError

from motcua.periods import clock
from motcua.search import actions, unanswered
from motcua.search.models import Unanswered

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def notebook(monkeypatch):
    """The process begins with an empty one."""
    unanswered.notebook.counts.clear()
    unanswered.notebook.written_at = 0.0
    yield unanswered.notebook
    unanswered.notebook.counts.clear()


def asked(client, question, times=1):
    for _each in range(times):
        client.get("/tim-kiem/", {"q": question})


def test_what_finds_nothing_is_counted_after_the_answer(client):
    asked(client, "Làm thẻ  ĐI HỌC")

    row = Unanswered.objects.get()
    assert (row.words, row.times, row.day) == ("làm thẻ đi học", 1, clock.today())


def test_what_finds_something_is_not_counted(client):
    actions.put("procedure", "1.001193", title="Đăng ký khai sinh")

    asked(client, "khai sinh")

    assert not Unanswered.objects.exists()


def test_a_second_question_waits_in_memory_and_is_added(client, notebook):
    asked(client, "thẻ đi học", 3)
    assert Unanswered.objects.get().times == 1

    notebook.write()

    assert Unanswered.objects.get().times == 3


@pytest.mark.parametrize(
    "personal",
    [
        "001099012345",
        "0912 345 678",
        "+84.912.345.678",
        "hồ sơ H49.61-261122-0001",
        "thu@example.vn",
        "CMND 123-456-789",
        "tôi tên là Nguyễn Văn Mẫu ở thôn Một xã Hai muốn hỏi về thẻ",
        "🙂",
        "\x00",
    ],
)
def test_nothing_that_may_be_somebodys_is_kept(client, notebook, personal):
    asked(client, personal)

    assert not Unanswered.objects.exists()
    assert not notebook.counts


def test_a_code_that_is_not_there_is_kept():
    assert unanswered.without_persons(" 1.999999 ") == "1.999999"


def test_memory_is_bounded(notebook):
    for number in range(1000):
        notebook.note(f"từ lạ {number}")

    assert len(notebook.counts) == unanswered.MOST_IN_MEMORY


def test_a_machine_does_not_fill_the_table(notebook, monkeypatch):
    monkeypatch.setattr(unanswered, "MOST_A_DAY", 1)
    notebook.note("một")
    notebook.write()
    notebook.note("hai")
    notebook.write()

    assert Unanswered.objects.count() == 1


def test_counts_stay_while_the_database_is_away(notebook, monkeypatch):
    def away(taken):
        raise DatabaseError

    notebook.note("thẻ đi học")
    with monkeypatch.context() as patch:
        patch.setattr(unanswered, "_write", away)
        notebook.write()
    notebook.write()

    assert Unanswered.objects.get().times == 1


def noted(words, times, days_ago=0):
    day = clock.today() - timedelta(days=days_ago)
    return Unanswered.objects.create(words=words, times=times, day=day)


def test_old_questions_are_forgotten_and_rare_ones_sooner():
    noted("cũ", 9, days_ago=100)
    noted("hiếm", 1, days_ago=20)
    noted("nhiều", 5, days_ago=20)
    noted("mới", 1)

    unanswered.forget_old()

    assert set(Unanswered.objects.values_list("words", flat=True)) == {"nhiều", "mới"}


def test_what_is_found_loosely_is_counted_apart(client, notebook):
    actions.put("procedure", "1.001193", title="Đăng ký khai sinh")

    asked(client, "khai sinh trên máy bay")

    row = Unanswered.objects.get()
    assert (row.words, row.times, row.loosely) == ("khai sinh trên máy bay", 0, 1)


@pytest.mark.parametrize("address", ["mau (at) vidu.vn", "mau[at]vidu.vn", "mau a còng vidu"])
def test_an_address_in_disguise_is_not_kept(address):
    assert unanswered.without_persons(address.replace(" (", "(").replace(") ", ")")) == ""


def test_editors_see_on_how_many_days_and_what_fits_only_nearly():
    for ago in (0, 1, 2):
        noted("thẻ đi học", 1, days_ago=ago)
    Unanswered.objects.update(loosely=2)

    [row] = unanswered.often_asked()

    assert (row["days"], row["total"], row["loosely"]) == (3, 9, 6)
