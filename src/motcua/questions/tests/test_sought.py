"""What many people search for in vain becomes a task, is seen to, and comes back if it must."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from motcua.accounts.tests.sessions import as_officer
from motcua.periods.clock import today
from motcua.periods.models import since
from motcua.questions import exceptions, sought, tasks
from motcua.questions.models import AnsweringPost, Sought, SoughtEvent
from motcua.search import actions as index
from motcua.search.models import Unanswered

pytestmark = pytest.mark.django_db
WORDS = "đổi bằng lái quá hạn"
PAGE = "/can-bo/hoi-dap/tim-khong-thay/"


def searched(words=WORDS, *, days=3, until=None):
    last = until or today()
    for back in range(days):
        Unanswered.objects.create(day=last - timedelta(days=back), words=words, times=1)


@pytest.fixture
def tending(people):
    """The clerk's post sees to it."""
    AnsweringPost.objects.create(
        organization=people.clerk.organization,
        post=people.clerk.post,
        tends_search=True,
        valid_during=since(today()),
    )
    return people.clerk


@pytest.fixture
def task(tending):
    searched()
    sought.raise_tasks(today())
    return Sought.objects.get()


@pytest.fixture
def browser(client, tending):
    return as_officer(client, tending.person)


def taken(task, by):
    task.take_up(by=by)
    return Sought.objects.get(pk=task.pk)


# --- Becoming a task -----------------------------------------------------------------------


def test_words_of_three_days_become_one_task(tending):
    searched()
    searched("một ngày", days=1)

    assert tasks.raise_sought(0) == 1
    assert tasks.raise_sought(0) == 0  # safe to run twice
    assert [each.words for each in Sought.objects.all()] == [WORDS]
    assert [event.verb for event in SoughtEvent.objects.all()] == ["raise"]


def test_what_is_older_than_thirty_days_does_not_count(tending):
    searched(days=3, until=today() - timedelta(days=30))

    assert sought.raise_tasks(today()) == 0


@pytest.mark.parametrize("words", ["nguyễn văn bình ở hồng gai", "tran thi hoa"])
def test_what_may_be_a_person_becomes_no_task(tending, words):
    searched(words)

    assert sought.raise_tasks(today()) == 0


def test_raising_asks_little_however_many(tending, django_assert_max_num_queries):
    for number in range(30):
        searched(f"việc thứ {number} nào đó")

    with django_assert_max_num_queries(9):
        assert sought.raise_tasks(today()) == 30


# --- Seeing to it --------------------------------------------------------------------------


def test_of_two_officers_one_takes_it(task, tending):
    same_elsewhere = Sought.objects.get(pk=task.pk)
    task.take_up(by=tending)

    with pytest.raises(exceptions.SoughtChanged):
        same_elsewhere.take_up(by=tending)

    assert [event.verb for event in task.events.all()] == ["raise", "take_up"]


def test_it_is_taken_up_before_it_is_finished(task, tending):
    with pytest.raises(exceptions.SoughtChanged):
        task.finish(by=tending, outcome="not_ours", note="Việc của công an.")


def test_its_history_is_written_once(task):
    with pytest.raises(DatabaseError), transaction.atomic():
        task.events.update(note="khác")


@pytest.mark.parametrize(("outcome", "back"), [("synonym", 1), ("not_ours", 0)])
def test_words_come_back_when_they_are_sought_in_vain_again(task, tending, outcome, back):
    taken(task, tending).finish(by=tending, outcome=outcome, note="Đã thêm.")
    Sought.objects.update(done_on=today() - timedelta(days=1))

    assert sought.raise_tasks(today()) == back
    assert Sought.objects.filter(state="open").count() == back


def test_what_is_found_by_now_does_not_come_back(task, tending):
    taken(task, tending).finish(by=tending, outcome="synonym")
    Sought.objects.update(done_on=today() - timedelta(days=1))
    index.put("procedure", "3.000347", title="Đổi bằng lái quá hạn")

    assert sought.raise_tasks(today()) == 0


# --- The page ------------------------------------------------------------------------------


def test_the_desk_lists_it_and_takes_it_up(browser, task, django_assert_max_num_queries):
    assert PAGE in browser.get("/can-bo/hoi-dap/").content.decode()
    with django_assert_max_num_queries(14):
        page = browser.get(PAGE).content.decode()
    assert WORDS in page
    assert "tìm trong 3 ngày" in page

    browser.post(f"{PAGE}{task.pk}/nhan/", {"revision": task.revision})

    assert Sought.objects.get().state == "taken"


def test_a_post_that_does_not_tend_it_sees_nothing(client, task, people):
    stranger = as_officer(client, people.approver.person)

    assert stranger.get(PAGE).status_code == 404
    assert stranger.post(f"{PAGE}{task.pk}/nhan/", {"revision": 1}).status_code == 404
    assert PAGE not in stranger.get("/can-bo/hoi-dap/").content.decode()


def finishes(browser, task, **said):
    form = {f"{task.pk}-{name}": value for name, value in said.items()}
    return browser.post(f"{PAGE}{task.pk}/xong/", {"revision": task.revision, **form})


def test_an_answer_that_everybody_reads_finishes_it(browser, task, tending, make_question):
    question, task = make_question(published=True), taken(task, tending)

    answer = finishes(browser, task, outcome="answer", answer=question.code)

    assert answer.status_code == 302
    assert task.events.last().answer == question


@pytest.mark.parametrize(
    ("said", "lacks"),
    [
        ({"outcome": "answer", "answer": "HD-000000-0000"}, "Không có câu trả lời công khai"),
        ({"outcome": "not_ours"}, "Hãy ghi vì sao"),
        ({"outcome": "synonym", "note": "Đã thêm từ"}, "Tìm thử vẫn không ra"),
        ({"outcome": "khác"}, ""),
    ],
)
def test_what_lacks_is_said_and_what_was_typed_stays(browser, task, tending, said, lacks):
    task = taken(task, tending)

    answer = finishes(browser, task, **said)

    assert answer.status_code == 422
    assert lacks in answer.content.decode()
    assert said.get("note", "") in answer.content.decode()
    assert Sought.objects.get().state == "taken"


def test_a_stale_page_changes_nothing(browser, task, tending):
    task = taken(task, tending)
    task.revision -= 1

    answer = finishes(browser, task, outcome="not_ours", note="Việc của công an.")

    assert answer.status_code == 302
    assert Sought.objects.get().state == "taken"
